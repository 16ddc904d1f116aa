"""What tables of incidents and of layers share: heads, pages, the row of what is picked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dash import html

from callbacks.parts import extra, icon_button
from data.i18n import t


@dataclass(frozen=True)
class Shown:
    """One page of a table.

    Attributes:
        count: how many rows there are, in words.
        at, last: which page this is, and the last one.
        heads, rows: of the table.
        meanings: each column's name and what it means.
        says: a sentence on the whole.
    """

    count: str
    at: int
    last: int
    heads: list[html.Th]
    rows: list[html.Tr]
    meanings: Sequence[tuple[str, str]] = ()
    says: str = field(default="")


def head(name: str, label: str, sort: str, descending: bool, meaning: str = "") -> html.Th:
    """Build a column's head: a button that sorts, and says how it sorts now."""
    state = ("descending" if descending else "ascending") if name == sort else "none"
    button = html.Button(label[:1].upper() + label[1:], type="button", title=meaning,
                         **extra({"data-sort": name}))
    return html.Th(button, scope="col", **extra({"aria-sort": state}))


def pinned(row: html.Tr, language: str) -> html.Tr:
    """Set off the row of what is picked, which this page would not hold."""
    return html.Tr(
        row.children, className="pinned",
        title=t(language, "Picked on the map; it stands on another page of this table"))


def drawn(shown: Shown, caption: str, language: str) -> list[Any]:
    """Draw a page: its count and page buttons, what columns mean, and the rows."""
    return [
        html.Div([_pages(shown, language), _meanings(shown, language)], className="pages"),
        html.Div(html.Table([
            html.Caption(caption, className="heard"),
            html.Thead(html.Tr(shown.heads)), html.Tbody(shown.rows),
        ]) if shown.rows else html.P(t(language, "Nothing of this is in the selection shown.")),
            className="table-scroll scrolls", tabIndex=0, role="region",
            **extra({"aria-label": caption})),
    ]


def _pages(shown: Shown, language: str) -> html.Div:
    where = t(language, "page {page} of {pages}", page=shown.at, pages=shown.last)
    return html.Div([
        html.Span(f"{shown.count} · {where}"),
        _turn("back", t(language, "Page before"), "table-back", shown.at - 1, shown.at > 1),
        _turn("on", t(language, "Next page"), "table-on", shown.at + 1, shown.at < shown.last),
    ], **extra({"aria-live": "polite"}))


def _turn(name: str, label: str, id: str, to: int, possible: bool) -> html.Button:
    return icon_button(name, label, id, disabled=not possible, **extra({"data-page": str(to)}))


def _meanings(shown: Shown, language: str) -> html.Details:
    said: list[Any] = [html.P(shown.says)] if shown.says else []
    pairs = [part for name, meaning in shown.meanings
             for part in (html.Dt(name[:1].upper() + name[1:]), html.Dd(meaning))]
    return html.Details([
        html.Summary(t(language, "What the columns mean")),
        html.Div([*said, html.Dl(pairs)], className="meanings scrolls", tabIndex=0),
    ], className="columns")
