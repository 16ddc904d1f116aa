"""The map component, and everything that is particular to it."""

from __future__ import annotations

from collections.abc import Sequence

from dash import Dash, html
from deckgl_dash import DeckGL

from callbacks import ids
from callbacks.browser import wire
from callbacks.parts import extra, icon_button
from callbacks.state import PageState, View
from data.i18n import t


def view_of(view: View) -> dict[str, float]:
    """Write a view as the component takes it."""
    longitude, latitude, zoom = view
    return {"longitude": longitude, "latitude": latitude, "zoom": zoom, "pitch": 0, "bearing": 0}


def register(app: Dash) -> None:
    """Follow the map as it is moved, and move it by its buttons; all in the browser."""
    wire(app, "moved", (ids.MAP, "viewState"))
    wire(app, "zoomIn", (ids.ZOOM_IN, "n_clicks"))
    wire(app, "zoomOut", (ids.ZOOM_OUT, "n_clicks"))
    wire(app, "home", (ids.HOME, "n_clicks"))


def _sheets(*names: str) -> list[html.Canvas]:
    """Lay canvases over one another: the ground, fillings, then the data, marks, names."""
    return [html.Canvas(id=name, className="sheet", **extra({"aria-hidden": "true"}))
            for name in names]


def _levels(levels: Sequence[int]) -> str:
    """Write the levels of units that can be picked on the map."""
    return ",".join(str(level) for level in levels if level in (1, 2))


def controls(state: PageState, home: View, levels: Sequence[int] = (1,)) -> html.Div:
    """Build the map and its buttons. Layers come from `assets/js/map.js`, never from here."""
    language = state.language
    return html.Div([
        *_sheets("ground", "fills", "hexes"),
        DeckGL(
            id=ids.MAP, layers=[], enable_events=["viewStateChange"],
            initial_view_state=view_of(state.view or home),
            controller={"dragRotate": False, "touchRotate": False, "keyboard": False},
            style={"position": "absolute", "inset": 0, "width": "100%", "height": "100%"},
        ),
        *_sheets("sides", "marks", "names"),
        html.Div(id="tooltip", hidden=True, role="status"),
        html.Div([
            icon_button("plus", t(language, "Zoom in"), ids.ZOOM_IN),
            icon_button("minus", t(language, "Zoom out"), ids.ZOOM_OUT),
            icon_button("home", t(language, "Back to the first view"), ids.HOME),
            icon_button("area", t(language, "Select an area"), "area-tool", **extra({
                "data-opens": "area", "data-levels": _levels(levels), "aria-expanded": "false",
                "aria-haspopup": "dialog"})),
        ], className="map-buttons"),
        html.P(
            t(language, "Boundaries are generalised and imply no opinion on the status of any "
              "territory. Dashed: disputed. The help tells their vintage."),
            className="disclaimer"),
    ], id="map", className="map", role="application", tabIndex=0,
        **extra({"aria-label": t(language, "Map. Arrow keys move it, and Enter tells of what lies "
                                 "at its middle. The table holds the same as text.")}))
