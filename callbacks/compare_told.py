"""What changed between two sides, in a sentence, a small table, and what to bear in mind."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dash import html

from callbacks import compare_regions, glossary
from callbacks.context import Context, ground_of
from callbacks.facets import of as facets_of
from data import comparison_told, sentence
from data.compared import Counted, compared, counted
from data.comparison import Side, against, narrowed
from data.comparison_told import headline
from data.errors import UsageError
from data.i18n import amount, msg, number, t
from data.selection import Selection
from data.settle import settled
from data.store import Snapshot
from layers import metric_rate
from layers.difference_options import OWN_A, OWN_B, WHEN


def drawn(context: Context, request: dict[str, Any], language: str) -> Any:
    """Return what the panel tells; nothing without data or before anything was asked.

    Args:
        context: settings and store.
        request: `selection`, the page's; `window`, first and last day of side B; `options`,
            what was chosen for the layer.
        language: to tell it in.

    Raises:
        UsageError: a side or a window that cannot be read.
    """
    snapshot = context.store.current()
    if snapshot is None or not request:
        return None
    ground = ground_of(snapshot)
    a, b = (counted(snapshot, side, ground) for side in sides(snapshot, request))
    change, for_people = compared(a, b)
    return [
        html.P(headline(a, b, change, for_people, language), className="compare-says"),
        glossary.words(("interval", "rate", "apart"), language),
        _table(a, b, language),
        html.Ul([html.Li(note) for note in notes(snapshot, a, b, language)],
                className="compare-notes"),
        compare_regions.drawn(snapshot, a.side, b.side, language),
    ]


def sides(snapshot: Snapshot, request: dict[str, Any]) -> tuple[Side, Side]:
    """Read both sides of a request. Raises `UsageError`."""
    options, ground = request.get("options") or {}, ground_of(snapshot)
    page = Selection.from_query(str(request.get("selection") or ""))
    days = _days(request)
    a, b = (settled(narrowed(page, own.read(options.get(own.name))), ground)
            for own in (OWN_A, OWN_B))
    return Side(a, against(WHEN.read(options.get(WHEN.name)), days)), Side(b, days)


def notes(snapshot: Snapshot, a: Counted, b: Counted, language: str) -> list[str]:
    """Say what may make the sides differ other than what happened."""
    known = facets_of(snapshot)
    return comparison_told.notes(snapshot, a, b, language, known=(known.first, known.last))


def _table(a: Counted, b: Counted, language: str) -> html.Table:
    """Write both sides beside each other."""
    rows = [
        (t(language, "Incidents"), *(number(one.incidents, language) for one in (a, b))),
        (t(language, "of these known to a region or less exactly, and in no hexagon"),
         *(number(one.coarse, language) for one in (a, b))),
        (t(language, "For a year"), *(amount(one.yearly, language) for one in (a, b))),
        (t(language, "Sources"), *(number(len(one.sources), language) for one in (a, b))),
    ]
    if a.persons or b.persons:
        rows.insert(3, (t(language, "For a year and 100,000 persons"),
                        *(_per_head(one, language) for one in (a, b))))
    return html.Table([
        html.Thead(html.Tr([html.Td(), _head("A", a, language), _head("B", b, language)])),
        html.Tbody([html.Tr([html.Th(name, scope="row"), html.Td(first), html.Td(second)])
                    for name, first, second in rows]),
    ], className="compare-table")


def _head(letter: str, one: Counted, language: str) -> html.Th:
    what = sentence.what_and_where(one.side.selection, language)
    return html.Th([html.B(letter), " ", html.Span(sentence.when(one.side.within(), language)),
                    html.Small(what)], scope="col")


def _per_head(one: Counted, language: str) -> str:
    if not one.persons:
        return t(language, "not known")
    return amount(one.yearly / one.persons * metric_rate.PER, language)


def _days(request: dict[str, Any]) -> tuple[dt.date, dt.date]:
    try:
        first, last = (dt.date.fromisoformat(text) for text in request["window"])
    except (KeyError, TypeError, ValueError):
        raise UsageError(msg("The window of side B is no first and last day.")) from None
    return first, last

