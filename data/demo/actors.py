"""Who took part: generic labels only, and the combinations in which they appear.

No person, and no group that exists, is ever named.
"""

from __future__ import annotations

from data.demo.streams import Booleans, Integers

ARMED = "Armed group (unidentified)"
ARMED_OTHERWISE = "Unidentified armed group"
"""The same, as the second source words it: sources seldom share their vocabulary."""
NETWORK = "Criminal network (unidentified)"
DEFENCE = "Self-defence group (unidentified)"
CUSTOMS = "Customs service"
FORCES = "Security forces"
JUDICIARY = "Judicial authority"
INTELLIGENCE = "Financial intelligence unit"
AID = "Development organisation"
HERDERS, FARMERS, MINERS = "Herders", "Farmers", "Miners"
TRADERS, TRANSPORTERS = "Traders", "Transporters"
CIVILIANS, MIGRANTS, WORSHIPPERS = "Civilians", "Migrants", "Worshippers"

LABELS: tuple[str, ...] = (
    ARMED, ARMED_OTHERWISE, NETWORK, DEFENCE, CUSTOMS, FORCES, JUDICIARY, INTELLIGENCE, AID,
    HERDERS, FARMERS, MINERS, TRADERS, TRANSPORTERS, CIVILIANS, MIGRANTS, WORSHIPPERS,
)
"""The closed list of names that may appear."""

Cast = tuple[tuple[str, str], ...]

CASTS: dict[str, Cast] = {
    "armed_herders": ((ARMED, "perpetrator"), (HERDERS, "victim")),
    "network_herders": ((NETWORK, "perpetrator"), (HERDERS, "victim")),
    "armed_civilians": ((ARMED, "perpetrator"), (CIVILIANS, "victim")),
    "network_civilians": ((NETWORK, "perpetrator"), (CIVILIANS, "victim")),
    "armed_farmers": ((ARMED, "perpetrator"), (FARMERS, "victim")),
    "armed_traders": ((ARMED, "perpetrator"), (TRADERS, "victim")),
    "armed_transporters": ((ARMED, "perpetrator"), (TRANSPORTERS, "victim")),
    "network_transporters": ((NETWORK, "perpetrator"), (TRANSPORTERS, "victim")),
    "armed_collects_miners": ((ARMED, "collector"), (MINERS, "victim")),
    "armed_collects_herders": ((ARMED, "collector"), (HERDERS, "victim")),
    "armed_collects_farmers": ((ARMED, "collector"), (FARMERS, "victim")),
    "armed_collects_transporters": ((ARMED, "collector"), (TRANSPORTERS, "victim")),
    "armed_collects_traders": ((ARMED, "collector"), (TRADERS, "victim")),
    "armed_collects_worshippers": ((ARMED, "collector"), (WORSHIPPERS, "victim")),
    "customs": ((CUSTOMS, "authority"),),
    "forces": ((FORCES, "authority"),),
    "judiciary": ((JUDICIARY, "authority"),),
    "intelligence_unit": ((INTELLIGENCE, "authority"),),
    "aid": ((AID, "authority"),),
    "network": ((NETWORK, "perpetrator"),),
    "network_armed": ((NETWORK, "perpetrator"), (ARMED, "party")),
    "network_defence": ((NETWORK, "perpetrator"), (DEFENCE, "party")),
    "network_migrants": ((NETWORK, "perpetrator"), (MIGRANTS, "victim")),
    "transport_migrants": ((TRANSPORTERS, "perpetrator"), (MIGRANTS, "victim")),
    "network_persons": ((NETWORK, "perpetrator"), (CIVILIANS, "victim")),
    "transport": ((TRANSPORTERS, "perpetrator"),),
    "traders": ((TRADERS, "perpetrator"),),
    "forces_armed": ((FORCES, "party"), (ARMED, "party")),
    "armed_armed": ((ARMED, "party"), (ARMED_OTHERWISE, "party")),
    "armed_forces": ((ARMED, "perpetrator"), (FORCES, "victim")),
}
NAMES: tuple[str, ...] = tuple(CASTS)

DEFENDED_PLACES = ("Bandiagara", "Bankass", "Koro", "Sangha")
DEFENDED_KINDS = ("cattle_theft", "violence.attack_on_civilians", "violence.battle")
DEFENDED_SHARE = 0.4
"""Around Bandiagara a self-defence group takes part in this share of these kinds."""


def listed(casts: Integers, defended: Booleans, second: Booleans) -> list[list[dict[str, str]]]:
    """Write the actors of each incident as rows of name and role; a list of n.

    Args:
        casts: positions in `NAMES`, shape (n,).
        defended: whether a self-defence group takes part, shape (n,).
        second: whether the second source's wording is used, shape (n,).
    """
    ready = {
        (number, extra, other): _write(CASTS[name], extra, other)
        for number, name in enumerate(NAMES) for extra in (False, True) for other in (False, True)
    }
    return [ready[key] for key in zip(casts.tolist(), defended.tolist(), second.tolist(),
                                      strict=True)]


def _write(cast: Cast, extra: bool, other: bool) -> list[dict[str, str]]:
    parts = (*cast, (DEFENCE, "party")) if extra else cast
    return [
        {"name": ARMED_OTHERWISE if other and name == ARMED else name, "role": role}
        for name, role in parts
    ]
