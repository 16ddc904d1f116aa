"""Incidents as rows: a page of the table, one record, and single points for the map."""

from __future__ import annotations

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from data.hexes import BY_WHERE_PRECISION
from data.model import SCHEMA
from data.queries.cube import step_number
from data.queries.filters import folded, inside, selected, touches
from data.selection import BBox, Selection

LATEST = "date_start"


def listed(selection: Selection, view: BBox | None = None) -> ir.Table:
    """Return the incidents of a selection, only those with a point in `view` where one is given."""
    rows = selected(selection)
    return rows if view is None else rows.filter(inside(rows, view))


def page(
    selection: Selection, *, sort: str = LATEST, descending: bool = True, offset: int = 0,
    limit: int | None = 50, view: BBox | None = None, order: Mapping[str, int] | None = None,
) -> ir.Table:
    """Return a page of incidents, sorted by a field; ties fall by identity, empty ones come last.

    Words are sorted as a person reads them: whatever their case and accents.

    Args:
        selection: which incidents.
        sort: the field that they are sorted by.
        descending: the last first.
        offset: how many are passed over.
        limit: the most that are returned; None for all the rest.
        view: only those with a point in this box.
        order: how a field of words is sorted, where not by the words themselves: a number for
            each, such as the place of a kind's label in a language.
    """
    if sort not in SCHEMA:
        raise ValueError(sort)
    rows = listed(selection, view)
    by = rows[sort] if order is None else ranks(rows[sort], order)
    if isinstance(by, ir.StringColumn):
        by = folded(by)
    key = ibis.desc(by) if descending else ibis.asc(by)
    return rows.order_by([key, "incident_id"]).limit(limit, offset=offset)


def ranks(words: ir.Column, order: Mapping[str, int]) -> ir.IntegerColumn:
    """Return the number of each word; one that has none comes after them all."""
    return words.cases(*order.items(), else_=len(order))


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

    Those in the selection's window come first, so that a limit never leaves them out for others.

    Returns:
        `incident_id`, `lon`, `lat`, `kind`, `where_precision`, `date_precision`, `start`,
        `end` (days since 1970-01-01) and `deaths`, the latest first on either side of that.
    """
    rows = selected(selection.anytime())
    exact = rows.filter(rows.where_precision.isin(list(BY_WHERE_PRECISION)), rows.lat.notnull())
    outside = [~touches(exact, selection)] if selection.date_from or selection.date_to else []
    return (
        exact.order_by([*outside, ibis.desc(LATEST), "incident_id"])
        .limit(limit)
        .select(
            "incident_id", "lon", "lat", "kind", "where_precision", "date_precision",
            start=lambda r: step_number(r.date_start, "day"),
            end=lambda r: step_number(r.date_end, "day"),
            deaths=lambda r: r.fatalities_best.fill_null(0),
        )
    )
