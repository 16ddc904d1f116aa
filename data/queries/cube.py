"""The cube that travels to the browser: starts and ends by hexagon and kind.

A row says how many incidents of one kind share a cell, a first and a last step of
time. Any window is then counted without asking again: the rows that start by its
end and end by its start or later.
"""

from __future__ import annotations

from typing import Literal

import ibis
import ibis.expr.types as ir

from data.queries.filters import selected
from data.queries.hexes import placed_cell
from data.selection import Selection

Step = Literal["day", "month"]


def step_number(column: ir.DateColumn, step: Step) -> ir.IntegerColumn:
    """Number days since 1970-01-01, or months since January 1970."""
    if step == "day":
        return column.epoch_days().cast("int32")
    return ((column.year() - 1970) * 12 + column.month() - 1).cast("int32")


def cube(selection: Selection, resolution: int, step: Step = "day") -> ir.Table:
    """Count incidents by cell, kind, first and last step, whenever they happened.

    Returns:
        `cell` (null: counted apart), `kind`, `start`, `end`, `n`, `deaths`, ordered.
    """
    rows = selected(selection.anytime())
    keyed = rows.select(
        cell=placed_cell(rows, resolution),
        kind=rows.kind,
        start=step_number(rows.date_start, step),
        end=step_number(rows.date_end, step),
        deaths=rows.fatalities_best.fill_null(0),
    )
    return (
        keyed.group_by(["cell", "kind", "start", "end"])
        .agg(n=lambda r: r.count().cast("int32"), deaths=lambda r: r.deaths.sum().cast("int64"))
        .order_by([ibis.asc("cell", nulls_first=False), "start", "end", "kind"])
    )
