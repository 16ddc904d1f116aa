"""Incidents counted in hexagons, and those that are counted apart."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from data.hexes import RESOLUTION_MASK, RESOLUTION_SHIFT
from data.queries.filters import parent, selected
from data.selection import Selection


def placed_cell(rows: ir.Table, resolution: int) -> ir.IntegerColumn:
    """Return each row's cell at `resolution`; null where it is counted apart.

    A row is counted apart when it has no cell, or one coarser than `resolution`.
    """
    own = (rows.cell >> RESOLUTION_SHIFT) & RESOLUTION_MASK
    return ibis.ifelse(own >= resolution, parent(rows.cell, resolution), ibis.null("int64"))


def hexes(selection: Selection, resolution: int) -> ir.Table:
    """Count incidents by cell: `cell` (null: counted apart), `incidents`, `fatalities_best`."""
    rows = selected(selection)
    return (
        rows.mutate(cell=placed_cell(rows, resolution))
        .group_by("cell")
        .agg(
            incidents=lambda r: r.count(),
            fatalities_best=lambda r: r.fatalities_best.sum().fill_null(0).cast("int64"),
        )
        .order_by("cell")
    )


def inside(selection: Selection, cell: int, resolution: int) -> ir.Table:
    """Return the incidents that a hexagon holds at its resolution."""
    rows = selected(selection)
    return rows.filter(placed_cell(rows, resolution) == ibis.literal(cell, type="int64"))


def profile(selection: Selection, cell: int, resolution: int) -> ir.Table:
    """Count what a hexagon holds by kind: `kind`, `incidents`, `fatalities_best`."""
    return by_kind(inside(selection, cell, resolution))


def by_kind(rows: ir.Table) -> ir.Table:
    """Count incidents by kind, the most frequent first."""
    return (
        rows.group_by("kind")
        .agg(
            incidents=lambda r: r.count(),
            fatalities_best=lambda r: r.fatalities_best.sum().fill_null(0).cast("int64"),
        )
        .order_by([ibis.desc("incidents"), "kind"])
    )
