"""Comparing two sides: what can be chosen, and where the browser puts its controls.

The browser draws the map and its controls itself (`assets/js/later/compare*.js`); the server
says what can be chosen, and tells what changed once the clock is at rest.
"""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, dcc, html
from flask import Flask, Response, jsonify

from callbacks import compare_told, facets, ids
from callbacks.context import Context, ground_of
from callbacks.language import of_request
from callbacks.parts import extra
from data.errors import AtlasError
from data.evidence.model import Intervention
from data.i18n import t
from data.store import Snapshot


def answers(server: Flask, context: Context) -> None:
    """Add `/compare/choices`: kinds, sources, places and dated interventions, as JSON."""

    @server.get("/compare/choices")
    def choices() -> Response:
        return jsonify(offered(context.store.current(), of_request(context.settings)))


def register(app: Dash, context: Context) -> None:
    """Tell what changed when the browser asks."""

    @app.callback(
        output={"told": Output(ids.COMPARE_TOLD, "children")},
        inputs={"request": Input(ids.COMPARE_REQUEST, "data")},
        prevent_initial_call=True,
    )
    def told(request: dict[str, Any] | None) -> dict[str, Any]:
        language = of_request(context.settings)
        try:
            return {"told": compare_told.drawn(context, request or {}, language)}
        except AtlasError as error:
            return {"told": html.P(error.render(language), role="alert")}


def controls(language: str) -> list[Any]:
    """Build the panel, and the box for what lies over a divided map; empty until opened."""
    label = t(language, "Compare")
    return [html.Div(id="compare-view"), html.Section([
        dcc.Store(id=ids.COMPARE_REQUEST),
        html.Div(id="compare-controls"),
        html.Div(id=ids.COMPARE_TOLD, **extra({"aria-live": "polite"})),
    ], id="compare-panel", className="compare-panel scrolls", hidden=True, tabIndex=-1,
        **extra({"aria-label": label}))]


def offered(snapshot: Snapshot | None, language: str) -> dict[str, Any]:
    """List what a side may be narrowed to, and the days of interventions to compare around."""
    known = facets.of(snapshot)
    return {
        "kinds": facets.kind_options(known, language),
        "places": [{"group": t(language, "Countries"),
                    "items": facets.country_options(known, language)},
                   *facets.unit_options(known, language)],
        "sources": list(known.sources),
        "interventions": _interventions(ground_of(snapshot).evidence.interventions, language),
    }


def _interventions(known: tuple[Intervention, ...], language: str) -> list[dict[str, str]]:
    """List what was done on days that are known, the earliest first."""
    dated = sorted((one for one in known if one.days), key=lambda one: one.days or ())
    return [{"label": one.name(language), "first": first.isoformat(), "last": last.isoformat()}
            for one in dated if one.days for first, last in [one.days]]
