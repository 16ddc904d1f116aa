"""Who reports where and when: distinct sources by hexagon and month."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from data.queries.cube import step_number
from data.queries.filters import selected
from data.queries.hexes import inside, placed_cell
from data.selection import Selection


def effort(selection: Selection, resolution: int) -> ir.Table:
    """Count distinct sources by cell and month, whenever they reported.

    An incident is a report of its source in the month of its first day. Incidents too
    coarse for the cells are in none.

    Returns:
        `cell`, `month` (since January 1970) and `sources`, ordered.
    """
    rows = selected(selection.anytime())
    keyed = rows.select(cell=placed_cell(rows, resolution), source=rows.source,
                        month=step_number(rows.date_start, "month"))
    return (
        keyed.filter(keyed.cell.notnull()).group_by(["cell", "month"])
        .agg(sources=lambda r: r.source.nunique().cast("int32"))
        .order_by([ibis.asc("cell"), "month"])
    )


def reporters(selection: Selection, cell: int, resolution: int) -> ir.Table:
    """Return the sources that reported on a cell in the selection's window.

    Returns:
        `source`, `incidents` and `months` in which it reported, the most months first.
    """
    rows = inside(selection, cell, resolution)
    return (
        rows.group_by("source")
        .agg(incidents=lambda r: r.count(),
             months=lambda r: step_number(r.date_start, "month").nunique())
        .order_by([ibis.desc("months"), "source"])
    )
