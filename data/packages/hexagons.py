"""Hexagons with counts, which stand for single incidents where an export is coarsened."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import numpy as np
import pyarrow as pa

from data import hexes as grid
from data.packages.columns import HEXAGON
from data.packages.content import Content, Shapes
from data.queries.exports import RULES, Rules, passing
from data.queries.filters import selected
from data.queries.hexes import placed_cell
from data.selection import Selection
from data.store import Snapshot

SCHEMA = pa.schema([
    ("cell", pa.string()), ("incidents", pa.int64()), ("fatalities_best", pa.int64()),
    ("synthetic", pa.int64()), ("kinds", pa.string()), ("sources", pa.string())])


def hexagons(
    snapshot: Snapshot, selection: Selection, resolution: int, rules: Rules = RULES
) -> Content:
    """Count the incidents that may leave by hexagon; those counted apart are the last row."""
    rows = _counted(snapshot, selection, resolution, rules)
    table = pa.Table.from_pylist(rows, SCHEMA)
    return Content("hexagons", HEXAGON, SCHEMA, lambda: iter(table.to_batches()), polygons,
                   "Polygon", any(row["synthetic"] for row in rows))


def polygons(batch: pa.RecordBatch) -> Shapes:
    """Return the outline of each row's hexagon; None for what is counted apart."""
    names = batch.column("cell").to_pylist()
    found: Shapes = np.full(len(names), None, object)
    here = [i for i, name in enumerate(names) if name]
    found[here] = grid.polygons(np.array([grid.number(names[i]) for i in here], np.int64))
    return found


def _counted(
    snapshot: Snapshot, selection: Selection, resolution: int, rules: Rules
) -> list[dict[str, Any]]:
    rows = passing(selected(selection), rules)
    keyed = rows.select(cell=placed_cell(rows, resolution), kind=rows.kind, source=rows.source,
                        deaths=rows.fatalities_best.fill_null(0),
                        synthetic=rows.synthetic.cast("int64"))
    counted = keyed.group_by(["cell", "kind", "source"]).agg(
        n=lambda r: r.count(), deaths=lambda r: r.deaths.sum(),
        synthetic=lambda r: r.synthetic.sum())
    held: dict[int | None, list[dict[str, Any]]] = defaultdict(list)
    for row in snapshot.rows(counted.order_by(["cell", "kind", "source"])):
        held[row["cell"]].append(row)
    apart = held.pop(None, None)
    return [_row(cell, held[cell]) for cell in sorted(held, key=str)] + (
        [_row(None, apart)] if apart else [])


def _row(cell: int | None, parts: list[dict[str, Any]]) -> dict[str, Any]:
    total = {name: sum(int(part[name] or 0) for part in parts)
             for name in ("n", "deaths", "synthetic")}
    return {"cell": None if cell is None else grid.text(cell), "incidents": total["n"],
            "fatalities_best": total["deaths"], "synthetic": total["synthetic"],
            "kinds": _listed(parts, "kind"), "sources": _listed(parts, "source")}


def _listed(parts: list[dict[str, Any]], name: str) -> str:
    """Write `kidnapping: 3; cattle_theft: 1`, the most frequent first."""
    counts: Counter[str] = Counter()
    for part in parts:
        counts[part[name] or "–"] += part["n"]
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return "; ".join(f"{word.replace(';', ',')}: {n}" for word, n in ranked)
