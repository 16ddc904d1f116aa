"""Callbacks that run in the browser: a function of `assets/js/start.js` follows inputs."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output

from callbacks import ids


def wire(app: Dash, name: str, *inputs: tuple[str, str], at_once: bool = False) -> None:
    """Call `dash_clientside.atlas.<name>` when any of the inputs, (id, property), changes.

    Such functions change nothing by what they return; the output is a formality.
    """
    connect: Any = app.clientside_callback
    connect(
        ClientsideFunction("atlas", name),
        Output(ids.SINK, "data", allow_duplicate=not at_once),
        [Input(component, prop) for component, prop in inputs],
        prevent_initial_call=not at_once,
    )
