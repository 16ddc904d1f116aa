"""Records without coordinates: the point of the place they name, where it is beyond doubt.

A place is sought within the unit that the record names, by any vintage of its boundaries,
else within the country; without a country, nowhere. Its precision says what is known: 1 for a
village named as it is written and alone of its name in the unit, 2 for all else that is found.
What is not found stays known to its unit or its country, without a point; it is flagged where
some place comes near to what was written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from data.areas.boundaries import Units
from data.areas.drawn import Drawn
from data.areas.meaning import Meaning, Meanings
from data.boundaries import unit_spellings
from data.gazetteer.find import Area, Candidate, Found
from data.gazetteer.places import Places
from data.gazetteer.spelling import Said, plain, read
from data.taxonomy import fold

EXACT, NEAR, SECOND_LEVEL, FIRST_LEVEL, COUNTRY = 1, 2, 3, 4, 6
"""Precisions of `data.model.WHERE_PRECISION`."""
LOCATED, AMBIGUOUS, UNKNOWN = "place_located", "place_ambiguous", "place_unknown"
KM_PER_DEGREE = 111.2
SAME_POINT_KM = 1.0

Flag = dict[str, str | None]
Gazetteer = Callable[[Iterable[str]], Places]
"""Gives the places of countries."""


@dataclass(frozen=True)
class Asked:
    """What a record without coordinates says of its place; None for what it does not say.

    Attributes:
        place: in the source's words.
        unit, unit2: what it calls the first-level and the second-level unit.
        country: ISO code.
        stated: the precision that it states.
    """

    place: str | None
    unit: str | None
    unit2: str | None
    country: str | None
    stated: int | None


@dataclass(frozen=True)
class Placed:
    """What becomes of it; degrees are None where there is no point."""

    where_precision: int
    lat: float | None = None
    lon: float | None = None
    flag: Flag | None = None


@dataclass(frozen=True)
class _Within:
    """Where a place is sought: a country, and the units named in it."""

    country: str
    unit: str | None
    unit2: str | None


class Placer:
    """Places records by the gazetteer of their country."""

    def __init__(self, areas: Drawn, gazetteer: Gazetteer, tolerance_km: float) -> None:
        self._first: Units = areas.first
        self._meanings = Meanings(areas)
        self._gazetteer = gazetteer
        self._degrees = tolerance_km / KM_PER_DEGREE

    def place(self, asked: Sequence[Asked]) -> list[Placed]:
        """Place each record."""
        answers = [Placed(self._coarse(one)) for one in asked]
        groups: dict[_Within, list[tuple[int, Said]]] = defaultdict(list)
        for i, one in enumerate(asked):
            said = read(one.place) if one.place and (one.stated or EXACT) <= NEAR else None
            country = self._country(one)
            if said and country:
                groups[_Within(country, one.unit, one.unit2)].append((i, said))
        places = self._gazetteer({within.country for within in groups})
        for within, sought in groups.items():
            inside, narrowed = self._inside(within, places)
            found = Area(places, inside).find([said.name for _, said in sought])
            for (i, said), meant in zip(sought, found, strict=True):
                exact = narrowed and not said.near and not _is_unit(said, within)
                answers[i] = self._answer(asked[i], answers[i], places, meant, exact=exact)
        return answers

    def _coarse(self, one: Asked) -> int:
        """Return the precision of what is known without the place."""
        known = COUNTRY
        if one.unit and self._meanings.first(one.unit, one.country):
            known = FIRST_LEVEL
        if one.unit2 and (held := self._meanings.second(one.unit2, one.country, one.unit)):
            known = SECOND_LEVEL if len(held.ids) == 1 else known
        return max(known, one.stated or 0)

    def _country(self, one: Asked) -> str | None:
        """Return the country, told by the unit where only one has a unit of that name."""
        meaning = self._meanings.first(one.unit, one.country) if one.unit else None
        if one.country or meaning is None:
            return one.country
        codes = {self._first.iso2[self._first.position[i]] for i in meaning.ids}
        return codes.pop() if len(codes) == 1 else None

    def _inside(self, within: _Within, places: Places) -> tuple[npt.NDArray[np.int64], bool]:
        """Return the positions of the places to choose from, and whether a unit bounds them."""
        own = np.array([code == within.country for code in places.iso2], dtype=np.bool_)
        first = self._meanings.first(within.unit, within.country) if within.unit else None
        second = within.unit2 and self._meanings.second(within.unit2, within.country, within.unit)
        narrowed = False
        for meaning in (first, second or None):
            if meaning:
                own &= self._holds(meaning, places)
                narrowed = True
        if within.unit2 and not second:
            listed = own & np.array([fold(name) == fold(within.unit2) for name in places.admin2],
                                    dtype=np.bool_)
            own, narrowed = (listed, True) if listed.any() else (own, narrowed)
        return np.flatnonzero(own), narrowed

    def _holds(self, meaning: Meaning, places: Places) -> npt.NDArray[np.bool_]:
        holds = np.zeros(len(places), dtype=np.bool_)
        if len(places):
            _, which = places.tree.query(meaning.shapes, predicate="dwithin",
                                         distance=self._degrees)
            holds[which] = True
        return holds

    def _answer(
        self, asked: Asked, coarse: Placed, places: Places, meant: Found, *, exact: bool
    ) -> Placed:
        told = [self._told(places, candidate) for candidate in meant.candidates]
        if not told:
            return coarse
        if meant.verdict != "found":
            reason = AMBIGUOUS if meant.verdict == "ambiguous" else UNKNOWN
            return Placed(coarse.where_precision, flag={
                "reason": reason, "named": asked.place, "found": None,
                "suggestion": "; ".join(told)})
        first = meant.candidates[0]
        alone = len(told) == 1 or meant.candidates[1].score < meant.candidates[0].score
        at = exact and meant.exact and alone and first.spread_km <= SAME_POINT_KM
        precision = EXACT if at and places.settled[first.place] else NEAR
        flag = {"reason": LOCATED, "named": asked.place, "found": told[0],
                "suggestion": "; ".join([places.sources[first.place], *told[1:]])}
        return Placed(max(precision, asked.stated or 0), float(places.lat[first.place]),
                      float(places.lon[first.place]), flag)

    def _told(self, places: Places, candidate: Candidate) -> str:
        """Write a candidate: its name, its unit, its score, and how far from the first it lies."""
        i = candidate.place
        held = self._first.tree.query(places.points[i], predicate="intersects")
        unit = f" ({self._first.name(self._first.ids[int(held[0])], 'en')})" if held.size else ""
        away = f", {candidate.km:.0f} km" if candidate.km else ""
        return f"{places.names[i]}{unit} {candidate.score:.2f}{away}"


def _is_unit(said: Said, within: _Within) -> bool:
    """Tell whether a place is called as its unit is: a record may mean either."""
    return said.name in {plain(spelling) for name in (within.unit, within.unit2) if name
                         for spelling in unit_spellings(name)}
