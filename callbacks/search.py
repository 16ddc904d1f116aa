"""What a person searches for: places, units, countries, actors, and words in the notes.

What is typed travels in the body of a request, which no log and no history keeps, and is
forgotten when it has been answered.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import html
from flask import Flask, Response, jsonify, request

from callbacks import facets
from callbacks.context import Context
from callbacks.guard import sent_json
from callbacks.language import of_request
from callbacks.parts import extra, icon_button
from data.errors import AtlasError
from data.gazetteer.spelling import plain
from data.i18n import nmsg, t
from data.queries.stats import totals
from data.search import actors
from data.search.find import SHORTEST, Hit, find
from data.search.index import Named, in_country, index
from data.selection import Selection
from data.store import Snapshot

PLACES, ACTORS = 10, 6
"""How many of each are told."""
LONGEST = 100
WORDS_FROM = 3
"""Letters from which notes are counted while a person types."""
COUNTED_AT_ONCE = 200_000
"""Incidents up to which notes are counted while a person types: more would keep them waiting."""

Group = dict[str, Any]


def register(server: Flask, context: Context) -> None:
    """Add `POST /search`: `q`, what is typed, and `selection`, the filters as a query."""

    @server.post("/search")
    def search() -> Response:
        given = sent_json(request)
        asked = given if isinstance(given, dict) else {}
        answer = jsonify(found(context, _text(asked, "q")[:LONGEST], _text(asked, "selection"),
                               of_request(context.settings)))
        answer.headers["Cache-Control"] = "no-store"
        return answer


def found(context: Context, text: str, query: str, language: str) -> dict[str, Any]:
    """Return the groups of what a text may mean; those that nothing fits are left out."""
    snapshot, text = context.store.current(), text.strip()
    hits = find(index(snapshot), text, PLACES)
    groups = [
        _group("places", t(language, "Places"),
               [_place(hit, language) for hit in hits if not hit.named.id]),
        _group("units", t(language, "Regions and countries"),
               [_unit(hit, language) for hit in hits if hit.named.id]),
    ]
    if snapshot is not None and len(text) >= SHORTEST:
        named = actors.find(snapshot, text, ACTORS)
        groups.append(_group("actors", t(language, "Actors"), [
            {"label": name, "says": _incidents(n, language), "does": "actor", "name": name}
            for name, n in named]))
        groups.append(_group("words", t(language, "Words in notes and places"),
                             [_words(context, snapshot, text, query, language)]))
    return {"groups": [group for group in groups if group["items"]]}


def _group(id: str, title: str, items: list[Group]) -> Group:
    return {"id": id, "title": title, "items": items}


def _place(hit: Hit, language: str) -> Group:
    one = hit.named
    manner = {"town": t(language, "town"), "place": t(language, "place"),
              "cited": t(language, "place in documents")}[one.kind]
    return {**_item(hit, manner, language), "does": "place"}


def _unit(hit: Hit, language: str) -> Group:
    one = hit.named
    manner = (t(language, "country") if one.kind == "country" else
              {1: t(language, "first-level unit"), 2: t(language, "second-level unit")}.get(
                  one.level, t(language, "unit of level {level}", level=one.level)))
    return {**_item(hit, manner, language), "does": one.kind, "id": one.id, "level": one.level,
            "bounds": one.bounds}


def _item(hit: Hit, manner: str, language: str) -> Group:
    one = hit.named
    said = ", ".join(part for part in (manner, in_country(one, language)) if part)
    return {"label": one.name(language) + _otherwise(one, hit.spelling, language), "says": said,
            "name": one.name(language), "lon": round(one.lon, 5), "lat": round(one.lat, 5)}


def _otherwise(one: Named, spelling: str, language: str) -> str:
    """Say in brackets under which other name something was found."""
    if one.kind == "cited":
        return ""
    other = one.name("en" if language == "fr" else "fr")
    if plain(one.name(language)) == spelling or plain(other) != spelling:
        return ""
    return f" ({other})"


def _words(
    context: Context, snapshot: Snapshot, text: str, query: str, language: str
) -> Group:
    """Offer the words as a filter, with how many incidents they leave where that is quick."""
    item = {"label": t(language, "Incidents that mention “{words}”", words=text), "does": "text",
            "words": text}
    if len(text) < WORDS_FROM or facets.of(snapshot).incidents > COUNTED_AT_ONCE:
        return {**item, "says": t(language, "press Enter to search the notes")}
    try:
        selection = context.selection(query)
    except AtlasError:
        selection = Selection()
    n = snapshot.rows(totals(replace(selection, text=text)))[0]["incidents"]
    return {**item, "says": _incidents(n, language)}


def _incidents(n: int, language: str) -> str:
    return nmsg("{count} incident", "{count} incidents", n).render(language)


def _text(asked: dict[str, Any], name: str) -> str:
    value = asked.get(name)
    return value if isinstance(value, str) else ""


def controls(language: str) -> html.Div:
    """Build the place of the search box; on a narrow screen a button opens it over the header.

    The field itself is made by `assets/js/search.js`, since no answer of the server ever
    hangs on what stands in it.
    """
    label = t(language, "Search places, regions, actors and notes")
    return html.Div([
        icon_button("search", t(language, "Search"), "search-open", **extra({
            "aria-expanded": "false", "aria-controls": "search-box"})),
        html.Div(id="search-box", className="search-box", **extra({
            "data-label": label, "data-hint": t(language, "Search")})),
    ], className="search", role="search")
