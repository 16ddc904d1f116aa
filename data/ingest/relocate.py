"""Incidents of a store located anew, after the boundaries they were set against have changed.

Points stay where they are, and so does what the source said. What follows from the boundaries
is told again: country, units, and the doubts about these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa

from data.areas.drawn import Drawn
from data.boundaries import resolve_country
from data.ingest.locate import CONFLICT, FLAG, Locator, Points
from data.ingest.unit_doubts import DIFFERS, OLDER
from data.model import SCHEMA
from data.store import Writer

OF_BOUNDARIES = frozenset({CONFLICT, DIFFERS, OLDER})
"""Flags that follow from boundaries; all others stay."""
FOLLOWS = ("found_admin0", "admin0", "admin1", "admin1_id", "admin2", "flags")
READ = ("incident_id", "lat", "lon", "where_precision", "named_admin0", "named_admin1",
        "named_admin2", "date_start", *FOLLOWS)
ANSWER = pa.schema([
    ("located_id", pa.string()), ("found_admin0", pa.string()), ("admin0", pa.string()),
    ("admin1", pa.string()), ("admin1_id", pa.string()), ("admin2", pa.string()),
    ("flags", pa.list_(FLAG)),
])
BATCH = 50_000

Row = dict[str, Any]
Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class Move:
    """How many incidents went from one unit of a level to another; None is no unit."""

    was: str | None
    now: str | None
    incidents: int

    def as_json(self) -> dict[str, Any]:
        """Return what scripts may rely on."""
        return {"from": self.was, "to": self.now, "incidents": self.incidents}


@dataclass(frozen=True)
class Relocation:
    """What became of the incidents.

    Attributes:
        located: how many were located anew.
        changed: how many of them something changed for: country, unit or a doubt.
        units: moves between first-level units, the most frequent first.
        second: the same of second-level units.
    """

    located: int
    changed: int
    units: tuple[Move, ...]
    second: tuple[Move, ...]

    def as_json(self) -> dict[str, Any]:
        """Return what scripts may rely on."""
        return {"located": self.located, "changed": self.changed,
                "units": [move.as_json() for move in self.units],
                "second_level": [move.as_json() for move in self.second]}


def relocate(
    writer: Writer, areas: Drawn, iso2: Sequence[str], bounds: Bounds, tolerance_km: float
) -> tuple[Relocation, ir.Table | None]:
    """Locate the incidents of some countries over new boundaries.

    Args:
        writer: the snapshot being built.
        areas: the boundaries as they are now.
        iso2: countries whose boundaries changed.
        bounds: west, south, east, north of what changed, in degrees; whatever lies within
            is located anew too, whichever country it names.
        tolerance_km: as for an import.

    Returns:
        What became of them, and the table of incidents; None where none changed.
    """
    locator = Locator(tolerance_km, areas)
    incidents = writer.previous()
    touched = incidents.filter(_touched(incidents, iso2, bounds))
    located, changed = 0, []
    units: Counter[tuple[str | None, str | None]] = Counter()
    second: Counter[tuple[str | None, str | None]] = Counter()
    for batch in _batches(writer, touched):
        located += len(batch)
        for before, after in zip(batch, _located(locator, batch), strict=True):
            if any(before[name] != after[name] for name in FOLLOWS):
                changed.append(after)
            units[before["admin1"], after["admin1"]] += 1
            second[before["admin2"], after["admin2"]] += 1
    report = Relocation(located, len(changed), _moves(units), _moves(second))
    return report, _with(writer, incidents, changed) if changed else None


def _touched(incidents: ir.Table, iso2: Sequence[str], bounds: Bounds) -> ir.BooleanValue:
    west, south, east, north = bounds
    within = incidents.lon.between(west, east) & incidents.lat.between(south, north)
    named = incidents.admin0.isin(iso2) | incidents.found_admin0.isin(iso2)
    # What names no country may name a unit that none had before.
    unsaid = incidents.admin0.isnull() & incidents.named_admin1.notnull()
    return within.fill_null(False) | named.fill_null(False) | unsaid


def _batches(writer: Writer, touched: ir.Table) -> Iterator[list[Row]]:
    rows = writer.fetch(touched.select(*READ).order_by("incident_id"))
    for batch in rows.to_batches(BATCH):
        yield batch.to_pylist()


def _located(locator: Locator, rows: list[Row]) -> Iterator[Row]:
    found = locator.locate(_points(rows)).to_pylist()
    for before, place in zip(rows, found, strict=True):
        kept = [flag for flag in before["flags"] or [] if flag["reason"] not in OF_BOUNDARIES]
        doubts = [flag for flag in (place["conflict"], place["unit_doubt"]) if flag]
        yield {"located_id": before["incident_id"], **{name: place[name] for name in FOLLOWS[:-1]},
               "flags": [*kept, *doubts]}


def _points(rows: list[Row]) -> Points:
    def floats(name: str) -> Any:
        return np.array([np.nan if row[name] is None else row[name] for row in rows])

    def texts(name: str) -> Any:
        return np.array([*(row[name] for row in rows), None], dtype=object)[:-1]

    days = np.array([row["date_start"] for row in rows], dtype="datetime64[D]")
    return Points(
        record=np.arange(len(rows)), lat=floats("lat"), lon=floats("lon"),
        where_precision=np.array([row["where_precision"] for row in rows], dtype=np.int8),
        country=np.array([*(_code(row["named_admin0"]) for row in rows), None],
                         dtype=object)[:-1],
        named=texts("named_admin0"), unit=texts("named_admin1"), unit2=texts("named_admin2"),
        days=days.astype(np.float64))


@cache
def _code(name: str | None) -> str | None:
    return resolve_country(name) if name else None


def _moves(counted: Counter[tuple[str | None, str | None]]) -> tuple[Move, ...]:
    return tuple(Move(was, now, n) for (was, now), n in counted.most_common() if was != now)


def _with(writer: Writer, incidents: ir.Table, changed: list[Row]) -> ir.Table:
    """Return all incidents, those that changed with what follows from the boundaries now."""
    name = writer.stage(pa.Table.from_pylist(changed, ANSWER))
    answers = ibis.table(ibis.schema(ANSWER), name=name).rename(
        {f"new_{column}": column for column in FOLLOWS})
    joined = incidents.left_join(answers, incidents.incident_id == answers.located_id)
    told = {column: ibis.ifelse(joined.located_id.notnull(), joined[f"new_{column}"],
                                joined[column]) for column in FOLLOWS}
    rows = joined.mutate(**told).select(*SCHEMA.names)
    return rows.order_by(["source", "source_record_id"])
