"""What levies add up to: ranges of rates that may be compared, and what a load pays.

Rates are brought together only where currency, unit, basis and frequency are the same.
What is not stated is counted, and never taken for zero.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from data.evidence.columns import NOT_STATED
from data.evidence.model import Corridor, Levy

BY_LOAD = ("load", "shipment", "vehicle")
"""Bases that a load pays; one load is taken to fill one vehicle and to be one shipment."""


class Terms(NamedTuple):
    """What a rate is counted in, and what it is paid for."""

    currency: str
    unit: str
    basis: str
    frequency: str


@dataclass(frozen=True)
class Range:
    """The lowest and the highest rate that levies on the same terms state.

    `best` is the one best estimate; None where there is none, or several.
    """

    terms: Terms
    low: float
    best: float | None
    high: float
    levies: tuple[Levy, ...]


@dataclass(frozen=True)
class Sum:
    """What levies in one currency, or of one unit, add up to.

    Attributes:
        currency: ISO 4217; not stated for what is not money.
        unit: of what is not money.
        low, high: of the levies' lowest and highest rates.
        best: None where a levy among them states no best estimate.
        levies: the records behind it.
    """

    currency: str
    unit: str
    low: float
    best: float | None
    high: float
    levies: tuple[Levy, ...]

    @property
    def years(self) -> tuple[int, int] | None:
        """First and last year that its dated levies are of; None where none is dated."""
        spans = [levy.days for levy in self.levies if levy.days is not None]
        if not spans:
            return None
        return min(first for first, _ in spans).year, max(last for _, last in spans).year

    @property
    def undated(self) -> bool:
        """Whether a levy among them has no date."""
        return any(levy.days is None for levy in self.levies)


@dataclass(frozen=True)
class Cost:
    """What a load pays along a corridor: at least the sums, since rates may be missing.

    Attributes:
        sums: one for each currency or unit, never added to one another.
        unstated: levies on the load without a stated rate.
        apart: levies along the corridor that are not paid by the load.
    """

    sums: tuple[Sum, ...]
    unstated: tuple[Levy, ...]
    apart: tuple[Levy, ...]

    @property
    def levies(self) -> tuple[Levy, ...]:
        """Every levy along the corridor, each once."""
        return (*(levy for one in self.sums for levy in one.levies), *self.unstated, *self.apart)


def ranges(levies: Iterable[Levy]) -> tuple[Range, ...]:
    """Bring together the rates that share their terms, in the order they first appear."""
    by_terms: dict[Terms, list[Levy]] = defaultdict(list)
    for levy in levies:
        if levy.rates is not None:
            by_terms[terms(levy)].append(levy)
    return tuple(_range(own, found) for own, found in by_terms.items())


def terms(levy: Levy) -> Terms:
    """Return what a levy's rate is counted in; a sum of money needs no unit."""
    unit = levy.unit if levy.currency == NOT_STATED else NOT_STATED
    return Terms(levy.currency, unit, levy.basis, levy.frequency)


def cost_per_load(corridor: Corridor, levies: Iterable[Levy]) -> Cost:
    """Add up what a load pays along a corridor.

    Only levies that name the corridor count: that a place lies near it says nothing.
    """
    along = [levy for levy in levies if levy.corridor == corridor.id]
    paid = [levy for levy in along if levy.basis in BY_LOAD]
    stated: dict[tuple[str, str], list[Levy]] = defaultdict(list)
    for levy in paid:
        if levy.rates is not None:
            stated[terms(levy)[:2]].append(levy)
    return Cost(
        sums=tuple(_sum(currency, unit, found) for (currency, unit), found in stated.items()),
        unstated=tuple(levy for levy in paid if levy.rates is None),
        apart=tuple(levy for levy in along if levy.basis not in BY_LOAD))


def _range(own: Terms, levies: list[Levy]) -> Range:
    rates = [levy.rates for levy in levies if levy.rates is not None]
    best = {levy.rate_best for levy in levies if levy.rate_best is not None}
    return Range(own, min(low for low, _, _ in rates), best.pop() if len(best) == 1 else None,
                 max(high for _, _, high in rates), tuple(levies))


def _sum(currency: str, unit: str, levies: list[Levy]) -> Sum:
    rates = [levy.rates for levy in levies if levy.rates is not None]
    best = [levy.rate_best for levy in levies if levy.rate_best is not None]
    return Sum(currency, unit, sum(low for low, _, _ in rates),
               sum(best) if len(best) == len(levies) else None,
               sum(high for _, _, high in rates), tuple(levies))
