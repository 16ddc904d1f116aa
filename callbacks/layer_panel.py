"""The layers: on or off, how strong, what each shows; and the hexagons' resolution."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, dcc, html

from callbacks import chains, glossary, ids, questions
from callbacks.browser import wire
from callbacks.context import Context, ground_of
from callbacks.language import of_request
from callbacks.legend import sample
from callbacks.parts import coded, extra, icon, section
from callbacks.state import AUTO, PageState
from data.ground import Ground
from data.hexes import RESOLUTIONS, mean_area_km2
from data.i18n import Message, msg, t
from layers import class_options
from layers.base import Group, Layer
from layers.flows import Flows
from layers.options import Option
from layers.registry import LAYERS

GROUPS: dict[Group, Message] = {
    "incidents": msg("Incidents"),
    "claims": msg("Claims of documents"),
    "context": msg("Context"),
}


def register(app: Dash, context: Context) -> None:
    """Hand switches, sliders, options and the resolution to the map in the browser."""
    switches = [(ids.layer_switch(layer.id), "checked") for layer in LAYERS]
    sliders = [(ids.layer_opacity(layer.id), "value") for layer in LAYERS]
    wire(app, "layers", *switches, *sliders)
    ground = ground_of(context.store.current())
    wire(app, "options", *[(ids.layer_option(layer.id, option.name), "value")
                           for layer in LAYERS for option in layer.options(ground)])
    wire(app, "resolution", (ids.RESOLUTION, "value"))
    for layer in LAYERS:
        for option in layer.options(ground):
            if option.faults and not option.hidden:
                _checked(app, context, ids.layer_option(layer.id, option.name), option)


def _checked(app: Dash, context: Context, id: str, option: Option) -> None:
    """Say beside a text what is wrong with it, as it is typed."""

    @app.callback(output={"error": Output(id, "error")}, inputs={"text": Input(id, "value")},
                  prevent_initial_call=True)
    def check(text: str | None) -> dict[str, str | None]:
        wrong = option.faults(text) if text and option.faults else None
        return {"error": wrong.render(of_request(context.settings)) if wrong else None}


def controls(state: PageState, ground: Ground) -> html.Section:
    """Build the section of the left panel."""
    language = state.language
    return section(
        "section-layers", t(language, "Layers"),
        questions.controls(language),
        *[part for group, title in GROUPS.items() for part in _group(group, title, state, ground)],
        glossary.hinted("hexagon", _resolution(state), language),
    )


def _group(group: Group, title: Message, state: PageState, ground: Ground) -> list[Any]:
    """List the layers of one group under its heading; nothing where it has none."""
    rows = [_row(layer, state, ground) for layer in LAYERS if layer.group == group]
    return [html.H3(title.render(state.language)), html.Ul(rows, className="layers")] * bool(rows)


def _row(layer: Layer, state: PageState, ground: Ground) -> html.Li:
    language, title = state.language, layer.title.render(state.language)
    return html.Li([
        html.Div([
            dmc.Switch(id=ids.layer_switch(layer.id), checked=layer.id in state.layers,
                       label=title, size="xs"),
            sample(layer.sample),
        ], className="layer-head"),
        html.Details([
            _summary(t(language, "What this shows: {layer}", layer=title)),
            html.P(layer.says.render(language)),
            glossary.words(glossary.OF_LAYER.get(layer.id, ()), language),
            *_options(layer, state, ground),
            _opacity(layer, state),
        ], className="tells"),
        *_waits(layer, ground, language),
        chains.opener(language) if layer.id == Flows.id else None,
    ])


def _summary(label: str) -> html.Summary:
    """Fold away what a layer tells behind an arrow at the end of its line."""
    return html.Summary(icon("on"), title=label, **extra({"aria-label": label}))


def _waits(layer: Layer, ground: Ground, language: str) -> list[html.Details]:
    """Say which file a layer waits for; nothing where it has its data."""
    wanted = layer.waits(ground)
    if wanted is None:
        return []
    return [html.Details([
        html.Summary(t(language, "Waits for your data")),
        html.P(coded(wanted.render(language))),
    ], className="waits")]


def _options(layer: Layer, state: PageState, ground: Ground) -> list[Any]:
    """Build the controls of a layer's options; those of a group are folded away together."""
    shown: list[Any] = []
    for group, grouped in groupby(layer.options(ground), key=lambda option: option.group):
        options = list(grouped)
        controls = [_option(layer, option, state) for option in options]
        words = " weights-words" if any(option.choices for option in options) else ""
        if group == class_options.GROUP:
            controls.insert(0, glossary.words(("breaks",), state.language))
        shown += controls if group is None else [html.Details([
            html.Summary(group.render(state.language)),
            html.Div(controls, className="weights" + words),
        ])]
    return shown


def _option(layer: Layer, option: Option, state: PageState) -> Any:
    """Build the control of one option: a choice, or a number."""
    language, id = state.language, ids.layer_option(layer.id, option.name)
    label = option.label.render(language)
    value = option.read(state.options.get((layer.id, option.name)))
    if option.hidden:
        return dcc.Input(id=id, value=value, type="hidden")
    if option.faults:
        return dmc.TextInput(id=id, label=label, value=value, size="xs", debounce=400,
                             placeholder=option.hint)
    if option.choices:
        data = [{"value": key, "label": said.render(language)} for key, said in option.choices]
        return dmc.Select(id=id, label=label, data=data, value=value, size="xs",
                          allowDeselect=False, withScrollArea=False,
                          comboboxProps={"shadow": "md"})
    return dmc.NumberInput(id=id, label=label, value=float(value), min=option.low,
                           max=option.high, step=option.step, size="xs", clampBehavior="strict",
                           decimalSeparator="," if language == "fr" else ".")


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
        value=state.resolution, size="xs", allowDeselect=False, withScrollArea=False,
        comboboxProps={"shadow": "md"})


def size(level: int, language: str) -> str:
    """Name a resolution by the area of its hexagons."""
    area = mean_area_km2(level)
    shown = round(area, -1) if area >= 100 else round(area, 1 if area >= 1 else 2)
    return t(language, "{resolution} – about {size} km²", resolution=level,
             size=int(shown) if shown == int(shown) else shown)
