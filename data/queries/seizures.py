"""Seizures by the place that they are known to, what was seized, and its unit."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from data.hexes import RESOLUTION_MASK, RESOLUTION_SHIFT
from data.queries.coarse import TO_A_COUNTRY, TO_A_UNIT
from data.queries.cube import step_number
from data.queries.filters import flag_reasons, selected
from data.queries.hexes import placed_cell
from data.selection import Selection

FAMILY = "seizure"
TOTAL = "aggregate_total"
"""Flag of a total, which may hold seizures that are recorded singly, and is none itself."""
RESOLUTION = 6
"""H3 resolution that exact places are put together by, about 36 km² each."""


def seizures(selection: Selection) -> ir.Table:
    """Count seizures by place and by what was seized, whenever they happened.

    Returns:
        One of `cell`, `unit` and `country` (all null: nowhere), `kind`, `commodity` and
        `measure` (its unit; empty where not stated, or where no quantity is), `start`,
        `end` (days since 1970-01-01), `n` seizures and `quantity`, ordered.
    """
    rows = _placed(selected(selection.anytime()))
    counted = rows.quantity > 0
    keyed = rows.select(
        "cell", "unit", "country", "kind", commodity=rows.commodity.fill_null(""),
        measure=ibis.ifelse(counted, rows.unit_of_quantity.fill_null(""), ""),
        start=step_number(rows.date_start, "day"), end=step_number(rows.date_end, "day"),
        quantity=ibis.ifelse(counted, rows.quantity, 0.0))
    keys = ["cell", "unit", "country", "kind", "commodity", "measure", "start", "end"]
    return (keyed.group_by(keys)
            .agg(n=lambda r: r.count().cast("int32"), quantity=lambda r: r.quantity.sum())
            .order_by([ibis.asc(key, nulls_first=False) for key in keys]))


def seized_at(
    selection: Selection, *, cell: int | None = None, unit: str = "", country: str = ""
) -> ir.Table:
    """Return the seizures of one place: a cell as `seizures` gives it, a unit or a country."""
    rows = _placed(selected(selection))
    if cell is not None:
        return rows.filter(rows.cell == ibis.literal(cell, type="int64"))
    return rows.filter(rows.unit == unit) if unit else rows.filter(rows.country == country)


def units_seized() -> ir.Table:
    """Count the units that quantities of seizures are stated in: `measure`, `n`."""
    rows = selected(Selection())
    stated = rows.filter(_is_seizure(rows), rows.quantity > 0, rows.unit.notnull())
    return (stated.group_by(measure=stated.unit).agg(n=lambda r: r.count())
            .order_by([ibis.desc("n"), "measure"]))


def _placed(rows: ir.Table) -> ir.Table:
    """Keep seizures, each with the one place that it is put at."""
    kept = rows.filter(_is_seizure(rows))
    fine = (kept.cell >> RESOLUTION_SHIFT) & RESOLUTION_MASK
    cell = ibis.ifelse(fine >= RESOLUTION, placed_cell(kept, RESOLUTION), kept.cell)
    placed = kept.rename(unit_of_quantity="unit").mutate(cell=cell)
    apart = placed.cell.isnull()
    to_unit = apart & placed.where_precision.isin(TO_A_UNIT) & placed.admin1_id.notnull()
    to_country = apart & ~to_unit & placed.where_precision.isin([*TO_A_UNIT, *TO_A_COUNTRY])
    return placed.mutate(
        unit=ibis.ifelse(to_unit, placed.admin1_id, ibis.null("string")),
        country=ibis.ifelse(to_country, placed.admin0, ibis.null("string")))


def _is_seizure(rows: ir.Table) -> ir.BooleanValue:
    return rows.kind.startswith(f"{FAMILY}.") & ~flag_reasons(rows).contains(TOTAL)
