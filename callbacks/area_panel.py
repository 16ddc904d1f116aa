"""The area of a selection in words: its size, its people, and what is undecided.

What was recorded in it, by kind, stands below it: it is what the whole page shows.
"""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, dcc, html

from callbacks import ids, region_links
from callbacks.context import Context, ground_of
from callbacks.language import of_request
from callbacks.parts import extra, facts
from data.errors import AtlasError
from data.i18n import listing, nmsg, number, t
from data.names import country
from data.queries.stats import totals
from data.selection import Selection
from data.sentence import area_named
from data.shapes.people import People
from data.shapes.summary import Summary, summary


def register(app: Dash, context: Context) -> None:
    """Tell of the area when the browser asks: after a change of the selection or the window."""

    @app.callback(
        output={"area": Output(ids.AREA, "children")},
        inputs={"asked": Input(ids.AREA_REQUEST, "data")},
        prevent_initial_call=True,
    )
    def told(asked: dict[str, Any] | None) -> dict[str, Any]:
        language = of_request(context.settings)
        try:
            return {"area": tell(context, (asked or {}).get("query") or "", language)}
        except AtlasError as error:
            return {"area": html.P(error.render(language), role="alert")}


def tell(context: Context, query: str, language: str) -> Any:
    """Tell of the area of a selection; nothing where it has none."""
    snapshot = context.store.current()
    selection = context.selection(query)
    if snapshot is None:
        return None
    found = summary(snapshot, selection, ground_of(snapshot))
    if found is None:
        return None
    total = snapshot.rows(totals(selection))[0]["incidents"]
    return [
        html.H2(t(language, "Selected area")),
        html.P(area_named(selection, language), className="quiet"),
        _buttons(selection, language),
        facts([(t(language, "Size"), size(found.km2, language)),
               (t(language, "Persons"), _persons(found.people, language))]),
        region_links.of_area(ground_of(snapshot), selection, language),
        html.Div([_figure(total, t(language, "incidents"), language),
                  _figure(found.apart, t(language, "undecided"), language)], className="figures"),
        *[html.P(said, className="quiet") for said in _notes(found, selection, language)],
    ]


def controls(language: str) -> list[Any]:
    """Build its place in the right panel; empty until an area is selected."""
    return [dcc.Store(id=ids.AREA_REQUEST),
            html.Section(id=ids.AREA, className="area-panel", **extra({
                "aria-live": "polite", "aria-label": t(language, "Selected area")}))]


def size(km2: float, language: str) -> str:
    """Write a size in square kilometres."""
    return t(language, "{km2} km²", km2=round(km2) if km2 >= 100 else round(km2, 1))


def _figure(n: int, label: str, language: str) -> html.Div:
    return html.Div([html.B(number(n, language)), html.Span(label)])


def _buttons(selection: Selection, language: str) -> html.Div:
    edit = t(language, "Change it")
    return html.Div([
        html.Button(edit, type="button", className="plain-button", **extra({"data-area": "edit"})),
        html.Button(t(language, "Zoom to it"), type="button", className="plain-button",
                    **extra({"data-area": "zoom"})),
        html.Button(t(language, "Clear the area"), type="button", className="plain-button",
                    **extra({"data-area": "clear"})),
    ], className="row")


def _persons(people: People | None, language: str) -> str:
    if people is None:
        return t(language, "not loaded")
    said = number(round(people.persons), language)
    return f"{said} ({listing(list(people.vintages), language)})" if people.vintages else said


def _notes(found: Summary, selection: Selection, language: str) -> list[str]:
    said = _of_people(found.people, language)
    if selection.near:
        said.append(t(language, "Near a corridor: incidents whose place is known to within 25 km "
                      "or better, by the hexagons that the distance touches."))
    if found.apart:
        said.append(nmsg(
            "{count} more incident is known only to a unit or country that the area cuts: nobody "
            "knows whether it lies in it. It is not counted here.",
            "{count} more incidents are known only to a unit or country that the area cuts: nobody "
            "knows whether they lie in it. They are not counted here.",
            found.apart).render(language))
    if selection.area:
        said.append(t(language, "Incidents known only to a unit or country are in the area when it "
                      "holds that whole (99 % of it or more)."))
    if found.edge:
        said.append(nmsg(
            "{count} incident is known to within 25 km and lies closer than that to the edge: it "
            "is counted by its point.",
            "{count} incidents are known to within 25 km and lie closer than that to the edge: "
            "they are counted by their points.", found.edge).render(language))
    if found.claims_apart:
        said.append(nmsg(
            "{count} claim is left out, since it is on a place that the area cuts, or on a path "
            "that is not known.",
            "{count} claims are left out, since they are on places that the area cuts, or on paths "
            "that are not known.", found.claims_apart).render(language))
    return said


def _of_people(people: People | None, language: str) -> list[str]:
    """Say how persons were counted, and of which countries they are not known."""
    if people is None:
        return []
    said = []
    if people.by_cell:
        said.append(t(language, "Persons are counted by hexagons of about 5 km² whose centre lies "
                      "in the area."))
    if people.estimated:
        said.append(t(language, "{n} of the persons are an estimate: of units that the area cuts, "
                      "the share of their land that lies in it.", n=round(people.estimated)))
    if people.missing:
        names = [country(code, language) for code in people.missing]
        said.append(t(language, "Persons are not known for {countries}.",
                      countries=listing(names, language)))
    return said
