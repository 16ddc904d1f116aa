"""Incidents in full as rows, a page at a time or all of them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from callbacks.context import Context, ground_of
from callbacks.table_cells import COLUMNS, cell
from callbacks.table_parts import Row, Shown, head
from callbacks.table_request import TableRequest
from data import taxonomy
from data.ground import Ground
from data.hexes import BY_WHERE_PRECISION
from data.i18n import nmsg
from data.model import BY_NAME, SCHEMA
from data.queries.exports import Rules, passing
from data.queries.table import listed, page
from data.selection import BBox, Selection
from data.store import Snapshot
from layers.areas import country_shape, unit_shape

FIRST = "date_start"


def shown(context: Context, snapshot: Snapshot, asked: TableRequest, language: str) -> Shown:
    """Return a page of incidents with how many there are, and the row of the one picked."""
    selection = context.selection(asked.query)
    sort = order_of(asked)
    found = listed(selection, asked.view)
    total = snapshot.rows(found.agg(n=found.count()))[0]["n"]
    last = max(1, -(-total // asked.size))
    at = min(max(1, asked.page), last)
    rows = snapshot.rows(page(
        selection, sort=sort, descending=asked.descending, offset=(at - 1) * asked.size,
        limit=asked.size, view=asked.view, order=_order(sort, language)))
    beside = _picked(snapshot, selection, asked, rows)
    ground = ground_of(snapshot)
    return Shown(
        count=nmsg("{count} incident", "{count} incidents", total).render(language),
        at=at, last=last,
        heads=[head(name, COLUMNS[name].render(language), sort, descending=asked.descending,
                    meaning=BY_NAME[name].meaning.render(language)) for name in COLUMNS],
        rows=[*(_row(row, ground, language, pinned=True) for row in beside),
              *(_row(row, ground, language) for row in rows)])


def leaving(
    context: Context, snapshot: Snapshot, asked: TableRequest, language: str
) -> tuple[list[str], list[list[Any]]]:
    """Return heads and rows of the whole table, without incidents that may not be passed on."""
    sort = order_of(asked)
    every = page(context.selection(asked.query), sort=sort, descending=asked.descending,
                 limit=None, view=asked.view, order=_order(sort, language))
    rows = snapshot.rows(passing(every, Rules.of(context.settings)))
    heads = [COLUMNS[name].render(language) for name in COLUMNS]
    return heads, [[_plain(name, row, language) for name in COLUMNS] for row in rows]


def order_of(asked: TableRequest) -> str:
    """Return the field that rows are sorted by; the first day where the request names none."""
    return asked.sort if asked.sort in SCHEMA else FIRST


@lru_cache(maxsize=8)
def _order(sort: str, language: str) -> dict[str, int] | None:
    """Return the order of a field's labels, where the labels are what a person reads."""
    if sort != "kind":
        return None
    kinds = sorted(taxonomy.KINDS, key=lambda kind: taxonomy.fold(kind.label(language)))
    return {kind.id: i for i, kind in enumerate(kinds)}


def _picked(
    snapshot: Snapshot, selection: Selection, asked: TableRequest, rows: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the incident picked on the map, where it is of the table but not of this page."""
    if not asked.picked or any(row["incident_id"] == asked.picked for row in rows):
        return []
    found = listed(selection, asked.view)
    return snapshot.rows(found.filter(found.incident_id == asked.picked))


def _row(row: dict[str, Any], ground: Ground, language: str, *, pinned: bool = False) -> Row:
    box = _box(row, ground)
    at = {"data-at": ",".join(f"{edge:.5f}" for edge in box)} if box else {}
    return Row([cell(name, row, language) for name in COLUMNS],
               {"data-incident": row["incident_id"], **at}, pinned)


def _box(row: dict[str, Any], ground: Ground) -> BBox | None:
    """Return where an incident is: its point if that is exact or near, else what it is known to.

    A point that stands for a region would claim more than is known.
    """
    lon, lat = row["lon"], row["lat"]
    if row["where_precision"] in BY_WHERE_PRECISION and None not in (lon, lat):
        return lon, lat, lon, lat
    shape = unit_shape(ground, row["admin1_id"]) if row["admin1_id"] else None
    if shape is None and row["admin0"]:
        shape = country_shape(row["admin0"])
    if shape is None:
        return None
    west, south, east, north = shape.bounds
    return west, south, east, north


def _plain(name: str, row: dict[str, Any], language: str) -> Any:
    """Write a field for a file: numbers and days as they are, the rest as the table does."""
    value = row[name]
    if isinstance(value, bool) or name in ("kind", "admin0", "kind_rule", "actors", "flags"):
        return cell(name, row, language)
    return value
