"""The factors that documents name in first-level units, brought to one number a unit.

Only evidence whose place is known to a first-level unit or finer counts: what is said of
a country or a vague area is never spread over units.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from data.analysis import composite
from data.evidence.model import UNIT_PRECISION, Factor

Days = tuple[dt.date, dt.date]

THIRDS: tuple[tuple[int, int], ...] = ((0, 10), (11, 30), (31, 100))
"""Classes of an index of 0 to 100, fixed, so that a class means the same whatever the weights."""


@dataclass(frozen=True)
class Part:
    """One factor's part in a unit's index.

    Attributes:
        factor: which one.
        weight: 0 or more.
        level: of its strongest record, 0 to 1; one more record makes it no stronger.
        claims: the records.
    """

    factor: str
    weight: float
    level: float
    claims: tuple[Factor, ...]


@dataclass(frozen=True)
class UnitIndex:
    """The index of a unit.

    Attributes:
        unit: code of the first-level unit.
        score: 0 to 100, rounded to a whole number, as classes take it.
        parts: the factors with evidence, in the order of all factors.
        ranks: best, middle and worst rank as weights vary; None where there are no ranks.
        days: first and last day of its evidence; None where some of it is undated.
    """

    unit: str
    score: int
    parts: tuple[Part, ...]
    ranks: tuple[int, int, int] | None
    days: Days | None

    @property
    def claims(self) -> tuple[Factor, ...]:
        """The records behind it, each once."""
        return tuple(dict.fromkeys(claim for part in self.parts for claim in part.claims))


@dataclass(frozen=True)
class Indices:
    """The indices of every unit with evidence, by code, in the order of codes.

    Attributes:
        units: by code.
        sets: over how many sets of weights the ranks range; None where there are no ranks.
    """

    units: Mapping[str, UnitIndex]
    sets: int | None


def indices(claims: Iterable[Factor], weights: Mapping[str, float]) -> Indices:
    """Return the index of each unit where a factor that has a weight was found.

    Args:
        claims: of one side.
        weights: of each factor of that side.
    """
    parts = _parts(claims, weights)
    codes, factors = sorted(parts), list(weights)
    levels = _levels([parts[code] for code in codes], factors)
    given = [weights[factor] for factor in factors]
    scores, ranks = composite.index(levels, given), composite.ranks(levels, given)
    found = {
        code: UnitIndex(code, round(100 * float(scores[i])), tuple(parts[code]),
                        _range(ranks, i), _days(parts[code]))
        for i, code in enumerate(codes) if not np.isnan(scores[i])}
    return Indices(found, ranks.sets if ranks else None)


def _parts(claims: Iterable[Factor], weights: Mapping[str, float]) -> dict[str, list[Part]]:
    found: dict[str, dict[str, list[Factor]]] = {}
    for claim in claims:
        for unit in units_of(claim):
            found.setdefault(unit, {}).setdefault(claim.factor, []).append(claim)
    return {
        unit: [Part(factor, weights[factor], max(claim.weight for claim in by_factor[factor]),
                    tuple(by_factor[factor])) for factor in weights if factor in by_factor]
        for unit, by_factor in found.items()}


def units_of(claim: Factor) -> tuple[str, ...]:
    """Return the units that a record is evidence for, each once."""
    return tuple(dict.fromkeys(
        place.unit for place in claim.where if place.unit and place.precision <= UNIT_PRECISION))


def _levels(parts: Sequence[list[Part]], factors: list[str]) -> npt.NDArray[np.float64]:
    levels = np.full((len(parts), len(factors)), np.nan)
    for row, own in enumerate(parts):
        for part in own:
            levels[row, factors.index(part.factor)] = part.level
    return levels


def _range(ranks: composite.Ranks | None, i: int) -> tuple[int, int, int] | None:
    if ranks is None:
        return None
    return int(ranks.first[i]), int(ranks.median[i]), int(ranks.last[i])


def _days(parts: list[Part]) -> Days | None:
    spans = [claim.days for part in parts for claim in part.claims]
    known = [span for span in spans if span is not None]
    if len(known) < len(spans):
        return None
    return min(first for first, _ in known), max(last for _, last in known)


def third(score: int) -> int:
    """Return which of `THIRDS` holds an index, 0 the lowest."""
    return sum(score >= low for low, _ in THIRDS) - 1
