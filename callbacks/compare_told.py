"""What changed between two sides, in a sentence, a small table, and what to bear in mind."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dash import html

from callbacks import compare_regions
from callbacks.compare_sides import Counted, compared, counted, shared
from callbacks.context import Context, ground_of
from callbacks.facets import of as facets_of
from data import sentence
from data.analysis.ratio import Ratio
from data.comparison import Side, against, narrowed
from data.errors import UsageError
from data.i18n import amount, day, listing, msg, nmsg, number, t
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


def headline(a: Counted, b: Counted, change: Ratio, for_people: bool, language: str) -> str:
    """Say what changed and by how much, or that no change is clear."""
    if change.value is None:
        return t(language, "Neither side holds an incident, so there is nothing to compare.")
    per = t(language, "a year, for the people of its places") if for_people else t(
        language, "a year")
    if not b.incidents or not a.incidents:
        return _with_none(a, b, change, per, language)
    said = {"times": amount(change.value, language), "per": per,
            "low": amount(change.low, language), "high": amount(change.high, language)}
    if not change.clear:
        return t(language, "No clear change: B has {times} times as many incidents {per} as A, "
                 "and such numbers allow anything from {low} to {high} times (95 % interval).",
                 **said)
    if change.value > 1:
        return t(language, "More: B has {times} times as many incidents {per} as A (95 % "
                 "interval {low} to {high}).", **said)
    return t(language, "Fewer: B has {times} times as many incidents {per} as A (95 % "
             "interval {low} to {high}).", **said)


def _with_none(a: Counted, b: Counted, change: Ratio, per: str, language: str) -> str:
    """Say it where one side is empty, so that the ratio is nothing or has no end."""
    if not a.incidents:
        said = {"count": b.incidents, "per": per, "low": amount(change.low, language)}
        if change.clear:
            return t(language, "More: none on side A, {count} on side B. That is at least {low} "
                     "times as many {per} (95 % interval).", **said)
        return t(language, "No clear change: none on side A, {count} on side B; with so few, "
                 "that may be chance.", **said)
    high = amount(change.high, language)
    if change.clear:
        return t(language, "Fewer: {count} on side A, none on side B. That is at most {high} "
                 "times as many {per} (95 % interval).", count=a.incidents, high=high, per=per)
    return t(language, "No clear change: {count} on side A, none on side B; with so few, that "
             "may be chance.", count=a.incidents)


def notes(snapshot: Snapshot, a: Counted, b: Counted, language: str) -> list[str]:
    """Say what may make the sides differ other than what happened."""
    said = [*_reporters(a, b, language), *_uncovered(snapshot, a, b, language)]
    both = shared(snapshot, a.side, b.side)
    if both:
        said.append(_on_both(both, a.side.days == b.side.days, language))
    said.append(t(language, "The interval takes incidents to be independent of each other. "
                  "Where one leads to the next, the doubt is larger."))
    return said


def _on_both(both: int, same_window: bool, language: str) -> str:
    """Tell of incidents that are counted on either side, and why."""
    if same_window:
        return nmsg(
            "{count} incident is on both sides, and counted in each: the sides are not "
            "independent, and the interval holds only roughly.",
            "{count} incidents are on both sides, and counted in each: the sides are not "
            "independent, and the interval holds only roughly.", both).render(language)
    return nmsg(
        "{count} incident is on both sides, and counted in each: it lasted, or its date is not "
        "known exactly.",
        "{count} incidents are on both sides, and counted in each: they lasted, or their dates "
        "are not known exactly.", both).render(language)


def _reporters(a: Counted, b: Counted, language: str) -> list[str]:
    """Tell where other sources report, since part of a change may be theirs."""
    only = [[name for name in one.sources if name not in other.sources]
            for one, other in ((a, b), (b, a))]
    if not any(only):
        return []
    said = [t(language, "The sides rest on different sources, so part of a change may be one of "
              "reporting.")]
    if only[0]:
        said.append(t(language, "Only on side A: {names}.", names=listing(only[0], language)))
    if only[1]:
        said.append(t(language, "Only on side B: {names}.", names=listing(only[1], language)))
    return [" ".join(said)]


def _uncovered(snapshot: Snapshot, a: Counted, b: Counted, language: str) -> list[str]:
    """Tell where a window reaches beyond the data."""
    known = facets_of(snapshot)
    first, last = known.first.replace(day=1), known.last
    return [t(language, "Data runs from {first} to {last}. Side {side} reaches beyond it, where "
              "nothing can have been recorded.", first=day(known.first, language),
              last=day(known.last, language), side=name)
            for name, one in (("A", a), ("B", b))
            if one.side.days[0] < first or one.side.days[1] > _month_end(last)]


def _month_end(when: dt.date) -> dt.date:
    return (when.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


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

