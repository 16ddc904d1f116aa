"""The cube that travels to the browser: starts and ends by hexagon and kind.

A row says how many incidents of one kind share a cell, a first and a last step of
time. Any window is then counted without asking again: the rows that start by its
end and end by its start or later.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import ibis
import ibis.expr.types as ir

from data.queries.filters import selected
from data.queries.hexes import placed_cell
from data.selection import Selection

COARSE_DATE = 3
"""`date_precision` from which a date is coarse: a week, a month, a year or less."""

Step = Literal["day", "month"]
Split = Literal["source", "currency", "basis"]


def step_number(column: ir.DateColumn, step: Step) -> ir.IntegerColumn:
    """Number days since 1970-01-01, or months since January 1970."""
    if step == "day":
        return column.epoch_days().cast("int32")
    return ((column.year() - 1970) * 12 + column.month() - 1).cast("int32")


def cube(
    selection: Selection, resolution: int, step: Step = "day", split: Sequence[Split] = ()
) -> ir.Table:
    """Count incidents by cell, kind, first and last step, whenever they happened.

    Args:
        selection: the filter; its window is left to the reader of the cube.
        resolution: of the cells.
        step: unit of `start` and `end`.
        split: columns that rows are told apart by as well, so that what they hold is not
            added; with any, money is added too.

    Returns:
        `cell` (null: counted apart), `kind`, `start`, `end`, `n`, `coarse` (how many of these
        have a coarse date) and `deaths`, ordered; with `split` also its columns (empty: not
        stated) and `amount`.
    """
    rows = selected(selection.anytime())
    keyed = rows.select(
        cell=placed_cell(rows, resolution),
        kind=rows.kind,
        start=step_number(rows.date_start, step),
        end=step_number(rows.date_end, step),
        coarse=(rows.date_precision >= COARSE_DATE).cast("int32"),
        deaths=rows.fatalities_best.fill_null(0),
        **{name: rows[name].fill_null("") for name in split},
        **({"amount": rows.amount_best.fill_null(0.0)} if split else {}),
    )
    money = {"amount": lambda r: r.amount.sum()} if split else {}
    return (
        keyed.group_by(["cell", "kind", "start", "end", *split])
        .agg(n=lambda r: r.count().cast("int32"), coarse=lambda r: r.coarse.sum().cast("int32"),
             deaths=lambda r: r.deaths.sum().cast("int64"), **money)
        .order_by([ibis.asc("cell", nulls_first=False), "start", "end", "kind", *split])
    )
