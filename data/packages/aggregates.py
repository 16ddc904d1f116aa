"""Counts of the incidents that may not leave as they are: never of fewer than a few.

Incidents are counted by hexagon, month and kind. A count below `LEAST` is not told; its
incidents are counted again on the next step, by something wider, with all others that were
left. So each incident is in one count at most, and no count can be had by subtracting
counts from one another.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir

from data import hexes as grid
from data.packages.columns import AGGREGATE
from data.queries.cube import COARSE_DATE
from data.queries.exports import RULES, Rules, closed
from data.queries.hexes import placed_cell
from data.selection import Selection
from data.store import Snapshot

LEAST = 5
"""The least number of incidents that a count tells of. Who knows one to four records of a
source, being one of those concerned, would find them in a smaller count; five is what
statistical offices commonly ask."""
CELLS = 4
"""Finest resolution of hexagons: what a place known to within 25 km honours, about 1,770 km²."""
KNOWN_TO_UNIT = 4
"""`where_precision` up to which an incident is known to its first-level unit."""


@dataclass(frozen=True)
class Step:
    """One step: what incidents are counted by; those that lack any of it are left."""

    level: str
    keys: tuple[str, ...]


STEPS = (
    Step("hexagon", ("cell", "month", "kind")),
    Step("unit", ("admin0", "admin1", "month", "kind")),
    Step("unit", ("admin0", "admin1", "year", "kind")),
    Step("country", ("admin0", "year", "kind")),
    Step("country", ("admin0", "year")),
    Step("none", ()),
)


@dataclass(frozen=True)
class Aggregates:
    """Counts of what may not leave.

    Attributes:
        rows: as `columns.AGGREGATE` names them.
        told: how many incidents they count, by source.
        untold: how many are too few even for the widest count, by source.
    """

    rows: tuple[dict[str, Any], ...]
    told: dict[str, int]
    untold: dict[str, int]


def aggregates(
    snapshot: Snapshot, selection: Selection, rules: Rules = RULES, coarsen: int | None = None
) -> Aggregates:
    """Count what stays because of its licence; hexagons are no finer than `coarsen`."""
    rest = snapshot.rows(_counted(closed(selection, rules), min(CELLS, coarsen or CELLS)))
    rows: list[dict[str, Any]] = []
    for step in STEPS:
        told, rest = _taken(step, rest)
        rows += told
    return Aggregates(tuple(rows), _by_source(rows), _by_source(rest))


def _counted(rows: ir.Table, resolution: int) -> ir.Table:
    """Count incidents by all that any step asks for; null where it is not known as exactly."""
    nothing = ibis.null("string")
    unit = rows.where_precision <= KNOWN_TO_UNIT
    year = rows.date_start.year().cast("string")
    month = rows.date_start.strftime("%Y-%m")
    keyed = rows.select(
        "source", "licence", "admin0", "kind", cell=placed_cell(rows, resolution),
        admin1=ibis.ifelse(unit, rows.admin1, nothing), year=year,
        month=ibis.ifelse(rows.date_precision <= COARSE_DATE, month, nothing))
    keys = ["source", "licence", "cell", "admin0", "admin1", "month", "year", "kind"]
    return keyed.group_by(keys).agg(incidents=lambda r: r.count()).order_by(keys)


def _taken(
    step: Step, rows: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the counts of a step that are large enough, and the rows that are in none."""
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    left = []
    for row in rows:
        key = tuple(row[name] for name in ("source", "licence", *step.keys))
        if any(part is None for part in key[2:]):
            left.append(row)
        else:
            groups[key].append(row)
    told = []
    for key in sorted(groups, key=lambda parts: [str(part) for part in parts]):
        total = sum(row["incidents"] for row in groups[key])
        if total >= LEAST:
            told.append(_row(step, groups[key][0], total))
        else:
            left += groups[key]
    return told, left


def _row(step: Step, one: dict[str, Any], total: int) -> dict[str, Any]:
    known = {name: one[name] for name in step.keys}
    told = {**known, "source": one["source"], "licence": one["licence"], "level": step.level,
            "period": known.get("month") or known.get("year"), "incidents": total,
            "cell": grid.text(known["cell"]) if "cell" in known else None}
    return {column.name: told.get(column.name) for column in AGGREGATE}


def _by_source(rows: list[dict[str, Any]]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        counts[row["source"] or ""] += row["incidents"]
    return dict(sorted(counts.items()))
