"""Incidents as rows: a page of the table, one record, and single points for the map."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from data.hexes import BY_WHERE_PRECISION
from data.model import SCHEMA
from data.queries.cube import step_number
from data.queries.filters import selected
from data.selection import Selection

LATEST = "date_start"


def page(
    selection: Selection, *, sort: str = LATEST, descending: bool = True, offset: int = 0,
    limit: int = 50,
) -> ir.Table:
    """Return a page of incidents, sorted by a field; ties fall by identity."""
    if sort not in SCHEMA:
        raise ValueError(sort)
    rows = selected(selection)
    key = ibis.desc(sort) if descending else ibis.asc(sort)
    return rows.order_by([key, "incident_id"]).limit(limit, offset=offset)


def record(incident_id: str) -> ir.Table:
    """Return one incident by its identity."""
    rows = selected(Selection())
    return rows.filter(rows.incident_id == incident_id)


def at_point(selection: Selection, lon: float, lat: float) -> ir.Table:
    """Return the incidents drawn at one very point, WGS 84 degrees, in the selection's window."""
    rows = selected(selection)
    return rows.filter(
        rows.where_precision.isin(list(BY_WHERE_PRECISION)),
        rows.lon == ibis.literal(lon, "float64"), rows.lat == ibis.literal(lat, "float64"))


def latest(rows: ir.Table, limit: int = 5) -> ir.Table:
    """Return the incidents of `rows` that began last."""
    return rows.order_by([ibis.desc(LATEST), "incident_id"]).limit(limit)


def points(selection: Selection, limit: int) -> ir.Table:
    """Return incidents exact enough to be drawn singly, whenever they happened.

    Returns:
        `incident_id`, `lon`, `lat`, `kind`, `where_precision`, `start`, `end` (days since
        1970-01-01) and `deaths`, the latest first.
    """
    rows = selected(selection.anytime())
    exact = rows.filter(rows.where_precision.isin(list(BY_WHERE_PRECISION)), rows.lat.notnull())
    return (
        exact.order_by([ibis.desc(LATEST), "incident_id"])
        .limit(limit)
        .select(
            "incident_id", "lon", "lat", "kind", "where_precision",
            start=lambda r: step_number(r.date_start, "day"),
            end=lambda r: step_number(r.date_end, "day"),
            deaths=lambda r: r.fatalities_best.fill_null(0),
        )
    )
