"""A layer's marks as rows: the same that the map shows in this window, sorted and paged."""

from __future__ import annotations

import dataclasses
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from dash import html

from callbacks.context import Context
from callbacks.parts import extra
from data.i18n import nmsg, number
from data.store import Snapshot
from layers.base import Layer

SIZE = 50


@dataclasses.dataclass(frozen=True)
class Page:
    """One page of a layer's rows.

    Attributes:
        rows: as dictionaries.
        total, at, last: how many rows there are, which page this is, and the last one.
        sort, descending: the order in force.
    """

    rows: list[dict[str, Any]]
    total: int
    at: int
    last: int
    sort: str
    descending: bool


def page(context: Context, snapshot: Snapshot, layer: Layer, request: dict[str, Any],
         language: str) -> Page:
    """Return the page that was asked for; a field the layer lacks leaves the layer's order."""
    wanted = context.request(
        selection=context.selection(request["query"]), language=language,
        resolution=int(request.get("res") or 4),
        options=tuple(sorted((request.get("options") or {}).items())))
    found, used = context.found(snapshot, layer, wanted)
    rows = layer.rows(found, used)
    sort = request["sort"] if request["sort"] in rows.column_names else ""
    if sort:
        rows = _sorted(rows, sort, bool(request["descending"]))
    last = max(1, -(-rows.num_rows // SIZE))
    at = min(max(1, int(request["page"])), last)
    return Page(rows.slice((at - 1) * SIZE, SIZE).to_pylist(), rows.num_rows, at, last, sort,
                bool(request["descending"]))


def count(rows: int, language: str) -> str:
    """Say how many rows there are."""
    return nmsg("{count} row", "{count} rows", rows).render(language)


def table(layer: Layer, shown: Page, language: str) -> html.Table:
    """Draw the page; the first column opens a row's details."""
    named = layer.columns()
    columns = [name for name in named if not shown.rows or name in shown.rows[0]]
    return html.Table([
        html.Thead(html.Tr([_head(name, named[name].render(language), shown)
                            for name in columns])),
        html.Tbody([_row(layer, row, columns, language) for row in shown.rows]),
    ])


def _head(name: str, label: str, shown: Page) -> html.Th:
    state = ("descending" if shown.descending else "ascending") if name == shown.sort else "none"
    button = html.Button(label[:1].upper() + label[1:], type="button",
                         **extra({"data-sort": name}))
    return html.Th(button, scope="col", **extra({"aria-sort": state}))


def _row(layer: Layer, row: dict[str, Any], columns: list[str], language: str) -> html.Tr:
    cells = [_text(row[name], language) for name in columns]
    picked = row.get("mark") or row.get("id")
    first: Any = cells[0]
    if picked:
        first = html.Button(cells[0], type="button",
                            **extra({"data-mark": picked, "data-layer": layer.id}))
    return html.Tr([html.Th(first, scope="row"), *[html.Td(cell, title=cell if len(cell) > 40
                                                           else "") for cell in cells[1:]]])


def _text(value: Any, language: str) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value, language)
    return str(value)


def _sorted(rows: pa.Table, name: str, descending: bool) -> pa.Table:
    order = pc.sort_indices(rows, [(name, "descending" if descending else "ascending")])
    return rows.take(order)
