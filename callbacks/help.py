"""Help: what a newcomer should know before reading the map, words explained, and all keys.

It comes as HTML when it is first opened, with the script that shows it
(`assets/js/later/help.js`).
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

from dash import html
from flask import Flask, Response, abort

from callbacks import bundle, glossary
from callbacks.keys import PLACES, Place
from callbacks.region.markup import written
from data.boundaries import country_name, vintages
from data.i18n import LANGUAGES, Message, msg, t
from data.taxonomy import fold

NAMED: tuple[tuple[str, Message], ...] = (
    ("Space", msg("Space")), ("Shift", msg("Shift")), ("Home", msg("Home")), ("End", msg("End")),
    ("Enter", msg("Enter")), ("Esc", msg("Esc")), ("Ctrl", msg("Ctrl")), ("Tab", msg("Tab")),
    ("Delete", msg("Delete")), ("Page ↑", msg("Page ↑")), ("Page ↓", msg("Page ↓")),
)
"""Keys that keyboards of other languages name otherwise."""
NOTES: tuple[tuple[Message, Message], ...] = (
    (msg("Precision decides the hexagon"),
     msg("An incident known exactly may stand in a small hexagon; one known to within 25 km only "
         "in large ones; one known to a region or a country in none. What cannot stand in the "
         "hexagons drawn is counted apart, and the legend says how many.")),
    (msg("Reports are not the world"),
     msg("Where few people report, few incidents are recorded. An empty hexagon means that "
         "nothing was recorded, not that nothing happened.")),
    (msg("Time"),
     msg("An incident is shown while it lasts: when it begins by the end of the window and ends "
         "by its start or later.")),
    (msg("The clock"),
     msg("A moving window keeps its length, a growing one holds all from the first day up to its "
         "end, and a fixed one stays while filters change. Time goes by days, weeks, months, "
         "quarters or years. Drag across the bars to choose a window, the strip above them to "
         "move it, or its handles; keys do the same where they have the focus.")),
    (msg("Dates that are not known to the day"),
     msg("An incident known to the week, the month or the year stands in all of it: the bars "
         "hatch such incidents, and the legend and the sentence at the top count them. “More "
         "about time” beside the play button leaves them out.")),
    (msg("Claims"),
     msg("Corridors and taxation zones are what documents say, with their source and section. "
         "Dashed lines and sparse hatches mean that the place or path is not known exactly.")),
    (msg("Boundaries"),
     msg("Boundaries are generalised and imply no opinion on the status of any territory; "
         "disputed ones are dashed. They are Natural Earth’s (public domain), towns are from "
         "GeoNames (CC BY 4.0).")),
    (msg("Hexagons"),
     msg("The grid is H3: each resolution divides a hexagon into about seven smaller ones. The "
         "size follows the zoom, or is fixed in the left panel.")),
    (msg("Comparing"),
     msg("“Compare” sets two windows, selections or places against each other. Its interval holds "
         "the changes that the numbers allow; where it holds 1, no change is clear. Other sources "
         "or more of them can change numbers while nothing else changes.")),
)


def register(server: Flask) -> None:
    """Add `/page/help.<language>.<hash>.html`: what help says, as a part of a page."""

    @server.get("/page/help.<language>.<stamp>.html")
    def help_text(language: str, stamp: str) -> Response:
        if language not in LANGUAGES:
            abort(404)
        response = Response(text(language), mimetype="text/html")
        response.headers["Cache-Control"] = bundle.FOREVER
        return response


def address(language: str) -> str:
    """Return the address of the help in a language, below the page's base."""
    return f"page/help.{language}.{hashlib.sha256(text(language).encode()).hexdigest()[:12]}.html"


@cache
def text(language: str) -> str:
    """Write the help in a language as HTML; every word in it is ours, and escaped."""
    notes = [part for title, says in NOTES
             for part in (html.H4(title.render(language)), html.P(says.render(language)))]
    return written([
        _part("help-notes", t(language, "Reading the map"), [*notes, drawn_units(language)]),
        _part("help-words", t(language, "Words"), [glossary.listed(language)]),
        _part("help-keys", t(language, "Keys"),
              [part for place in PLACES for part in _keys(place, language)])])


def _part(id: str, title: str, inside: list[Any]) -> html.Section:
    return html.Section([html.H3(title, tabIndex=-1), *inside], id=id)


def _keys(place: Place, language: str) -> tuple[html.H4, html.Dl]:
    rows: list[Any] = []
    for key in place.keys:
        rows += [html.Dt(html.Kbd(_shown(key.shown, language))),
                 html.Dd(key.says.render(language))]
    return html.H4(place.title.render(language)), html.Dl(rows, className="keys")


def _shown(keys: str, language: str) -> str:
    """Write keys as they are on keyboards of a language."""
    for english, own in NAMED:
        keys = keys.replace(english, own.render(language))
    return keys


def drawn_units(language: str) -> Any:
    """List what state of each country's first-level units is drawn, since they change."""
    told = sorted(((country_name(iso2, language), vintage)
                   for iso2, vintage in vintages(language).items()),
                  key=lambda one: fold(one[0]))
    rows = [part for name, vintage in told for part in (html.Dt(name), html.Dd(vintage))]
    return html.Details([
        html.Summary(t(language, "First-level units drawn, by country and vintage")),
        html.Dl(rows, className="vintages")])
