"""What makes an area vulnerable and what holds it together, as documents tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.analysis.factor_index import Indices, UnitIndex, indices, third
from data.evidence import words
from data.evidence.base import Evidence
from data.evidence.choose import chosen
from data.evidence.model import Factor, Perception, Recommendation
from data.profile.area import COUNTRY, FIRST, Area, everywhere
from data.profile.said import Said, Tabled, in_window, said
from data.selection import Selection


@dataclass(frozen=True)
class Index:
    """An index of one side's factors, all weights alike, in the units of a profile.

    Attributes:
        side: a word of `words.SIDES`.
        units: the area itself, or a country's units, by id; only those with evidence.
        of: how many units have evidence under the same filters, wherever they are.
        sets: over how many sets of weights ranks range; None where there are too few units.
    """

    side: str
    units: tuple[UnitIndex, ...]
    of: int
    sets: int | None


@dataclass(frozen=True)
class Standing:
    """Factors of an area.

    Attributes:
        vulnerability, resilience: the records.
        indices: of both sides, in that order; empty for areas that are no first-level unit
            and no country.
        pair: the classes of vulnerability and of resilience, 0 the lowest of three, where
            both are known.
        perceptions: how illicit economies are seen, here or in the country.
    """

    vulnerability: Said[Factor]
    resilience: Said[Factor]
    indices: tuple[Index, ...]
    pair: tuple[int, int] | None
    perceptions: Said[Perception]

    def claims(self) -> Iterator[Tabled]:
        """Return the claims that it tells."""
        for side in (self.vulnerability, self.resilience):
            yield from side.tabled("factors")
        yield from self.perceptions.tabled("perceptions")

    @property
    def factors(self) -> tuple[str, ...]:
        """Name the factors that are told of the area itself, each once, in their order."""
        found = {one.factor for side in (self.vulnerability, self.resilience) for one in side.here}
        return tuple(factor for factor in words.FACTORS if factor in found)

    @property
    def factors_around(self) -> tuple[str, ...]:
        """Name the factors that are told of what is around the area alone."""
        found = {one.factor for side in (self.vulnerability, self.resilience)
                 for one in side.around} - set(self.factors)
        return tuple(factor for factor in words.FACTORS if factor in found)


@dataclass(frozen=True)
class Answer:
    """What a document recommends, and which factors it answers.

    Attributes:
        factors: told of the area itself.
        around: told of what is around it, and not of the area.
    """

    recommendation: Recommendation
    factors: tuple[str, ...]
    around: tuple[str, ...]


def standing(area: Area, selection: Selection, evidence: Evidence) -> Standing:
    """Gather what is told of an area's factors."""
    sides = {side: tuple(one for one in evidence.factors if one.side == side)
             for side in words.SIDES}
    found = [_index(area, side, sides[side], factors, selection) for side, factors in (
        ("vulnerability", words.VULNERABILITIES), ("resilience", words.RESILIENCES))]
    held = tuple(one for one in found if one is not None)
    return Standing(
        said(sides["vulnerability"], area, selection), said(sides["resilience"], area, selection),
        held, _pair(area, held), said(evidence.perceptions, area, selection))


def answers(
    area: Area, selection: Selection, evidence: Evidence, own: Standing
) -> tuple[Answer, ...]:
    """Return the recommendations for an area's country that answer a factor of it.

    Those that answer the area's own factors come first, then those that answer factors told
    of what is around it alone.
    """
    known = in_window(chosen(evidence.recommendations, everywhere(selection)), selection)
    found = [Answer(one, _met(one, own.factors), _met(one, own.factors_around)) for one in known
             if any(place.country == area.iso2 for place in one.where)]
    return tuple(sorted((one for one in found if one.factors or one.around),
                        key=lambda one: not one.factors))


def _met(one: Recommendation, factors: Sequence[str]) -> tuple[str, ...]:
    return tuple(factor for factor in factors if factor in one.answers)


def _index(
    area: Area, side: str, claims: Sequence[Factor], factors: Sequence[str], selection: Selection
) -> Index | None:
    if area.level not in (COUNTRY, FIRST):
        return None
    told = chosen(claims, everywhere(selection))
    found: Indices = indices(told, dict.fromkeys(factors, 1.0))
    own = tuple(one for unit, one in found.units.items() if unit == area.unit.id or (
        area.level == COUNTRY and unit.split("-")[0] == area.unit.id))
    return Index(side, own, len(found.units), found.sets)


def _pair(area: Area, held: Sequence[Index]) -> tuple[int, int] | None:
    if area.level != FIRST or not all(one.units for one in held):
        return None
    first, second = (third(one.units[0].score) for one in held)
    return first, second
