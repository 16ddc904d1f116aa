"""The bar at the top: the sentence, and what concerns the whole page."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import Dash, html

from callbacks import ids, more_menu, search, sentence
from callbacks.browser import wire
from callbacks.context import Context
from callbacks.parts import extra, icon_button
from callbacks.state import PageState
from data.i18n import t


def register(app: Dash) -> None:
    """Let the browser act on the bar's buttons; the server is not asked."""
    wire(app, "theme", (ids.THEME, "n_clicks"))
    wire(app, "table", (ids.TABLE_TOGGLE, "n_clicks"))
    wire(app, "share", (ids.SHARE, "n_clicks"))
    wire(app, "language", (ids.LANGUAGE, "value"))


def controls(context: Context, state: PageState) -> html.Header:
    """Build the bar."""
    language = state.language
    return html.Header([
        _panel("left", "layers", t(language, "Layers and filters")),
        html.H1(t(language, "Illicit Economies Atlas")),
        sentence.controls(context, state.selection, language),
        sentence.synthetic_mark(context, state.selection, language),
        html.Div([
            search.controls(language),
            html.Div(_explore(language), className="explore", role="group",
                     **extra({"aria-label": t(language, "Explore")})),
            more_menu.controls(language),
            _languages(language),
            _panel("right", "details", t(language, "Details")),
        ], className="header-actions"),
    ], className="header")


def _panel(side: str, name: str, label: str) -> html.Button:
    return icon_button(name, label, f"{side}-toggle", **extra({
        "data-panel": side, "aria-controls": f"{side}-panel", "aria-expanded": "true"}))


def _explore(language: str) -> list[Any]:
    """Build what acts on the view; on a phone, it stands above the menu."""
    return [
        icon_button("undo", t(language, "Undo"), "undo", disabled=True),
        icon_button("redo", t(language, "Redo"), "redo", disabled=True),
        icon_button("table", t(language, "Table"), ids.TABLE_TOGGLE, text=t(language, "Table"),
                    **extra({"aria-expanded": "false", "aria-controls": "table-panel"})),
        icon_button("compare", t(language, "Compare"), "compare-toggle",
                    text=t(language, "Compare"),
                    **extra({"data-opens": "compare", "aria-expanded": "false",
                             "aria-controls": "compare-panel"})),
        icon_button("charts", t(language, "Charts"), "charts-toggle", text=t(language, "Charts"),
                    **extra({"aria-expanded": "false", "aria-controls": "table-panel"})),
        _export(language),
    ]


def _export(language: str) -> html.Button:
    label = t(language, "Export")
    return icon_button("download", label, "export-open", text=label, **extra({
        "data-opens": "export", "aria-haspopup": "dialog"}))


def _languages(language: str) -> Any:
    return dmc.SegmentedControl(
        id=ids.LANGUAGE, value=language, size="xs",
        data=[{"value": "en", "label": "EN"}, {"value": "fr", "label": "FR"}])
