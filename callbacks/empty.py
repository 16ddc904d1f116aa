"""When nothing is left: why, and which filter to relax."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from dash import Dash, Input, Output, dcc, html

from callbacks import ids
from callbacks.context import Context
from callbacks.language import of_request
from callbacks.parts import extra
from data.i18n import Message, msg, nmsg, t
from data.queries.stats import totals
from data.selection import Selection
from data.store import Snapshot


@dataclass(frozen=True)
class Way:
    """A filter that could be relaxed: its controls, its name, the fields it empties."""

    filters: tuple[str, ...]
    label: Message
    empties: dict[str, Any]


WAYS = (
    Way(("kind",), msg("the kind"), {"kinds": ()}),
    Way(("country",), msg("the country"), {"countries": ()}),
    Way(("admin1",), msg("the region"), {"admin1": ()}),
    Way(("from_", "to"), msg("the dates"), {"date_from": None, "date_to": None}),
    Way(("source",), msg("the source"), {"sources": ()}),
    Way(("actor",), msg("the actor"), {"actor": ""}),
    Way(("text",), msg("the words"), {"text": ""}),
    Way(("bbox",), msg("the rectangle"), {"bbox": None}),
    Way(("near",), msg("the corridor"), {"near": None}),
    Way(("area",), msg("the area"), {"area": None}),
    Way(("unit",), msg("the picked units"), {"picked": (), "picks": None}),
    Way(("kind_confidence",), msg("how sure the kind is"), {"min_kind_confidence": None}),
    Way(("actor_is",), msg("the actors"), {"actor_names": ()}),
    Way(("weekday",), msg("the day of the week"), {"weekdays": ()}),
    Way(("month",), msg("the month of the year"), {"months": ()}),
    Way(("max_where_precision",), msg("the precision"), {"max_where_precision": None}),
    Way(("max_date_precision",), msg("how exactly the date is known"),
        {"max_date_precision": None}),
)


def register(app: Dash, context: Context) -> None:
    """Explain an empty selection when the browser finds one."""

    @app.callback(
        output={"children": Output(ids.EMPTY, "children")},
        inputs={"query": Input(ids.EMPTY_REQUEST, "data")},
        prevent_initial_call=True,
    )
    def explain(query: str | None) -> dict[str, Any]:
        snapshot = context.store.current()
        if query is None or snapshot is None:
            return {"children": None}
        language = of_request(context.settings)
        return {"children": explained(snapshot, context.selection(query), language)}


def explained(snapshot: Snapshot, selection: Selection, language: str) -> list[Any]:
    """Say that nothing fits, and offer each filter whose absence would leave something."""
    if not snapshot.rows(totals(Selection()))[0]["incidents"]:
        return _none_at_all(language)
    found = ways_out(snapshot, selection)
    said: list[Any] = [html.H2(t(language, "No recorded incident fits these filters"))]
    if found:
        said.append(html.P(t(language, "Without one of them there would be some:")))
    else:
        said.append(html.P(t(language, "Several filters together leave nothing.")))
    said += [_button(way, n, language) for way, n in found]
    said.append(html.Button(
        t(language, "Clear all filters"), type="button", className="plain-button",
        **extra({"data-relax": " ".join(ids.FILTERS)})))
    return said


def _none_at_all(language: str) -> list[Any]:
    """Say that there is nothing to filter: the store holds claims or sites alone."""
    return [
        html.H2(t(language, "This store holds no incidents")),
        html.P(t(language, "The layers of claims show what documents and visits tell.")),
        html.A(t(language, "Import a file"), href=f"import?lang={language}",
               className="plain-button"),
        html.P(t(language, "Or import it on the command line:")),
        html.Code("app.py import FILE"),
    ]


def ways_out(snapshot: Snapshot, selection: Selection) -> list[tuple[Way, int]]:
    """Return the filters in use whose absence leaves incidents, the most first."""
    found = []
    for way in WAYS:
        relaxed = replace(selection, **way.empties)
        if relaxed == selection:
            continue
        n = snapshot.rows(totals(relaxed))[0]["incidents"]
        if n:
            found.append((way, n))
    return sorted(found, key=lambda pair: -pair[1])


def _button(way: Way, n: int, language: str) -> html.Button:
    label = nmsg("Without {filter}: {count} incident", "Without {filter}: {count} incidents",
                 n, filter=way.label).render(language)
    return html.Button(label, type="button", **extra({"data-relax": " ".join(way.filters)}))


def controls(language: str) -> list[Any]:
    """Build both cards, hidden: an empty window, and an empty selection."""
    return [
        dcc.Store(id=ids.EMPTY_REQUEST),
        html.Section([
            html.H2(t(language, "No recorded incident in this window of time")),
            html.P(t(language, "The filters leave incidents at other times.")),
            html.Button(t(language, "Show all of time"), id="show-all-time", type="button"),
        ], id="empty-window", className="empty-card", hidden=True),
        html.Section(id=ids.EMPTY, className="empty-card", hidden=True),
    ]
