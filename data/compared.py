"""The numbers of two sides, as a panel, a sheet and a sentence tell them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import ibis.expr.types as ir
import numpy as np

from data.analysis.ratio import Ratio, adjusted, ratio
from data.comparison import YEAR_DAYS, Side, other_places
from data.ground import Ground
from data.queries.comparison import by_region, in_both
from data.queries.filters import unit_ids
from data.queries.stats import breakdown, totals
from data.selection import Selection
from data.store import Snapshot

POINTED = 2
"""The coarsest `where_precision` that still is a point."""
BOUND = 0.05


@dataclass(frozen=True)
class Counted:
    """What one side holds in its window.

    Attributes:
        side: what and when.
        incidents: how many.
        coarse: how many of them are known to a unit or less exactly.
        sources: who reported them.
        persons: people of its places; None where not known, or it has none of its own.
    """

    side: Side
    incidents: int
    coarse: int
    sources: tuple[str, ...]
    persons: float | None

    @property
    def yearly(self) -> float:
        """How many a year."""
        return self.incidents * YEAR_DAYS / self.side.length


@dataclass(frozen=True)
class Region:
    """A first-level unit on both sides.

    Attributes:
        unit, country: its id and its country; empty where not known.
        a, b: incidents.
        change: B over A.
        p: corrected for all units tested.
    """

    unit: str
    country: str
    a: int
    b: int
    change: Ratio
    p: float

    @property
    def clear(self) -> bool:
        """Whether the change is clear, many being tested."""
        return self.p <= BOUND


def pointed(rows: ir.Table) -> list[ir.Value]:
    """Return what a side's incidents are counted by: whether they have a point."""
    return [rows.where_precision <= POINTED]


def counted(snapshot: Snapshot, side: Side, ground: Ground) -> Counted:
    """Count a side."""
    within = side.within()
    about = snapshot.rows(totals(within))[0]
    exact = replace(within, max_where_precision=min(POINTED, within.max_where_precision or 7))
    sources = [row["key"] for row in snapshot.rows(breakdown(within, "source")) if row["key"]]
    return Counted(
        side, about["incidents"], about["incidents"] - snapshot.rows(totals(exact))[0][
            "incidents"], tuple(sources), persons(side.selection, ground))


def compared(a: Counted, b: Counted) -> tuple[Ratio, bool]:
    """Return B's rate over A's, and whether it is for the people of the places."""
    days = a.side.length, b.side.length
    places = other_places(a.side.selection, b.side.selection)
    if places and a.persons and b.persons:
        return ratio(a.incidents, b.incidents,
                     (days[0] * a.persons, days[1] * b.persons)), True
    return ratio(a.incidents, b.incidents, days), False


def shared(snapshot: Snapshot, a: Side, b: Side) -> int:
    """Return how many incidents are on both sides, and counted in each."""
    return int(snapshot.rows(in_both(a.within(), b.within()))[0]["n"])


def regions(snapshot: Snapshot, a: Side, b: Side) -> list[Region]:
    """Compare first-level units, those with the most incidents first."""
    counts = [{(row["country"] or "", row["unit"] or ""): row["n"]
               for row in snapshot.rows(by_region(side.within()))} for side in (a, b)]
    units = sorted(set(counts[0]) | set(counts[1]))
    pairs = [(counts[0].get(unit, 0), counts[1].get(unit, 0)) for unit in units]
    changes = [ratio(first, second, (a.length, b.length)) for first, second in pairs]
    corrected = adjusted(np.array([one.p for one in changes], np.float64))
    found = [Region(unit, country, first, second, change, float(p))
             for (country, unit), (first, second), change, p in zip(
                 units, pairs, changes, corrected, strict=True)]
    return sorted(found, key=lambda one: -(one.a + one.b))


def persons(selection: Selection, ground: Ground) -> float | None:
    """Return the people of a selection's units or countries; None where any is not known."""
    if selection.picked or selection.area or selection.bbox or selection.near:
        return None
    level, wanted = (1, unit_ids(selection)) if selection.admin1 else (0, selection.countries)
    known = ground.persons_by_unit(level)
    if not wanted or any(one not in known for one in wanted):
        return None
    return float(sum(known[one].persons for one in wanted))
