"""Who reports on an area, since when, with which gaps, and what is not loaded."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from data.evidence.model import Claim, Document
from data.ground import Ground
from data.profile.area import COUNTRY, FIRST, SECOND, Area, Named, everywhere, named
from data.profile.trend import Reach, reached, reached_by_month
from data.queries import profile as queries
from data.queries.filters import selected
from data.selection import Selection
from data.store import Snapshot

NEAR = 0.02
"""Degrees between the outlines of units that count as neighbours: shipped ones are generalised."""
NEIGHBOURS = 12

Missing = Literal["population", "second_level", "visits", "sources"]


@dataclass(frozen=True)
class Reporter:
    """A source's reports on an area in the selection's window.

    Attributes:
        months: with a report, by the first day of incidents.
        reach: from when to when it reports on the country at all.
    """

    source: str
    incidents: int
    months: int
    reach: Reach


@dataclass(frozen=True)
class Gaps:
    """Months between the first and the last that records of the country reach.

    Attributes:
        months: how many there are.
        silent: those without any report on the area.
        longest: first days of the first and last month of the longest silence; None without.
    """

    months: int
    silent: int
    longest: tuple[dt.date, dt.date] | None


@dataclass(frozen=True)
class Effort:
    """How much is reported on a unit: incidents, sources, months with a report."""

    unit: Named
    incidents: int
    sources: int
    months: int


@dataclass(frozen=True)
class Reporting:
    """Who tells of an area, and what is not told.

    Attributes:
        reporters: sources of incidents, the most months first.
        gaps: None where the country has no records.
        own: the area's effort; None for a drawn one.
        neighbours: units of its level that border on it, the most months first.
        documents: what claims of the profile come from, with how many of them.
        missing: what would be told if it were loaded.
    """

    reporters: tuple[Reporter, ...]
    gaps: Gaps | None
    own: Effort | None
    neighbours: tuple[Effort, ...]
    documents: tuple[tuple[Document, int], ...]
    missing: tuple[Missing, ...]


def reporting(
    area: Area, selection: Selection, snapshot: Snapshot, ground: Ground, claims: Iterable[Claim],
    *, peopled: bool,
) -> Reporting:
    """Tell who reports on an area.

    Args:
        area: the area.
        selection: its filters and window.
        snapshot: the incidents.
        ground: units, people and evidence of the same snapshot.
        claims: those that the profile tells.
        peopled: whether its people are known.
    """
    rows = snapshot.rows(queries.reports(area.incidents(selection)))
    around = area.surroundings(selection.anytime())
    reaches = {one.source: one for one in reached(around, snapshot)}
    own, neighbours = _efforts(area, selection, snapshot, ground)
    return Reporting(
        _reporters(rows, reaches),
        _gaps([row["month"] for row in rows], reached_by_month(around, snapshot), selection),
        own, neighbours, _documents(claims),
        _missing(area, ground, len(reaches), peopled=peopled))


def _reporters(
    rows: list[dict[str, Any]], reaches: dict[str, Reach]
) -> tuple[Reporter, ...]:
    by_source: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_source[row["source"] or ""].append(row)
    found = [Reporter(source, sum(row["incidents"] for row in own), len(own),
                      reaches.get(source) or _own_reach(source, [row["month"] for row in own]))
             for source, own in by_source.items()]
    return tuple(sorted(found, key=lambda one: (-one.months, one.source)))


def _own_reach(source: str, months: list[int]) -> Reach:
    """Return the months of a source all of whose incidents name another country."""
    return Reach(source, _first_day(min(months)), _first_day(max(months)))


def _gaps(months: list[int], reaches: Sequence[Reach], selection: Selection) -> Gaps | None:
    """Count the months of the window, as far as records reach, in which nobody reported."""
    if not reaches:
        return None
    first = max(filter(None, [min(r.first for r in reaches), selection.date_from]))
    last = min(filter(None, [max(r.last for r in reaches), selection.date_to]))
    start, end = _month(first), _month(last)
    if end < start:
        return None
    told = np.array([start - 1, *sorted({m for m in months if start <= m <= end}), end + 1])
    lengths = np.diff(told) - 1
    at = int(lengths.argmax())
    longest = (None if not lengths[at] else
               (_first_day(int(told[at]) + 1), _first_day(int(told[at + 1]) - 1)))
    return Gaps(end - start + 1, int(lengths.sum()), longest)


def _month(day: dt.date) -> int:
    return (day.year - 1970) * 12 + day.month - 1


def _first_day(month: int) -> dt.date:
    return dt.date(1970 + month // 12, month % 12 + 1, 1)


def _efforts(
    area: Area, selection: Selection, snapshot: Snapshot, ground: Ground
) -> tuple[Effort | None, tuple[Effort, ...]]:
    """Measure the reports on an area and on the units that border on it."""
    if area.level is None:
        return None, ()
    units = ground.units(area.level)
    field = {COUNTRY: "admin0", FIRST: "admin1_id", SECOND: "admin2"}[area.level]
    near = units.tree.query(area.shape, predicate="dwithin", distance=NEAR).tolist()
    # Names of second-level units are told apart by their country alone.
    near = [i for i in near if area.level != SECOND or units.iso2[i] == area.iso2]
    rows = selected(everywhere(selection))
    if area.level == SECOND:
        rows = rows.filter(rows.admin0 == area.iso2)
    found = {row["unit"]: row for row in snapshot.rows(queries.effort(rows, field))}

    def effort(i: int) -> Effort:
        unit = named(units, units.ids[i])
        row = found.get(unit.name("en") if area.level == SECOND else unit.id, {})
        return Effort(unit, row.get("incidents", 0), row.get("sources", 0), row.get("months", 0))

    own = effort(units.position[area.unit.id])
    others = [effort(i) for i in near if units.ids[i] != area.unit.id]
    return own, tuple(sorted(others, key=lambda one: (-one.months, one.unit.id))[:NEIGHBOURS])


def _documents(claims: Iterable[Claim]) -> tuple[tuple[Document, int], ...]:
    counted: dict[str, int] = defaultdict(int)
    documents: dict[str, Document] = {}
    for claim in claims:
        documents[claim.cited.id] = claim.cited
        counted[claim.cited.id] += 1
    return tuple((documents[id], counted[id])
                 for id in sorted(counted, key=lambda id: (-counted[id], id)))


def _missing(
    area: Area, ground: Ground, sources: int, *, peopled: bool
) -> tuple[Missing, ...]:
    second = SECOND in ground.levels and area.iso2 in ground.units(SECOND).iso2
    lacking: list[tuple[Missing, bool]] = [
        ("population", not peopled), ("second_level", not second),
        ("visits", not ground.evidence.visits), ("sources", sources < 2)]
    return tuple(name for name, absent in lacking if absent)
