"""A small table within the details, which scrolls sideways where it is wide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html

from callbacks.parts import extra


def table(heads: Sequence[Any], rows: Iterable[Sequence[Any]], label: str) -> html.Div:
    """Draw rows below their heads; the first cell of a row names it."""
    body = [html.Tr([html.Th(row[0], scope="row"), *[html.Td(cell) for cell in row[1:]]])
            for row in rows]
    return html.Div(
        html.Table([html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
                    html.Tbody(body)]),
        className="ledger scrolls", tabIndex=0, role="region", **extra({"aria-label": label}))


def claim(text: str, table: str, id: str) -> html.Button:
    """Name a claim by a button that opens its own description."""
    return html.Button(text, type="button", className="plain-link",
                       **extra({"data-claim": f"{table}/{id}"}))
