"""What is written: short generic sentences, half in English and half in French.

Every sentence begins by saying that it is synthetic, so that it says so wherever it goes.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from data.demo import territory
from data.demo.kinds import PROFILES
from data.demo.places import towns
from data.demo.streams import Booleans, Integers

TABLE = Path(__file__).parent / "notes.csv"
PREFIX = {"en": "Synthetic: ", "fr": "Synthétique : "}
FOREIGN_SHARE = 0.6
"""Share of trafficking notes that speak of persons from abroad (Almaty seminar: around 60 %)."""
IN_COUNTRY = {
    "en": {"ML": "somewhere in Mali", "BF": "somewhere in Burkina Faso",
           "NE": "somewhere in Niger"},
    "fr": {"ML": "quelque part au Mali", "BF": "quelque part au Burkina Faso",
           "NE": "quelque part au Niger"},
}


@dataclass(frozen=True)
class Told:
    """What the words depend on; shape (n,) each.

    Attributes:
        kinds: positions in `PROFILES`.
        french: whether the row is written in French.
        town: positions in `places.towns()`.
        unit: positions in `territory.units()`.
        precision: `where_precision`.
        cases: which sentences of a kind apply; empty for the ordinary ones.
    """

    kinds: Integers
    french: Booleans
    town: Integers
    unit: Integers
    precision: Integers
    cases: list[str]


def cases(rng: np.random.Generator, kinds: Integers, commodity: list[str | None],
          paid: Booleans) -> list[str]:
    """Return the case of each row, as in `notes.csv`."""
    foreign = (rng.random(len(kinds)) < FOREIGN_SHARE).tolist()
    rows = zip(kinds.tolist(), commodity, paid.tolist(), foreign, strict=True)
    return [_case(PROFILES[kind].kind, what, money, abroad) for kind, what, money, abroad in rows]


def _case(kind: str, commodity: str | None, paid: bool, foreign: bool) -> str:
    if kind == "cattle_theft" and paid:
        return "resale"
    if kind == "taxation.zakat":
        return commodity or ""
    if kind == "trafficking.persons":
        return "foreign" if foreign else "national"
    return ""


def write(rng: np.random.Generator, told: Told) -> tuple[list[str], list[str | None]]:
    """Write the notes, and the place as the source would name it (None where it names none)."""
    draws = rng.random(len(told.kinds)).tolist()
    notes: list[str] = []
    places: list[str | None] = []
    for row, (kind, case, draw) in enumerate(zip(told.kinds.tolist(), told.cases, draws,
                                                 strict=True)):
        language = "fr" if told.french[row] else "en"
        phrase, named = _where(language, int(told.town[row]), int(told.unit[row]),
                               int(told.precision[row]))
        choices = templates()[PROFILES[kind].kind, case][language]
        notes.append(PREFIX[language] + choices[int(draw * len(choices))].format(place=phrase))
        places.append(phrase if named else None)
    return notes, places


@cache
def templates() -> dict[tuple[str, str], dict[str, list[str]]]:
    """Return the sentences by (kind, case) and language."""
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    with TABLE.open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            both = found.setdefault((row["kind"], row["case"]), {"en": [], "fr": []})
            both["en"].append(row["en"])
            both["fr"].append(row["fr"])
    return found


@cache
def _where(language: str, town: int, unit: int, precision: int) -> tuple[str, bool]:
    """Say where, as exactly as the precision allows, and whether that names a place."""
    name = towns()[town].name_fr if language == "fr" else towns()[town].name_en
    region = territory.units()[unit].name(language)
    if precision <= 3:
        return (f"près {_de(name)}" if language == "fr" else f"near {name}"), True
    if precision == 4:
        return (f"dans la région « {region} »" if language == "fr" else f"in the {region} region",
                False)
    if precision == 5:
        return (f"dans les environs {_de(name)}" if language == "fr"
                else f"in the wider {name} area"), True
    return IN_COUNTRY[language][territory.units()[unit].iso2], False


def _de(name: str) -> str:
    """Put the French `de` before a name; `Ou` sounds like a consonant."""
    elided = name[0] in "AÉEI"
    return f"d’{name}" if elided else f"de {name}"
