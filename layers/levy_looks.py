"""How zones of taxation look: a hatch of its own for each family of collectors or kinds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from data.evidence import words
from data.i18n import Message, msg, t
from layers.legend import Entry
from layers.palette import Themes
from layers.style import Style
from layers.zones import Zone

SEVERAL = "several"
WITHIN = "-within"
"""What ends the key of a zone that lies somewhere within its area."""


@dataclass(frozen=True)
class Look:
    """A family of levies: its name, and the colour and angle of its hatch."""

    label: Message
    colours: Themes
    angle: float


BY_COLLECTOR: dict[str, Look] = {
    "armed_group": Look(words.COLLECTORS["armed_group"], ("#8b3a62", "#e08fb8"), 45),
    "state_forces": Look(words.COLLECTORS["state_forces"], ("#1f5fa8", "#7db4f0"), 135),
    "customary": Look(words.COLLECTORS["customary"], ("#7a5c00", "#d8b64a"), 0),
    "criminal_network": Look(words.COLLECTORS["criminal_network"], ("#43464b", "#c9ccd1"), 90),
    "intermediary": Look(words.COLLECTORS["intermediary"], ("#00707a", "#5cc3cc"), 90),
    "other": Look(msg("others, or not stated"), ("#5e6269", "#aeb2b9"), 0),
    SEVERAL: Look(msg("several kinds of collector"), ("#5b5e63", "#b9b7b0"), 135),
}
BY_KIND: dict[str, Look] = {
    "site": Look(msg("at sites: mining, access, protection, camp, water and food"),
                 ("#a87400", "#e6b840"), 45),
    "zakat": Look(msg("zakat and payments in cash, kind or animals"), ("#00707a", "#5cc3cc"), 135),
    "trade": Look(msg("trade, transport and shipments"), ("#1f5fa8", "#7db4f0"), 90),
    "worship": Look(msg("worship"), ("#6b4a8e", "#bfa1e0"), 0),
    "intermediary": Look(msg("payments to intermediaries"), ("#43464b", "#c9ccd1"), 90),
    SEVERAL: Look(msg("several kinds of levy"), ("#5b5e63", "#b9b7b0"), 135),
}
KINDS: dict[str, str] = {
    **dict.fromkeys(("access", "protection", "water_food", "camp", "mining"), "site"),
    **dict.fromkeys(("forced_zakat", "cash", "in_kind", "livestock"), "zakat"),
    **dict.fromkeys(("trade", "transport", "shipment"), "trade"),
    "worship": "worship", "intermediary": "intermediary",
}
"""The family of each kind of levy of `words.LEVY_KINDS`."""


def key(zone: Zone, by: str) -> str:
    """Return the legend key of a zone; `by` is `collector` or `kind`."""
    families = {_family(levy.collector_family) if by == "collector" else KINDS[levy.kind]
                for levy in zone.levies}
    only = families.pop() if len(families) == 1 else SEVERAL
    return only + (WITHIN if zone.within else "")


def entries(by: str, language: str) -> Iterator[Entry]:
    """Return an entry for each look, in areas that are known and in those that only enclose."""
    for name, look in (BY_COLLECTOR if by == "collector" else BY_KIND).items():
        label = look.label.render(language)
        plain = Style("hatch", look.colours, width=1.5, angle=look.angle)
        wide = Style("hatch", look.colours, width=1.5, angle=look.angle, sparse=True)
        yield Entry(plain, label, name)
        yield Entry(wide, t(language, "{what} – somewhere within the area", what=label),
                    name + WITHIN)


def _family(collector: str) -> str:
    return collector if collector in BY_COLLECTOR else "other"
