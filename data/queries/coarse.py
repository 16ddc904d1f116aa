"""Incidents known to a unit or a country and no closer."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from data.queries.cube import Step, step_number
from data.queries.filters import selected
from data.selection import Selection

TO_A_UNIT = (3, 4)
TO_A_COUNTRY = (5, 6)
"""Values of `where_precision`. Second-level units are told by the first-level one around them,
vague areas by their country."""


def coarse(selection: Selection, step: Step = "day") -> ir.Table:
    """Count incidents by the unit or country that they are known to, whenever they happened.

    Returns:
        `unit` (null: known to the country), `country` (both null: known to neither),
        `start`, `end` in the step asked, and `n`, ordered.
    """
    rows = _known(selected(selection.anytime()))
    keyed = rows.select("unit", "country", start=step_number(rows.date_start, step),
                        end=step_number(rows.date_end, step))
    keys = ["country", "unit", "start", "end"]
    return (keyed.group_by(keys).agg(n=lambda r: r.count().cast("int32"))
            .order_by([ibis.asc(key, nulls_first=False) for key in keys]))


def known_to(selection: Selection, *, unit: str = "", country: str = "") -> ir.Table:
    """Return the incidents known to a unit, or to a country, and no closer."""
    rows = _known(selected(selection))
    if unit:
        return rows.filter(rows.unit == unit)
    return rows.filter(rows.unit.isnull(), rows.country == country)


def place(rows: ir.Table) -> list[ir.Value]:
    """Return the unit or country that each coarse incident is known to; null of all others."""
    unit, country = _place(rows)
    return [ibis.ifelse(rows.where_precision > 2, unit.fill_null(country), ibis.null("string"))]


def _known(rows: ir.Table) -> ir.Table:
    """Keep coarse incidents, with the place that they are known to."""
    coarse_rows = rows.filter(rows.where_precision > 2)
    unit, country = _place(coarse_rows)
    return coarse_rows.mutate(unit=unit, country=country)


def _place(coarse_rows: ir.Table) -> tuple[ir.StringValue, ir.StringValue]:
    to_unit = coarse_rows.where_precision.isin(TO_A_UNIT) & coarse_rows.admin1_id.notnull()
    placed = coarse_rows.where_precision.isin([*TO_A_UNIT, *TO_A_COUNTRY])
    return (ibis.ifelse(to_unit, coarse_rows.admin1_id, ibis.null("string")),
            ibis.ifelse(placed, coarse_rows.admin0, ibis.null("string")))
