"""The clock's place on the page; time itself lives in the browser (`assets/js/clock.js`)."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks.parts import extra, icon_button
from data.i18n import t


def controls(language: str) -> html.Section:
    """Build the bar at the bottom: play, steps, length, histogram with its two handles.

    What depends on the step of time, and what is chosen about it, the browser fills in.
    """
    return html.Section([
        html.Div([_play(language), _length(language)], className="clock-controls"),
        html.Div(id="clock-choices", className="clock-choices"),
        _track(language),
        html.Div(id="window-dates", className="window-dates"),
        _more(language),
    ], className="clock", id="clock", **extra({"aria-label": t(language, "Clock")}))


def _play(language: str) -> html.Div:
    return html.Div([
        icon_button("back", t(language, "One step back"), "step-back"),
        icon_button("play", t(language, "Play"), "play", **extra({"aria-pressed": "false"})),
        icon_button("on", t(language, "One step on"), "step-on"),
        icon_button("clock", t(language, "More about time"), "clock-more"),
    ], className="play")


def _length(language: str) -> html.Label:
    return html.Label([
        html.Span(t(language, "Window"), className="label"),
        html.Select([], id="window-length"),
    ])


def _track(language: str) -> html.Div:
    """Build the bars with what lies over them: the window, its handles, and interventions."""
    about = t(language, "The selection is too large for days: time goes by whole months.")
    return html.Div([
        html.Canvas(id="histogram", role="img",
                    **extra({"aria-label": t(language, "Incidents over time")})),
        html.Div(className="shade shade-before"),
        html.Div(className="shade shade-after"),
        _grip("band", t(language, "Window of time; arrows move it")),
        _grip("start", t(language, "Start of the window")),
        _grip("end", t(language, "End of the window")),
        html.Ul(id="moments", className="moments",
                **extra({"aria-label": t(language, "Interventions over time")})),
        html.P(about, id="clock-note", className="clock-note", hidden=True),
    ], id="track", className="track", **extra({"data-grip": "track"}))


def _more(language: str) -> html.Div:
    """Build what opens over the map: it becomes a popover once its controls are there."""
    folded: Any = html.Div(id="clock-folded", className="clock-folded")
    return html.Div([
        html.H2(t(language, "Time")), folded, html.Div(id="clock-set", className="clock-set"),
    ], id="clock-pop", className="clock-pop", hidden=True)


def _grip(role: str, label: str) -> html.Div:
    return html.Div(id=f"window-{role}", className=f"grip grip-{role}", role="slider",
                    tabIndex=0, **extra({"data-grip": role, "aria-label": label,
                                   "aria-orientation": "horizontal", "aria-valuenow": "0"}))
