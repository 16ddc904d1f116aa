"""Totals and breakdowns of a selection."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from data.model import SCHEMA
from data.queries.filters import flag_reasons, selected
from data.selection import Selection


def totals(selection: Selection) -> ir.Table:
    """Return one row: counts, deaths by estimate, first and last day, flagged, synthetic.

    `deaths_known` counts the incidents that state a best estimate: unknown is not zero.

    A missing low or high estimate counts as the best one, so that low ≤ best ≤ high holds.
    """
    rows = selected(selection)
    best = rows.fatalities_best.fill_null(0)
    return rows.agg(
        incidents=rows.count(),
        fatalities_low=_total(rows.fatalities_low.fill_null(best)),
        fatalities_best=_total(best),
        fatalities_high=_total(rows.fatalities_high.fill_null(best)),
        date_min=rows.date_start.min(),
        date_max=rows.date_end.max(),
        flagged=_total(flag_reasons(rows).contains("country_conflict").cast("int64")),
        synthetic=_total(rows.synthetic.cast("int64")),
        sources=rows.source.nunique(),
        deaths_known=rows.fatalities_best.count(),
    )


def breakdown(selection: Selection, field: str) -> ir.Table:
    """Count incidents by one field: `key`, `incidents`, the most frequent first."""
    if field not in SCHEMA:
        raise ValueError(field)
    rows = selected(selection)
    return _counted(rows.select(key=rows[field]))


def deaths(selection: Selection) -> ir.Table:
    """Add deaths by source; see `deaths_of`."""
    return deaths_of(selected(selection))


def deaths_of(rows: ir.Table) -> ir.Table:
    """Add deaths by source: `key`, `low`, `best`, `high` and the `incidents` that state them.

    Sources that state none are left out; the one that states most comes first. A missing
    estimate counts as in `totals`.
    """
    best = rows.fatalities_best.fill_null(0)
    stated = rows.select(key=rows.source, best=best, low=rows.fatalities_low.fill_null(best),
                         high=rows.fatalities_high.fill_null(best))
    stated = stated.filter((stated.best > 0) | (stated.high > 0))
    return (
        stated.group_by("key")
        .agg(low=lambda r: _total(r.low), best=lambda r: _total(r.best),
             high=lambda r: _total(r.high), incidents=lambda r: r.count())
        .order_by([ibis.desc("best"), ibis.desc("high"), "key"])
    )


def by_unit(selection: Selection) -> ir.Table:
    """Count incidents by first-level unit: `admin0`, `key` (name or null), `incidents`."""
    rows = selected(selection)
    return (
        rows.select(key=rows.admin1, admin0=ibis.ifelse(rows.admin1.isnull(), ibis.null("string"),
                                                        rows.admin1_id.split("-")[0]))
        .group_by(["key", "admin0"])
        .agg(incidents=lambda r: r.count())
        .order_by([ibis.desc("incidents"), "key", "admin0"])
    )


def by_unit_code(selection: Selection) -> ir.Table:
    """Count incidents by code of the first-level unit, as `by_unit` does by name.

    Incidents known less exactly than to a unit are in none.
    """
    rows = selected(selection)
    return _counted(rows.filter(rows.admin1_id.notnull()).select(key=rows.admin1_id))


def _counted(keys: ir.Table) -> ir.Table:
    return (
        keys.group_by("key")
        .agg(incidents=lambda r: r.count())
        .order_by([ibis.desc("incidents"), "key"])
    )


def _total(column: ir.IntegerColumn) -> ir.IntegerScalar:
    return column.sum().fill_null(0).cast("int64")
