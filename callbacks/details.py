"""What was picked on the map or in the table, told in words."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, dcc, html

from callbacks import (
    area_panel,
    claim_details,
    hexagon_details,
    ids,
    incident_details,
    stacked,
    tellers,
)
from callbacks.asked import Asked
from callbacks.context import Context, ground_of
from callbacks.language import of_request
from callbacks.parts import extra, icon_button
from data.errors import AtlasError
from data.i18n import t
from data.store import Snapshot


def register(app: Dash, context: Context) -> None:
    """Tell what is known of what was picked."""

    @app.callback(
        output={"details": Output(ids.DETAILS, "children")},
        inputs={"picked": Input(ids.PICKED, "data")},
        prevent_initial_call=True,
    )
    def details(picked: dict[str, Any] | None) -> dict[str, Any]:
        language = of_request(context.settings)
        try:
            return {"details": told(context, picked, language)}
        except AtlasError as error:
            return {"details": [_close(language), html.P(error.render(language), role="alert")]}


def told(context: Context, picked: dict[str, Any] | None, language: str) -> Any:
    """Return the panel's content for what was picked; nothing where nothing is."""
    snapshot = context.store.current()
    if not picked or snapshot is None:
        return None
    inside: Any
    match picked["layer"]:
        case "hexagons":
            inside = hexagon_details.tell(
                snapshot, picked["id"], int(picked["res"]), picked["query"], language)
        case "incidents":
            inside = incident_details.tell(
                snapshot, picked["id"], language, stacked.tell(snapshot, picked, language))
        case _:
            inside = _mark(context, snapshot, picked, language)
    return [_close(language), inside]


def _close(language: str) -> html.Button:
    return icon_button("close", t(language, "Close and go back to the overview"), "details-close")


def _mark(context: Context, snapshot: Snapshot, picked: dict[str, Any], language: str) -> Any:
    """Tell of a layer's mark: by the layer's own teller, else as a single claim."""
    ground = ground_of(snapshot)
    teller = tellers.TELLERS.get(picked["layer"])
    if teller is not None:
        asked = Asked(context, snapshot, ground, picked, language)
        return teller(asked)
    return claim_details.tell(ground.evidence, picked["id"], language)


def controls(language: str) -> html.Aside:
    """Build the right panel: an overview of the window, or what was picked."""
    return html.Aside([
        dcc.Store(id=ids.PICKED),
        *area_panel.controls(language),
        html.Section([html.H2(t(language, "In this window")), html.Div(id="overview")],
                     className="overview"),
        html.Section(id=ids.DETAILS, className="details", **extra({"aria-live": "polite"})),
    ], id="right-panel", className="panel panel-right scrolls", tabIndex=0,
        **extra({"aria-label": t(language, "Details")}))
