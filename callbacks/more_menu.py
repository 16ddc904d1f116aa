"""The menu of what is needed now and then, and of the pages beside the map."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks import ids
from callbacks.parts import extra, icon
from data.i18n import t


def controls(language: str) -> html.Details:
    """Build the menu; a choice, a click elsewhere or Escape closes it."""
    label = t(language, "More")
    return html.Details([
        html.Summary(icon("more"), id="more-menu", className="icon-button", title=label,
                     **extra({"aria-label": label})),
        html.Ul([html.Li(item) for item in _items(language)], className="menu choices"),
    ], className="more drop")


def _items(language: str) -> list[Any]:
    return [
        _button(ids.SHARE, "link", t(language, "Copy a link to this view")),
        html.Button([icon("views"), html.Span(t(language, "Saved views"))], type="button",
                    **extra({"data-opens": "views"})),
        _button(ids.THEME, "theme", t(language, "Light or dark")),
        html.Button([icon("tour"), html.Span(t(language, "Tour of the page"))], type="button",
                    **extra({"data-opens": "tour"})),
        html.Button([icon("help"), html.Span(t(language, "Help and keys"))], type="button",
                    id=ids.HELP_OPEN, **extra({"data-opens": "help"})),
        _page("region/", "region", t(language, "Region profiles"), language),
        _page("import", "upload", t(language, "Import a file"), language),
        _page("incident/new", "pen", t(language, "Enter an incident"), language),
    ]


def _button(id: str, name: str, label: str) -> html.Button:
    return html.Button([icon(name), html.Span(label)], id=id, type="button")


def _page(path: str, name: str, label: str, language: str) -> html.A:
    return html.A([icon(name), html.Span(label)], href=f"{path}?lang={language}")
