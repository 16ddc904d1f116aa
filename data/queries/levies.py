"""Incidents of taxation: what was reported, beside what documents say of levies."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from data import taxonomy
from data.queries.filters import selected
from data.queries.hexes import placed_cell
from data.selection import Selection

GROUP = "taxation"
KINDS = tuple(kind.id for kind in taxonomy.KINDS if kind.group == GROUP)


def reports(selection: Selection) -> ir.Table:
    """Return the incidents of a selection in which something was levied."""
    rows = selected(selection)
    return rows.filter(rows.kind.isin(KINDS))


def reports_by_unit(selection: Selection) -> ir.Table:
    """Count them by first-level unit, whenever they were.

    Returns:
        `unit` (its code), `name`, `incidents`, `first`, `last` (days) and `synthetic` (how
        many are invented); incidents without a unit are left out.
    """
    rows = reports(selection.anytime())
    return (
        rows.filter(rows.admin1_id.notnull())
        .group_by(unit="admin1_id")
        .agg(name=lambda r: r.admin1.max(), incidents=lambda r: r.count(),
             first=lambda r: r.date_start.min(), last=lambda r: r.date_end.max(),
             synthetic=lambda r: r.synthetic.cast("int64").sum())
        .order_by("unit")
    )


def in_unit(rows: ir.Table, unit: str) -> ir.Table:
    """Keep the incidents that lie in a first-level unit, by its code."""
    return rows.filter(rows.admin1_id == unit)


def in_country(rows: ir.Table, iso2: str) -> ir.Table:
    """Keep the incidents of a country."""
    return rows.filter(rows.admin0 == iso2)


def in_cell(rows: ir.Table, cell: int, resolution: int) -> ir.Table:
    """Keep the incidents that a hexagon holds."""
    return rows.filter(placed_cell(rows, resolution) == ibis.literal(cell, type="int64"))


def ledger(rows: ir.Table) -> ir.Table:
    """Bring incidents together by what was levied, by whom, in which currency and for what.

    Returns:
        `kind`, `collector` (the first who is named as one), `currency`, `basis`,
        `incidents`, `stated` (how many state an amount), `low`, `high` (the lowest and the
        highest amount, never a sum), `first`, `last` and `synthetic`; the most first.
    """
    collectors = rows.actors.filter(lambda actor: actor["role"] == "collector")
    named = ibis.ifelse(collectors.length() > 0, collectors[0]["name"], ibis.null("string"))
    rates = rows.mutate(
        collector=named,
        least=ibis.coalesce(rows.amount_low, rows.amount_best, rows.amount_high),
        most=ibis.coalesce(rows.amount_high, rows.amount_best, rows.amount_low))
    return (
        rates.group_by(["kind", "collector", "currency", "basis"])
        .agg(incidents=lambda r: r.count(), stated=lambda r: r.least.count(),
             low=lambda r: r.least.min(), high=lambda r: r.most.max(),
             first=lambda r: r.date_start.min(), last=lambda r: r.date_end.max(),
             synthetic=lambda r: r.synthetic.cast("int64").sum())
        .order_by([ibis.desc("incidents"), "kind", "collector", "currency", "basis"])
    )
