"""The clock's place on the page; time itself lives in the browser (`assets/js/clock.js`)."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks.parts import extra, icon_button
from data.i18n import nmsg, t

LENGTHS = (1, 3, 6, 12, 24, 60)
"""Months of a window that can be chosen; `assets/js/clockbar.js` knows the same."""


def controls(language: str) -> html.Section:
    """Build the bar at the bottom: play, steps, length, histogram with its two handles."""
    return html.Section([
        html.Div([_play(language), _length(language)], className="clock-controls"),
        html.Div([
            html.Canvas(id="histogram", role="img",
                        **extra({"aria-label": t(language, "Incidents by month")})),
            html.Div(className="shade shade-before"),
            html.Div(className="shade shade-after"),
            _grip("band", "band", t(language, "Window of time; arrows move it")),
            _grip("start", "start", t(language, "Start of the window")),
            _grip("end", "end", t(language, "End of the window")),
        ], id="track", className="track", **extra({"data-grip": "track"})),
        html.Div(id="window-dates", className="window-dates"),
    ], className="clock", id="clock", **extra({"aria-label": t(language, "Clock")}))


def _play(language: str) -> html.Div:
    return html.Div([
        icon_button("back", t(language, "One month back"), "step-back"),
        icon_button("play", t(language, "Play"), "play", **extra({"aria-pressed": "false"})),
        icon_button("on", t(language, "One month on"), "step-on"),
    ], className="play")


def _length(language: str) -> html.Label:
    options: list[Any] = [
        html.Option(nmsg("{count} month", "{count} months", n).render(language), value=str(n))
        for n in LENGTHS
    ]
    options += [
        html.Option(t(language, "All of time"), value="all"),
        html.Option(t(language, "Own length"), value="own", disabled=True),
    ]
    return html.Label([
        html.Span(t(language, "Window"), className="label"),
        html.Select(options, id="window-length"),
    ])


def _grip(name: str, role: str, label: str) -> html.Div:
    return html.Div(id=f"window-{name}", className=f"grip grip-{name}", role="slider",
                    tabIndex=0, **extra({"data-grip": role, "aria-label": label,
                                   "aria-orientation": "horizontal", "aria-valuenow": "0"}))
