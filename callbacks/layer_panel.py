"""The layers: on or off, how strong, what each shows; and the hexagons' resolution."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import Dash, html

from callbacks import ids
from callbacks.browser import wire
from callbacks.parts import extra, section, two_tone
from callbacks.state import AUTO, PageState
from data.hexes import RESOLUTIONS, mean_area_km2
from data.i18n import t
from layers.base import Layer
from layers.registry import LAYERS


def register(app: Dash) -> None:
    """Hand switches, sliders and the resolution to the map in the browser."""
    switches = [(ids.layer_switch(layer.id), "checked") for layer in LAYERS]
    sliders = [(ids.layer_opacity(layer.id), "value") for layer in LAYERS]
    wire(app, "layers", *switches, *sliders)
    wire(app, "resolution", (ids.RESOLUTION, "value"))


def controls(state: PageState) -> html.Section:
    """Build the section of the left panel."""
    language = state.language
    return section(
        "section-layers", t(language, "Layers"),
        html.Ul([_row(layer, state) for layer in LAYERS], className="layers"),
        _resolution(state),
    )


def _row(layer: Layer, state: PageState) -> html.Li:
    language, title = state.language, layer.title.render(state.language)
    return html.Li([
        html.Div([
            dmc.Switch(id=ids.layer_switch(layer.id), checked=layer.id in state.layers,
                       label=title, size="xs"),
            html.Span(className=f"swatch swatch-{layer.draw}", style=two_tone(layer.colours),
                      **extra({"aria-hidden": "true"})),
        ], className="layer-head"),
        html.Details([
            html.Summary(t(language, "What this shows")),
            html.P(layer.says.render(language)),
            _opacity(layer, state),
        ]),
    ])


def _opacity(layer: Layer, state: PageState) -> html.Div:
    label = t(state.language, "Opacity")
    value = round(100 * state.layers.get(layer.id, layer.opacity))
    return html.Div([
        html.Span(label, **extra({"aria-hidden": "true"})),
        dmc.Slider(id=ids.layer_opacity(layer.id), min=10, max=100, step=5, value=value, size="xs",
                   thumbLabel=f"{label}: {layer.title.render(state.language)}", label=None,
                   updatemode="drag"),
    ], className="opacity")


def _resolution(state: PageState) -> Any:
    language = state.language
    data = [{"value": AUTO, "label": t(language, "Follows the zoom")}]
    data += [{"value": str(level), "label": size(level, language)} for level in RESOLUTIONS]
    return dmc.Select(
        id=ids.RESOLUTION, label=t(language, "Size of hexagons"), data=data,
        value=state.resolution, size="xs", allowDeselect=False, comboboxProps={"shadow": "md"})


def size(level: int, language: str) -> str:
    """Name a resolution by the area of its hexagons."""
    area = mean_area_km2(level)
    shown = round(area, -1) if area >= 100 else round(area, 1 if area >= 1 else 2)
    return t(language, "{resolution} – about {size} km²", resolution=level,
             size=int(shown) if shown == int(shown) else shown)
