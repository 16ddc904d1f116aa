"""The table twin of the map: the same incidents as text, a page at a time."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, dcc, html

from callbacks import ids, layer_table
from callbacks.context import Context
from callbacks.language import of_request
from callbacks.parts import extra, icon_button
from callbacks.table_cells import COLUMNS, cell
from data.errors import AtlasError
from data.i18n import nmsg, t
from data.model import SCHEMA
from data.queries.stats import totals
from data.queries.table import page
from data.store import Snapshot
from layers.base import Layer
from layers.registry import BY_ID, LAYERS

SIZE = 50


def register(app: Dash, context: Context) -> None:
    """Bring a page of rows when the browser asks for one."""

    @app.callback(
        output={"table": Output(ids.TABLE, "children")},
        inputs={"request": Input(ids.TABLE_REQUEST, "data")},
        prevent_initial_call=True,
    )
    def rows(request: dict[str, Any] | None) -> dict[str, Any]:
        language = of_request(context.settings)
        try:
            return {"table": drawn(context, request or {}, language)}
        except AtlasError as error:
            return {"table": html.P(error.render(language), role="alert")}


def drawn(context: Context, request: dict[str, Any], language: str) -> Any:
    """Return one page of the table with its count and its page buttons."""
    snapshot = context.store.current()
    if snapshot is None or not request:
        return None
    layer = BY_ID.get(request.get("layer") or "")
    if layer is not None:
        return _of_layer(context, snapshot, layer, request, language)
    selection = context.selection(request["query"])
    sort = request["sort"] if request["sort"] in SCHEMA else "date_start"
    descending = bool(request["descending"])
    total = snapshot.rows(totals(selection))[0]["incidents"]
    last = max(1, -(-total // SIZE))
    at = min(max(1, int(request["page"])), last)
    found = snapshot.rows(page(
        selection, sort=sort, descending=descending, offset=(at - 1) * SIZE, limit=SIZE))
    return [
        _pages(nmsg("{count} incident", "{count} incidents", total).render(language),
               at, last, language),
        html.Div(html.Table([
            html.Thead(html.Tr([_head(name, sort, descending, language) for name in COLUMNS])),
            html.Tbody([_row(row, language) for row in found]),
        ]), className="table-scroll scrolls", tabIndex=0, role="region",
            **extra({"aria-label": t(language, "Incidents shown")})),
    ]


def _of_layer(
    context: Context, snapshot: Snapshot, layer: Layer, request: dict[str, Any], language: str
) -> Any:
    shown = layer_table.page(context, snapshot, layer, request, language)
    return [
        _pages(layer_table.count(shown.total, language), shown.at, shown.last, language),
        html.Div(layer_table.table(layer, shown, language), className="table-scroll scrolls",
                 tabIndex=0, role="region",
                 **extra({"aria-label": layer.title.render(language)})),
    ]


def _head(name: str, sort: str, descending: bool, language: str) -> html.Th:
    state = ("descending" if descending else "ascending") if name == sort else "none"
    label = COLUMNS[name].render(language)
    button = html.Button(label, type="button", **extra({"data-sort": name}))
    return html.Th(button, scope="col", **extra({"aria-sort": state}))


def _row(row: dict[str, Any], language: str) -> html.Tr:
    cells = [html.Td(cell(name, row, language)) for name in COLUMNS]
    opener = html.Button(cells[0].children, type="button",
                         **extra({"data-incident": row["incident_id"]}))
    return html.Tr([html.Th(opener, scope="row"), *cells[1:]])


def _pages(count: str, at: int, last: int, language: str) -> html.Div:
    where = t(language, "page {page} of {pages}", page=at, pages=last)
    return html.Div([
        html.Span(f"{count} · {where}"),
        _turn("back", t(language, "Page before"), "table-back", at - 1, at > 1),
        _turn("on", t(language, "Next page"), "table-on", at + 1, at < last),
    ], className="pages", **extra({"aria-live": "polite"}))


def _turn(name: str, label: str, id: str, to: int, possible: bool) -> html.Button:
    return icon_button(name, label, id, disabled=not possible, **extra({"data-page": str(to)}))


def _choice(language: str) -> html.Select:
    """Choose what the rows are: incidents, or what one of the layers draws."""
    offered = [html.Option(t(language, "Incidents, in full"), value="")]
    offered += [html.Option(layer.title.render(language), value=layer.id)
                for layer in sorted(LAYERS, key=lambda one: one.order)]
    return html.Select(offered, id="table-layer", className="table-layer",
                       **extra({"aria-label": t(language, "What the rows are")}))


def controls(language: str) -> html.Section:
    """Build the panel over the lower half; it is empty until it is opened."""
    title = t(language, "Table")
    return html.Section([
        dcc.Store(id=ids.TABLE_REQUEST),
        html.Div([
            html.H2(title),
            _choice(language),
            icon_button("close", t(language, "Close the table"), "table-close"),
        ], className="table-head"),
        html.Div(id=ids.TABLE, className="table"),
    ], id="table-panel", className="table-panel", tabIndex=-1, **extra({"aria-label": title}))
