"""What two sides of a comparison hold: by hexagon, by region, and in both at once."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from data.queries.cube import Step, step_number
from data.queries.filters import selected
from data.queries.hexes import placed_cell
from data.selection import Selection


def spells(selection: Selection, resolution: int, step: Step) -> ir.Table:
    """Count incidents by cell, first and last step, whenever they happened.

    Returns:
        `cell` (null: counted apart), `start`, `end` and `n`, ordered.
    """
    rows = selected(selection.anytime())
    keyed = rows.select(cell=placed_cell(rows, resolution),
                        start=step_number(rows.date_start, step),
                        end=step_number(rows.date_end, step))
    return (keyed.group_by(["cell", "start", "end"]).agg(n=lambda r: r.count().cast("int32"))
            .order_by([ibis.asc("cell", nulls_first=False), "start", "end"]))


def by_region(selection: Selection) -> ir.Table:
    """Count incidents of a selection by first-level unit.

    Returns:
        `unit` and `country` (both null: in none that is known) and `n`, ordered.
    """
    rows = selected(selection)
    return (rows.group_by(unit=rows.admin1_id, country=rows.admin0)
            .agg(n=lambda r: r.count().cast("int64"))
            .order_by([ibis.asc("country", nulls_first=False),
                       ibis.asc("unit", nulls_first=False)]))


def in_both(a: Selection, b: Selection) -> ir.Table:
    """Return one row: how many incidents, `n`, are in both selections."""
    return selected(b, selected(a)).agg(n=lambda r: r.count())
