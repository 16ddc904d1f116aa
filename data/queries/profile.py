"""What a profile counts of the incidents of an area, whichever rows these are."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from data.model import SCHEMA
from data.queries.cube import step_number
from data.queries.filters import flag_reasons

LOOSE = 5
"""`date_precision` of an incident known to the year or less: it belongs to no month."""


def totals(rows: ir.Table) -> ir.Table:
    """Return one row: `incidents`, `first` and `last` day, `synthetic`, `flagged`, `sources`."""
    doubted = flag_reasons(rows).contains("country_conflict")
    return rows.agg(
        incidents=rows.count(), first=rows.date_start.min(), last=rows.date_end.max(),
        synthetic=rows.synthetic.cast("int64").sum().fill_null(0),
        flagged=doubted.cast("int64").sum().fill_null(0), sources=rows.source.nunique())


def by_field(rows: ir.Table, field: str) -> ir.Table:
    """Count incidents by a field: `key` (null: not known), `incidents`, the most first.

    With `first` and `last` day, and how many are `synthetic`.
    """
    if field not in SCHEMA:
        raise ValueError(field)
    return (
        rows.mutate(key=rows[field]).group_by("key")
        .agg(incidents=lambda r: r.count(), first=lambda r: r.date_start.min(),
             last=lambda r: r.date_end.max(),
             synthetic=lambda r: r.synthetic.cast("int64").sum())
        .order_by([ibis.desc("incidents"), ibis.asc("key", nulls_first=False)])
    )


def actors(rows: ir.Table, most: int) -> ir.Table:
    """Count incidents by an actor and its role: `name`, `role`, `incidents`; at most `most`."""
    told = rows.select("incident_id", actor=rows.actors).unnest("actor")
    each = told.select("incident_id", name=told.actor["name"], role=told.actor["role"]).distinct()
    return (
        each.filter(each.name.notnull()).group_by(["name", "role"])
        .agg(incidents=lambda r: r.count())
        .order_by([ibis.desc("incidents"), "name", "role"]).limit(most)
    )


def dated(rows: ir.Table) -> ir.Table:
    """Keep the incidents that belong to a month: their date is known to less than a year."""
    return rows.filter((rows.date_precision != LOOSE).fill_null(True))


def starts(rows: ir.Table) -> ir.Table:
    """Count incidents by the day that they began on: `day` (since 1970-01-01), `kind`, `n`.

    `loose` tells those whose date is known to the year or less.
    """
    keyed = rows.select("kind", day=step_number(rows.date_start, "day"),
                        loose=(rows.date_precision == LOOSE).fill_null(False))
    keys = ["day", "kind", "loose"]
    return keyed.group_by(keys).agg(n=lambda r: r.count()).order_by(keys)


def reports(rows: ir.Table) -> ir.Table:
    """Return the months in which each source reported: `source`, `month`, `incidents`.

    An incident is a report of the month, since January 1970, of its first day.
    """
    keyed = rows.select("source", month=step_number(rows.date_start, "month"))
    return (keyed.group_by(["source", "month"]).agg(incidents=lambda r: r.count())
            .order_by(["source", "month"]))


def effort(rows: ir.Table, unit: str) -> ir.Table:
    """Count reports by a field that names units: `unit`, `incidents`, `sources`, `months`."""
    keyed = rows.filter(rows[unit].notnull()).select(
        "source", unit=rows[unit], month=step_number(rows.date_start, "month"))
    return (
        keyed.group_by("unit")
        .agg(incidents=lambda r: r.count(), sources=lambda r: r.source.nunique(),
             months=lambda r: r.month.nunique())
        .order_by("unit")
    )


def paid(rows: ir.Table, kinds: tuple[str, ...]) -> ir.Table:
    """Keep the incidents of some kinds, and those of any kind that state an amount of money."""
    stated = rows.amount_low.notnull() | rows.amount_best.notnull() | rows.amount_high.notnull()
    return rows.filter(rows.kind.isin(kinds) | stated)
