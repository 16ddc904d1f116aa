"""Both sides by first-level unit, with what is clear although many are tested."""

from __future__ import annotations

import math
from typing import Any

from dash import html

from callbacks.context import ground_of
from callbacks.parts import extra
from data.analysis.ratio import Ratio
from data.compared import Region, regions
from data.comparison import Side, other_places
from data.i18n import amount, number, t
from data.names import country
from data.store import Snapshot
from layers import areas

MOST = 40
"""Units listed; those with the fewest incidents cannot show a change."""


def drawn(snapshot: Snapshot, a: Side, b: Side, language: str) -> html.Details | None:
    """List units; nothing where the sides are different places."""
    if other_places(a.selection, b.selection):
        return None
    found = regions(snapshot, a, b)
    names = [_name(one, snapshot, language) for one in found[:MOST]]
    heads = (t(language, "Region"), "A", "B", t(language, "B over A, 95 % interval"),
             t(language, "What changed"))
    return html.Details([
        html.Summary(t(language, "By region")),
        html.P(t(language, "Incidents known to a region count here as well. Where many regions "
                 "are tested, the tests are corrected for that (Benjamini and Hochberg)."),
               className="quiet"),
        html.Div(html.Table([
            html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
            html.Tbody([_row(name, one, language)
                        for name, one in zip(names, found, strict=False)]),
        ], className="compare-table"), className="compare-wide scrolls", tabIndex=0, role="region",
            **extra({"aria-label": t(language, "By region")})),
    ], className="compare-regions")


def _row(name: str, one: Region, language: str) -> html.Tr:
    over: list[Any] = [times(one.change, language), html.Small(interval(one.change, language))]
    cells: tuple[Any, ...] = (number(one.a, language), number(one.b, language), over,
                              _change(one, language))
    named: Any = name
    if one.unit:
        named = html.Button(name, type="button", className="plain-link", **extra({
            "data-layer": "boundaries", "data-mark": f"boundaries/{one.unit}"}))
    return html.Tr([html.Th(named, scope="row"), *[html.Td(cell) for cell in cells]],
                   **extra({"data-unit": one.unit}))


def _change(one: Region, language: str) -> str:
    if not one.clear:
        return t(language, "no clear change")
    return t(language, "more") if one.change.low > 1 else t(language, "fewer")


def _name(one: Region, snapshot: Snapshot, language: str) -> str:
    where = country(one.country, language) if one.country else ""
    if not one.unit:
        return t(language, "{country}, region not known", country=where) if where else t(
            language, "not known")
    try:
        return areas.unit_name(ground_of(snapshot), one.unit, language)
    except KeyError:
        return one.unit


def times(change: Ratio, language: str) -> str:
    """Write how many times; what cannot be divided is a dash."""
    if change.value is None or math.isinf(change.value):
        return "–"
    return amount(change.value, language) if change.value else number(0, language)


def interval(change: Ratio, language: str) -> str:
    """Write an interval; one without an end says so."""
    low = amount(change.low, language)
    if math.isinf(change.high):
        return t(language, "{low} and more", low=low)
    return t(language, "{low} – {high}", low=low, high=amount(change.high, language))
