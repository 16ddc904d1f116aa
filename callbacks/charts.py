"""The charts' place on the page; they are drawn in the browser (`assets/js/later/charts.js`)."""

from __future__ import annotations

from dash import html

from callbacks.parts import extra


def controls() -> html.Div:
    """Build the panel's second tab, empty until it is opened."""
    return html.Div(id="charts", className="charts scrolls", role="tabpanel", hidden=True,
                    tabIndex=0, **extra({"aria-labelledby": "tab-charts"}))
