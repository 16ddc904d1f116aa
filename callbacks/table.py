"""The table twin of the map: what it shows as text, a page at a time; the charts stand beside."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any, cast

from dash import Dash, html
from flask import Flask, Response, jsonify, request

from callbacks import charts, ids, incident_table, layer_table, table_parts
from callbacks.chart_answers import sentence_of
from callbacks.context import Context
from callbacks.endpoints import FOREVER, GONE
from callbacks.language import of_request
from callbacks.parts import extra, icon, icon_button
from callbacks.table_request import SIZE, SIZES, TableRequest
from data.errors import AtlasError
from data.i18n import msg, t
from data.sentence import sentence
from data.store import Snapshot
from layers.registry import LAYERS


def register(app: Dash, context: Context) -> None:
    """Add `/data/<snapshot>/table.json`: a page of rows, for what the table is asked for."""
    server: Flask = cast("Any", app).server

    @server.get("/data/<snapshot>/table.json")
    def rows(snapshot: str) -> Response:
        return answer(context, snapshot)


def answer(context: Context, snapshot: str) -> Response:
    """Answer one address; errors are a sentence, and a replaced snapshot is 410."""
    current, language = context.store.current(), of_request(context.settings)
    if current is None or current.id != snapshot:
        return sentence_of(GONE, msg("The data has been renewed; open the page again."), language)
    try:
        asked = TableRequest.from_arguments(request.args)
        response = jsonify(asdict(page(context, current, asked, language)))
    except AtlasError as error:
        return sentence_of(400, error.message, language)
    response.headers["Cache-Control"] = FOREVER
    return response


def page(
    context: Context, snapshot: Snapshot, asked: TableRequest, language: str
) -> table_parts.Shown:
    """Return one page of the table, and what it is."""
    kind = layer_table.shown if asked.layer else incident_table.shown
    found: table_parts.Shown = kind(context, snapshot, asked, language)
    return replace(found, caption=caption(context, asked, language))


def caption(context: Context, asked: TableRequest, language: str) -> str:
    """Say what the rows are: the layer's title, and the selection's sentence."""
    what = asked.layer.title.render(language) if asked.layer else t(language, "Incidents shown")
    parts = [what, sentence(context.selection(asked.query), language)]
    if asked.view:
        parts.append(t(language, "only what is in the map’s view"))
    return " · ".join(parts)


def _choice(language: str) -> html.Select:
    """Choose what the rows are: incidents, or what one of the layers draws."""
    offered = [html.Option(t(language, "Incidents, in full"), value="")]
    offered += [html.Option(layer.title.render(language), value=layer.id)
                for layer in sorted(LAYERS, key=lambda one: one.order)]
    return html.Select(offered, id="table-layer", className="table-layer",
                       **extra({"aria-label": t(language, "What the rows are")}))


def _sizes(language: str) -> html.Select:
    offered = [html.Option(t(language, "{n} rows a page", n=size), value=str(size),
                           selected=size == SIZE) for size in SIZES]
    return html.Select(offered, id="table-size", className="table-layer",
                       **extra({"aria-label": t(language, "Rows on a page")}))


def _in_view(language: str) -> html.Button:
    return html.Button(t(language, "In the map’s view only"), id="table-view", type="button",
                       role="switch", className="table-view", **extra({"aria-checked": "false"}))


def _download(language: str) -> html.A:
    label = t(language, "This table as CSV")
    left_out = t(language, "Incidents whose licence forbids passing on raw records are left out.")
    return html.A([icon("download"), html.Span(label)], id="table-download", href="#",
                  download="table.csv", title=left_out, className="table-download")


def _tabs(language: str) -> html.Div:
    def tab(id: str, label: str, controls: str, *, selected: bool) -> html.Button:
        return html.Button(label, id=id, type="button", role="tab", tabIndex=0 if selected else -1,
                           **extra({"aria-selected": str(selected).lower(),
                                    "aria-controls": controls}))

    return html.Div([
        tab("tab-table", t(language, "Table"), "table-tab", selected=True),
        tab("tab-charts", t(language, "Charts"), "charts", selected=False),
    ], className="tabs", role="tablist", **extra({"aria-label": t(language, "Table and charts")}))


def controls(language: str) -> html.Section:
    """Build the panel over the lower half; it is empty until it is opened."""
    return html.Section([
        html.Div([
            _tabs(language),
            icon_button("close", t(language, "Close the table"), "table-close"),
        ], className="table-head"),
        html.Div([
            html.Div([_choice(language), _sizes(language), _in_view(language),
                      _download(language)], className="table-tools"),
            html.Div(id=ids.TABLE, className="table"),
        ], id="table-tab", className="table-tab", role="tabpanel",
            **extra({"aria-labelledby": "tab-table"})),
        charts.controls(),
    ], id="table-panel", className="table-panel", tabIndex=-1,
        **extra({"aria-label": t(language, "Table and charts")}))
