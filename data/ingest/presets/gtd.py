"""Global Terrorism Database (GTD).

Year, month and day stand apart, with 0 for unknown; -9 and -99 are unknown too, except in
degrees. An idea has up to three columns (`attacktype1` to `attacktype3`, `gname` to
`gname3`). Codebook: GTD Codebook, START, University of Maryland.
"""

from __future__ import annotations

import math
from types import MappingProxyType

from data.i18n import msg
from data.ingest.actors import write_actors
from data.ingest.numerals import plain
from data.ingest.presets.base import Derived, Preset
from data.ingest.presets.steps import scale

NOTHING = frozenset({"-9", "-99", "-9.0", "-99.0", "Unknown", "."})
ASSASSINATION, ASSAULT, BOMBING, HIJACKING, BARRICADE, ABDUCTION, FACILITY, UNARMED = range(1, 9)
HOSTAGES = (BARRICADE, ABDUCTION)
ARMED_TARGETS = frozenset({3, 4, 17, 22})
"""Police, military, armed groups that are no state's, violent political parties."""
UNKNOWN_TARGET = 20
WHERE = {"1": "1", "2": "3", "3": "3", "4": "4", "5": "6"}
"""Of `specificity`: 2 and 3 are the smallest unit known below the first level."""
AT_PLACE, NEAR_PLACE = "1", "2"

ATTACKS = (("attacktype1",), ("attacktype2",), ("attacktype3",))
TARGETS = (("targtype1",), ("targtype2",), ("targtype3",))
WORDS = (("attacktype1_txt",), ("attacktype2_txt",), ("attacktype3_txt",))


def date(year: str | None, month: str | None, day: str | None) -> str | None:
    """Write the parts that are known as a date; a day without its month says nothing."""
    parts = [_code(part) for part in (year, month, day)]
    known = parts[:next((i for i, part in enumerate(parts) if not part), 3)]
    return "-".join(f"{part:02}" for part in known) or None


def kind(*told: str | None) -> str | None:
    """Return the kind that the first type of attack with one states, else the words for it.

    Args:
        told: `ransom`, three codes of the attack, three of the target, three of the
            attack's words.
    """
    ransom, attacks, targets, words = told[0], told[1:4], told[4:7], told[7:]
    struck = [code for code in map(_code, targets) if code]
    for attack in filter(None, map(_code, attacks)):
        if found := _kind(attack, struck, ransomed=_code(ransom) == 1):
            return found
    return next(filter(None, (*words, *attacks)), None)


def _kind(attack: int, struck: list[int], *, ransomed: bool) -> str | None:
    if attack in HOSTAGES:
        return "kidnapping" if attack == ABDUCTION and ransomed else None
    if attack == HIJACKING:
        return "predation.vehicle_hijacking"
    if attack == BOMBING:
        return "violence.remote"
    if attack in (ASSASSINATION, ASSAULT, UNARMED):
        return _by_target(struck)
    return None


def _by_target(struck: list[int]) -> str | None:
    """Tell an attack on civilians from a battle by whom it struck first."""
    first = struck[0] if struck else UNKNOWN_TARGET
    if first == UNKNOWN_TARGET:
        return None
    return "violence.battle" if first in ARMED_TARGETS else "violence.attack_on_civilians"


def actors(*names: str | None) -> str | None:
    """Name up to three groups and up to three targets, in their roles."""
    roles = ["perpetrator"] * 3 + ["victim"] * 3
    return write_actors([{"name": name, "role": role} for name, role in zip(names, roles,
                         strict=True) if name and name not in NOTHING]) or None


def where(specificity: str | None, vicinity: str | None) -> str | None:
    """Read how exactly the place is known; a place in its vicinity is near it."""
    found = READ_WHERE(specificity)
    return NEAR_PLACE if found == AT_PLACE and _code(vicinity) == 1 else found


def at_least(deaths: str | None) -> str | None:
    """Return the whole number below a share of deaths; a whole number has no range."""
    number = _fraction(deaths)
    return None if number is None else str(math.floor(number))


def at_most(deaths: str | None) -> str | None:
    """Return the whole number above a share of deaths; a whole number has no range."""
    number = _fraction(deaths)
    return None if number is None else str(math.ceil(number))


def best(deaths: str | None) -> str | None:
    """Return the deaths, a share of them to the nearest whole number, halves upward."""
    number = _fraction(deaths)
    return deaths if number is None else str(math.floor(number + 0.5))


def share(deaths: str | None) -> str | None:
    """Return a count that is not whole, for the flag about it."""
    return None if _fraction(deaths) is None else deaths


def victims(kidnapped: str | None, wounded: str | None) -> str | None:
    """Return the hostages, or else the wounded; a person may be both, so they are not added."""
    return next((n for n in (kidnapped, wounded) if n and n not in NOTHING and _code(n)), None)


def ransom(paid: str | None, demanded: str | None) -> str | None:
    """Return what was paid where that is known, else what was demanded."""
    return next((n for n in (paid, demanded) if n and n not in NOTHING), None)


def basis(paid: str | None, demanded: str | None) -> str | None:
    """Say which of the two `ransom` is."""
    if paid and paid not in NOTHING:
        return "ransom paid"
    return "ransom demanded" if ransom(None, demanded) else None


def currency(paid: str | None, demanded: str | None) -> str | None:
    """Return the currency of the ransoms, where there is one."""
    return "USD" if ransom(paid, demanded) else None


def _code(text: str | None) -> int | None:
    number = None if text is None or text in NOTHING else plain(text)
    return None if number is None or number != int(number) or number < 0 else int(number)


def _fraction(text: str | None) -> float | None:
    number = None if text is None or text in NOTHING else plain(text)
    return None if number is None or number < 0 or number == int(number) else float(number)


PLACED = scale("where_precision", ("specificity",), WHERE)
READ_WHERE = PLACED.read
DEATHS = (("nkill",),)
MONEY = (("ransompaid",), ("ransomamt",))

GTD = Preset(
    name="gtd",
    title=msg("Global Terrorism Database"),
    source="GTD",
    licence="no-redistribution",
    citation="National Consortium for the Study of Terrorism and Responses to Terrorism (START), "
             "University of Maryland, Global Terrorism Database",
    layouts=(frozenset({"eventid", "iyear", "imonth", "iday", "attacktype1", "gname"}),),
    columns=MappingProxyType({
        "source_record_id": ("eventid",),
        "lat": ("latitude",),
        "lon": ("longitude",),
        "country": ("country_txt",),
        "named_admin1": ("provstate",),
        "place": ("city",),
        "notes": ("summary",),
    }),
    derived=(
        Derived("date_start", (("iyear",), ("imonth",), ("iday",)), date),
        Derived("kind", (("ransom",), *ATTACKS, *TARGETS, *WORDS), kind, needs=0),
        Derived("where_precision", (("specificity",), ("vicinity",)), where),
        Derived("actors", (("gname",), ("gname2",), ("gname3",), ("target1",), ("target2",),
                           ("target3",)), actors),
        Derived("fatalities_low", DEATHS, at_least),
        Derived("fatalities_best", DEATHS, best),
        Derived("fatalities_high", DEATHS, at_most),
        Derived("victims", (("nhostkid",), ("nwound",)), victims, needs=0),
        Derived("amount_best", MONEY, ransom, needs=0),
        Derived("basis", MONEY, basis, needs=0),
        Derived("currency", MONEY, currency, needs=0),
    ),
    doubts=(Derived("fatalities_shared", DEATHS, share),),
    kept=("approxdate", "resolution", "location", "attacktype1_txt", "attacktype2_txt",
          "attacktype3_txt", "targtype1_txt", "targtype2_txt", "targtype3_txt", "gsubname",
          "motive", "weaptype1_txt", "weaptype2_txt", "weaptype3_txt", "weapdetail", "nkill",
          "nwound", "nhostkid", "ransomamt", "ransompaid", "ransomnote", "hostkidoutcome_txt",
          "addnotes", "scite1", "scite2", "scite3", "dbsource"),
    absent=NOTHING,
    hints=MappingProxyType({
        "hostagetakingkidnapping": "kidnapping",
        "6": "kidnapping",
    }),
    id_required=True,
)
