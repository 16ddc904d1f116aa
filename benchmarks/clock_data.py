"""Incidents for the clock's benchmark: as many hexagons, months and kinds as it needs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from data import hexes, taxonomy
from data.demo.store import fill
from data.model import SCHEMA
from data.store import Store

CELLS = 12_000
INCIDENTS = 500_000
RESOLUTION = 5
MONTHS = np.arange("2014-01", "2026-01", dtype="datetime64[M]")
KINDS = tuple(kind.id for kind in taxonomy.KINDS)[:12]
SEED = 6
LASTING = 0.1
"""Share of incidents that last for up to two months; all others are of one day."""

Cells = npt.NDArray[np.int64]


def build(folder: Path) -> pa.Table:
    """Publish the incidents as a store in `folder`, and return them."""
    table = incidents()
    fill(Store(folder), table)
    return table


def incidents() -> pa.Table:
    """Make incidents over the hexagons, each month and kind alike."""
    draw = np.random.default_rng(SEED)
    lat, lon = _points(draw)
    place = np.concatenate([np.arange(CELLS), draw.integers(0, CELLS, INCIDENTS - CELLS)])
    first = MONTHS[0].astype("datetime64[D]")
    past = (MONTHS[-1] + np.timedelta64(1, "M")).astype("datetime64[D]")
    span = int((past - first).astype(np.int64))
    start = draw.integers(0, span, INCIDENTS)
    lasts = np.where(draw.random(INCIDENTS) < LASTING, draw.integers(1, 60, INCIDENTS), 0)
    end = np.minimum(start + lasts, span - 1)
    exact = np.ones(INCIDENTS, np.int8)
    known = {
        "incident_id": np.char.add("i", np.arange(INCIDENTS).astype(str)),
        "source": np.full(INCIDENTS, "Synthetic"), "source_record_id": np.arange(
            INCIDENTS).astype(str),
        "licence": np.full(INCIDENTS, "CC0-1.0"), "sensitivity": np.full(INCIDENTS, "public"),
        "kind": np.array(KINDS)[draw.integers(0, len(KINDS), INCIDENTS)],
        "date_start": first + start, "date_end": first + end, "date_precision": exact,
        "lat": lat[place], "lon": lon[place], "where_precision": exact,
        "synthetic": np.ones(INCIDENTS, bool), "cell": hexes.index(lat, lon, exact[:CELLS])[place],
    }
    schema = SCHEMA.to_pyarrow()
    return pa.table([pa.array(known[field.name], field.type) if field.name in known
                     else pa.nulls(INCIDENTS, field.type) for field in schema], schema)


def _points(draw: np.random.Generator) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return one point in each of the hexagons, which lie close together."""
    lat, lon = draw.uniform(10, 23, CELLS * 9), draw.uniform(-8, 12, CELLS * 9)
    cells, first = np.unique(hexes.at(lat, lon, RESOLUTION), return_index=True)
    if len(cells) < CELLS:
        raise ValueError(len(cells))
    here = first[:CELLS]
    return lat[here], lon[here]


def window_counts(table: pa.Table, length: int, steps: int) -> tuple[Cells, npt.NDArray[np.int64]]:
    """Return the hexagons' ids and their counts in successive windows of months, (steps, cells)."""
    cells, place = np.unique(
        hexes.parents(table.column("cell").to_numpy(), RESOLUTION), return_inverse=True)
    start, end = (table.column(name).to_numpy().astype("datetime64[M]").astype(np.int64)
                  for name in ("date_start", "date_end"))
    low = MONTHS[0].astype(np.int64)
    return cells, np.stack([
        np.bincount(place[(start <= low + i + length - 1) & (end >= low + i)],
                    minlength=len(cells)) for i in range(steps)])
