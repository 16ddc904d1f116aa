"""The page, put together for one visit: its language and state come from its address."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from callbacks import (
    boot,
    clock,
    compare,
    details,
    empty,
    facets,
    filters,
    header,
    home,
    ids,
    layer_panel,
    legend,
    map,
    table,
)
from callbacks.context import Context, ground_of
from callbacks.parts import extra
from callbacks.state import PageState, settled
from data.ground import Ground
from data.i18n import t

THEME: dict[str, Any] = {
    "primaryColor": "atlas",
    "primaryShade": {"light": 7, "dark": 4},
    "colors": {"atlas": [
        "#eef6f6", "#d9e9ea", "#b4d4d6", "#8cbfc2", "#6aadb1", "#4b989d", "#2f7f86", "#17606a",
        "#124f58", "#0b3a41",
    ]},
    "fontFamily": "'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
    "defaultRadius": 3,
    "respectReducedMotion": True,
}


def build(context: Context, query: str, language: str, base: str = "/") -> Any:
    """Return the whole page for a link's query, in its language or else `language`."""
    snapshot = context.store.current()
    choices = facets.of(snapshot)
    state = settled(PageState.from_query(query, language, home.opening(snapshot)),
                    ground_of(snapshot))
    told = boot.of(snapshot, state, choices, base)
    return dmc.MantineProvider([
        dcc.Store(id=ids.BOOT, data=told), dcc.Store(id=ids.SINK),
        filters.stores(state.selection),
        dmc.NotificationContainer(id=ids.NOTICES, position="bottom-center"),
        html.A(t(state.language, "Skip to the table"), href="#table-toggle", className="skip"),
        header.controls(context, state),
        html.Div([
            _left(state, choices, ground_of(snapshot)),
            html.Main([
                map.controls(state, home.of(snapshot), ground_of(snapshot).levels),
                legend.controls(state.language),
                *empty.controls(state.language), _no_data(context, state.language),
                *compare.controls(state.language), table.controls(state.language),
            ], className="stage"),
            details.controls(state.language),
        ], className="body"),
        clock.controls(state.language),
        html.Div(id="scrim"),
        html.Div(className="progress", role="progressbar",
                 **extra({"aria-label": t(state.language, "Fetching data")})),
    ], id=ids.PROVIDER, theme=THEME, forceColorScheme="light")


def _left(state: PageState, choices: facets.Facets, ground: Ground) -> html.Aside:
    return html.Aside(
        [layer_panel.controls(state, ground),
         filters.controls(state.selection, choices, state.language)],
        id="left-panel", className="panel panel-left scrolls",
        **extra({"aria-label": t(state.language, "Layers and filters")}))


def _no_data(context: Context, language: str) -> html.Section | None:
    if context.store.current() is not None:
        return None
    return html.Section([
        html.H2(t(language, "There is no data yet")),
        html.A(t(language, "Import a file"), href=f"import?lang={language}",
               className="plain-button"),
        html.P(t(language, "Or import it on the command line, then open this page again:")),
        html.Code("app.py import FILE"),
    ], className="empty-card")
