"""The legend over the map: drawn from what layers say, its counts filled in as time moves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, dcc, html

from callbacks import glossary, ids
from callbacks.browser import wire
from callbacks.context import Context
from callbacks.language import of_request
from callbacks.parts import coded, extra
from data.i18n import nmsg, t
from layers import swatch
from layers.legend import Apart, Entry, Legend, Source
from layers.marks_wire import look
from layers.registry import BY_ID
from layers.style import Style


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
        selection=context.selection(request["selection"]), resolution=int(request["res"]),
        months=int(request["months"]), days=request.get("days"), language=language)
    options = request.get("options") or {}
    on = sorted((BY_ID[name] for name in request["layers"] if name in BY_ID),
                key=lambda layer: layer.order)
    legends = []
    for layer in on:
        own = tuple(sorted((options.get(layer.id) or {}).items()))
        found, used = context.found(snapshot, layer, replace(wanted, options=own))
        legends.append(layer.legend(found, used))
    return legends


def scale(legend: Legend) -> dict[str, Any]:
    """Return what the browser bins, colours and sizes by: exactly what the legend shows."""
    classes = legend.classes()
    return {"bounds": legend.bounds(), "colours": [entry.style.colours for entry in classes],
            "keys": [entry.key for entry in classes],
            "styles": [look(entry.style) for entry in classes], "perRoot": legend.per_root}


def drawn(legend: Legend, language: str) -> html.Section:
    """Draw one layer's legend."""
    rows = [_row(legend.layer, entry, language) for entry in legend.entries]
    if legend.apart:
        rows.append(_apart(legend.layer, legend.apart, language))
    inside: list[Any] = [html.Summary(html.H3(legend.title)), html.Ul(rows)]
    if not rows and not legend.leads:
        nothing = t(language, "Nothing of this is in the selection shown.")
        inside.append(html.P(nothing, className="note"))
    if legend.leads:
        inside.append(html.P(coded(legend.notes[0]), className="note"))
        legend = replace(legend, notes=legend.notes[1:])
    if legend.synthetic:
        inside.append(html.P([html.Span(t(language, "Synthetic demonstration data"),
                                        className="synthetic"),
                              glossary.hint("synthetic", language)], className="hinted-mark"))
    if legend.notes or legend.sources:
        inside.append(_about(legend, language))
    return html.Section(
        html.Details(inside, open=True, **extra({"data-part": legend.layer})),
        className="legend-part", **extra({"data-layer": legend.layer}))


def sample(style: Style) -> html.Span:
    """Draw a legend entry's sample as its marks are drawn, in the colours of both themes."""
    light, dark = (f"url(\"{swatch.address(style, theme)}\")" for theme in (0, 1))
    wide, tall = swatch.box(style)
    size = {"width": f"{wide:g}px", "height": f"{tall:g}px"} if tall > swatch.TALL else {}
    large = " sample-sized" if wide > swatch.WIDE else ""
    return html.Span(className="sample" + large, style={"--light": light, "--dark": dark, **size},
                     **extra({"aria-hidden": "true"}))


def _about(legend: Legend, language: str) -> html.Details:
    """Tell what must be known of a layer and where it comes from, a click away."""
    count = nmsg("{count} source", "{count} sources", len(legend.sources)).render(language)
    summary = t(language, "Notes and {sources}", sources=count)
    if not legend.notes or not legend.sources:
        summary = count if legend.sources else t(language, "Notes")
    sources = [html.Li(_source(one)) for one in legend.sources]
    return html.Details([
        html.Summary(summary),
        *[html.P(coded(note), className="note") for note in legend.notes],
        html.Ul(sources, className="sources"),
    ], className="source-list", **extra({"data-part": f"{legend.layer}-about"}))


def _source(one: Source) -> list[Any]:
    more = " · ".join(part for part in (one.publisher, one.licence) if part)
    title = html.A(one.title, href=one.url, target="_blank", rel="noreferrer") if (
        one.url.startswith(("https://", "http://"))) else one.title
    return [title, html.Span(f" {more}", className="quiet") if more else ""]


def _row(layer: str, entry: Entry, language: str) -> html.Li:
    count = _live(layer, entry.key) if entry.key else html.Span()
    return html.Li([sample(entry.style), html.Span(entry.label), count])


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
