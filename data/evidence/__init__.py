"""The evidence base: cited claims in small tables, and the readers that type them.

A claim says what a document says, in our own words, with the place and date at the
precision the document gives. What it does not state is `not stated`, never filled in.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

NOT_STATED = "not stated"
TABLES = Path(__file__).parent


@dataclass(frozen=True)
class Document:
    """A public document whose facts are cited; `url` and `published` may be unstated."""

    id: str
    title: str
    publisher: str
    published: str
    url: str
    licence: str


@dataclass(frozen=True)
class Place:
    """A named place; its position says what the point stands for where it is not exact."""

    id: str
    name_en: str
    name_fr: str
    iso2: str
    lat: float
    lon: float
    where_precision: int
    unit_id: str | None
    position_en: str
    position_fr: str

    def position(self, language: str) -> str:
        """Say what the point stands for, in a language."""
        return self.position_fr if language == "fr" else self.position_en

    def name(self, language: str) -> str:
        """Name the place in a language."""
        return self.name_fr if language == "fr" else self.name_en


@dataclass(frozen=True)
class Claim:
    """What every cited record carries, whatever its table."""

    id: str
    document: Document
    section: str
    says_en: str
    says_fr: str
    date: str
    date_precision: str
    confidence: str
    qualifier: str

    def says(self, language: str) -> str:
        """Say the claim in a language."""
        return self.says_fr if language == "fr" else self.says_en

    @property
    def dated(self) -> bool:
        """Whether the document dates the claim; undated ones are always shown."""
        return self.date != NOT_STATED


@dataclass(frozen=True)
class Corridor(Claim):
    """A claim that something moves between places, named in order of its direction.

    `link` tells whether the path is known; where it is not, links are straight lines.
    """

    commodity: str
    places: tuple[Place, ...]
    link: str

    @property
    def path_known(self) -> bool:
        """Whether the document, or a user, gives the path itself."""
        return self.link != "path not known"


@dataclass(frozen=True)
class Levy(Claim):
    """A claim that someone collects something; a rate that is unstated is None."""

    kind: str
    payer: str
    collector: str
    taxed: str
    place: Place
    rate_low: float | None
    rate_best: float | None
    rate_high: float | None
    currency: str
    per: str
    frequency: str


@cache
def documents() -> dict[str, Document]:
    """Return the documents by id."""
    return {
        row["document"]: Document(row["document"], row["title"], row["publisher"],
                                  row["published"], row["url"], row["licence"])
        for row in _rows("documents")
    }


@cache
def places() -> dict[str, Place]:
    """Return the places that claims name, by id."""
    return {
        row["id"]: Place(
            row["id"], row["name_en"], row["name_fr"], row["iso2"], float(row["lat"]),
            float(row["lon"]), int(row["where_precision"]), row["unit_id"] or None,
            row["position_en"], row["position_fr"])
        for row in _rows("places")
    }


@cache
def corridors() -> tuple[Corridor, ...]:
    """Return the corridors, in the table's order."""
    return tuple(
        Corridor(
            **_claim(row), commodity=row["commodity"], link=row["link"],
            places=tuple(places()[name.strip()] for name in row["places"].split(">")))
        for row in _rows("corridors")
    )


@cache
def levies() -> tuple[Levy, ...]:
    """Return the levies, in the table's order."""
    return tuple(
        Levy(
            **_claim(row), kind=row["kind"], payer=row["payer"], collector=row["collector"],
            taxed=row["taxed"], place=places()[row["place"]],
            rate_low=_rate(row["rate_low"]), rate_best=_rate(row["rate_best"]),
            rate_high=_rate(row["rate_high"]), currency=row["currency"], per=row["per"],
            frequency=row["frequency"])
        for row in _rows("levies")
    )


def _claim(row: dict[str, str]) -> dict[str, Any]:
    same = ("id", "section", "says_en", "says_fr", "date", "date_precision", "confidence",
            "qualifier")
    return {"document": documents()[row["document"]], **{name: row[name] for name in same}}


def _rate(text: str) -> float | None:
    return None if text == NOT_STATED else float(text)


def _rows(table: str) -> list[dict[str, str]]:
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))
