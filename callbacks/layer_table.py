"""A layer's marks as rows: the same that the map shows in this window, sorted and paged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from callbacks.context import Context
from callbacks.table_parts import Row, Shown, head
from callbacks.table_request import TableRequest
from data import taxonomy
from data.i18n import day, nmsg, number, t
from data.permitted import permitted
from data.queries.exports import Rules
from data.selection import BBox
from data.store import Snapshot
from layers.answers import answered
from layers.base import Found, Layer, Request
from layers.extent import extent, meets

Told = dict[str, Any]
"""A row as the layer gives it."""


def shown(context: Context, snapshot: Snapshot, asked: TableRequest, language: str) -> Shown:
    """Return the page that was asked for; a column the layer lacks leaves the layer's order."""
    layer, wanted = _layer(asked), _wanted(context, asked, language)
    found, used = context.found(snapshot, layer, wanted)
    places = _extents(layer, found, used)
    rows = _sorted(_within(layer.rows(found, used).to_pylist(), places, asked.view), asked)
    last = max(1, -(-len(rows) // asked.size))
    at = min(max(1, asked.page), last)
    page = rows[(at - 1) * asked.size : at * asked.size]
    named = _columns(layer, rows)
    write = _Writer(layer, named, places, used.resolution, language)
    return Shown(
        count=nmsg("{count} row", "{count} rows", len(rows)).render(language), at=at, last=last,
        heads=[head(name, label, asked.sort, descending=asked.descending) for name, label in
               _said(named, language).items()],
        rows=[*(write(row, pinned=True) for row in _picked(rows, page, asked)),
              *(write(row) for row in page)],
        says=layer.says.render(language))


def leaving(
    context: Context, snapshot: Snapshot, asked: TableRequest, language: str
) -> tuple[list[str], list[list[Any]]]:
    """Return heads and rows of the whole table, as if what may not be passed on were not there.

    So no number of it rests on such a record. Where invented incidents are among what it rests
    on, a last column says so.
    """
    layer, ground = _layer(asked), permitted(snapshot, Rules.of(context.settings))
    found, used = answered(
        ground.snapshot or snapshot, ground, layer, _wanted(context, asked, language))
    every = layer.rows(found, used).to_pylist()
    rows = _sorted(_within(every, _extents(layer, found, used), asked.view), asked)
    named = _columns(layer, rows)
    heads = list(_said(named, language).values())
    lines = [[row[name] for name in named] for row in rows]
    if layer.legend(found, used).synthetic:
        heads.append(t(language, "Synthetic"))
        said = t(language, "rests on invented incidents too")
        lines = [[*line, said] for line in lines]
    return heads, lines


def _layer(asked: TableRequest) -> Layer:
    assert asked.layer is not None
    return asked.layer


def _wanted(context: Context, asked: TableRequest, language: str) -> Request:
    return context.request(
        selection=context.selection(asked.query), language=language,
        resolution=asked.resolution, options=asked.options)


def _extents(layer: Layer, found: Found, used: Request) -> dict[str, BBox]:
    """Return where each mark is that the map shows in this window."""
    return {mark.id: extent(mark) for mark in layer.drawing(found, used)}


def _within(rows: list[Told], places: Mapping[str, BBox], view: BBox | None) -> list[Told]:
    """Keep rows whose mark is in view; one that the map does not show is in none."""
    if view is None:
        return rows
    there = {id for id, box in places.items() if meets(box, view)}
    return [row for row in rows if _mark(row) in there]


def _sorted(rows: list[Told], asked: TableRequest) -> list[Told]:
    """Sort by a column as a person reads it, empty cells last; ties keep the layer's order."""
    name = asked.sort
    if not rows or name not in rows[0]:
        return rows
    filled = [row for row in rows if row[name] not in (None, "")]
    empty = [row for row in rows if row[name] in (None, "")]
    return [*sorted(filled, key=lambda row: _rank(row[name]), reverse=asked.descending), *empty]


def _rank(value: Any) -> Any:
    return taxonomy.fold(value) if isinstance(value, str) else value


def _picked(rows: list[Told], page: list[Told], asked: TableRequest) -> list[Told]:
    """Return the row of what is picked on the map, where it is not on this page."""
    if not asked.picked or any(_mark(row) == asked.picked for row in page):
        return []
    return [row for row in rows if _mark(row) == asked.picked][:1]


def _mark(row: Told) -> str | None:
    mark: str | None = row.get("mark")
    return mark or None


def _columns(layer: Layer, rows: list[Told]) -> dict[str, Any]:
    return {name: label for name, label in layer.columns().items() if not rows or name in rows[0]}


def _said(named: Mapping[str, Any], language: str) -> dict[str, str]:
    labels = {name: label.render(language) for name, label in named.items()}
    return {name: label[:1].upper() + label[1:] for name, label in labels.items()}


class _Writer:
    """Writes rows of a layer; the first column opens a row's details and goes to its place."""

    def __init__(
        self, layer: Layer, columns: Mapping[str, Any], places: Mapping[str, BBox],
        resolution: int, language: str,
    ) -> None:
        self.layer, self.columns, self.places = layer, list(columns), places
        self.resolution, self.language = resolution, language

    def __call__(self, row: Told, *, pinned: bool = False) -> Row:
        cells = [_text(row[name], self.language) for name in self.columns]
        return Row(cells, self._picks(row), pinned)

    def _picks(self, row: Told) -> dict[str, str]:
        picked = _mark(row) or row.get("id")
        if not picked:
            return {}
        box = self.places.get(picked)
        at = {"data-at": ",".join(f"{edge:.5f}" for edge in box)} if box else {}
        more = {"data-res": str(self.resolution)} if self.layer.gridded else {}
        return {"data-mark": picked, "data-layer": self.layer.id, **at, **more}


def _text(value: Any, language: str) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value, language)
    if isinstance(value, dt.date):
        return day(value, language)
    return str(value)
