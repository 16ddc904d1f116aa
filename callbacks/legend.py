"""The legend over the map: drawn from what layers say, its counts filled in as time moves."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, dcc, html

from callbacks import ids
from callbacks.browser import wire
from callbacks.context import Context
from callbacks.language import of_request
from callbacks.parts import extra, two_tone
from data.i18n import number, t
from data.selection import Selection
from layers.legend import Apart, Entry, Legend
from layers.registry import BY_ID


def register(app: Dash, context: Context) -> None:
    """Draw legends when filter, resolution, window length or layers change."""

    @app.callback(
        output={"legend": Output(ids.LEGEND, "children"),
                    "bounds": Output(ids.LEGEND_BOUNDS, "data")},
        inputs={"request": Input(ids.LEGEND_REQUEST, "data")},
        prevent_initial_call=True,
    )
    def legend(request: dict[str, Any] | None) -> dict[str, Any]:
        language = of_request(context.settings)
        legends = made(context, request or {}, language)
        return {"legend": [drawn(one, language) for one in legends],
                "bounds": {one.layer: scale(one) for one in legends}}

    wire(app, "legend", (ids.LEGEND_BOUNDS, "data"))


def made(context: Context, request: dict[str, Any], language: str) -> list[Legend]:
    """Return the legends of the layers that are on, in their order on the map."""
    snapshot = context.store.current()
    if snapshot is None or not request:
        return []
    wanted = context.request(
        selection=Selection.from_query(request["selection"]), resolution=int(request["res"]),
        months=int(request["months"]), language=language)
    on = sorted((BY_ID[name] for name in request["layers"] if name in BY_ID),
                key=lambda layer: layer.order)
    legends = []
    for layer in on:
        found, used = context.found(snapshot, layer, wanted)
        legends.append(layer.legend(found, used))
    return legends


def scale(legend: Legend) -> dict[str, Any]:
    """Return what the browser bins and colours by: exactly what the legend shows."""
    classes = [entry for entry in legend.entries if entry.low is not None]
    return {"bounds": legend.bounds(), "colours": [entry.colours for entry in classes]}


def drawn(legend: Legend, language: str) -> html.Section:
    """Draw one layer's legend."""
    rows = [_row(legend.layer, entry, language) for entry in legend.entries]
    if legend.apart:
        rows.append(_apart(legend.layer, legend.apart, language))
    inside: list[Any] = [html.H3(legend.title), html.Ul(rows)]
    inside += [html.P(note, className="note") for note in legend.notes]
    if legend.synthetic:
        inside.append(html.P(t(language, "Synthetic demonstration data"), className="synthetic"))
    return html.Section(inside, className="legend-part", **extra({"data-layer": legend.layer}))


def _row(layer: str, entry: Entry, language: str) -> html.Li:
    swatch = html.Span(entry.letter, className=f"swatch swatch-{entry.swatch}",
                       style=two_tone(entry.colours), **extra({"aria-hidden": "true"}))
    if entry.live:
        count = _live(layer, entry.live)
    else:
        count = html.Output(
            "" if entry.count is None else number(entry.count, language), className="count")
    return html.Li([swatch, html.Span(entry.label), count])


def _live(layer: str, what: str) -> html.Output:
    """Leave a place for the browser's own count, which follows the clock."""
    return html.Output(className="count", **extra({"data-layer": layer, "data-count": what}))


def _apart(layer: str, apart: Apart, language: str) -> html.Li:
    return html.Li([
        html.Span(className="swatch swatch-apart", **extra({"aria-hidden": "true"})),
        html.Details([
            html.Summary([apart.label, " ", html.Span(t(language, "(why?)"), className="why")]),
            html.P(apart.why)]),
        _live(layer, "apart"),
    ], className="apart")


def controls(language: str) -> html.Div:
    """Build the card; its parts come with the first data."""
    title = t(language, "Legend")
    return html.Div([
        dcc.Store(id=ids.LEGEND_REQUEST), dcc.Store(id=ids.LEGEND_BOUNDS),
        html.Details([
            html.Summary(title),
            html.Div(id=ids.LEGEND, className="legend-parts"),
        ], open=True),
    ], className="legend", role="region", **extra({"aria-label": title}))
