"""Help: the keys, and what a newcomer should know before reading the map."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import html

from callbacks import ids
from data.boundaries import country_name, vintages
from data.i18n import Message, msg, t
from data.taxonomy import fold

KEYS: tuple[tuple[str, Message], ...] = (
    ("Space", msg("play or pause time")),
    ("← →", msg("one step of time back or on")),
    ("Shift + ← →", msg("a larger step: 7 days, 4 weeks, a year or five years")),
    ("Home, End", msg("to the first or the last step of time")),
    ("+ −", msg("zoom in or out")),
    ("L", msg("layers")),
    ("F", msg("filters")),
    ("T", msg("table")),
    ("G", msg("charts")),
    ("C", msg("compare two sides")),
    ("E", msg("export")),
    ("Ctrl Z", msg("undo, and with Shift redo, what you changed")),
    ("Enter", msg("on the map, after arrow keys have moved it: what lies at its middle")),
    ("/", msg("search")),
    ("Esc", msg("close what is open")),
    ("?", msg("this help")),
)

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


def controls(language: str) -> Any:
    """Build the dialog."""
    keys: list[Any] = []
    for key, does in KEYS:
        keys += [html.Dt(html.Kbd(key)), html.Dd(does.render(language))]
    notes = [part for title, text in NOTES
             for part in (html.H3(title.render(language)), html.P(text.render(language)))]
    return dmc.Modal(
        id=ids.HELP, title=t(language, "Help"), size="lg", centered=True,
        closeButtonProps={"aria-label": t(language, "Close")},
        children=html.Div([*notes, drawn_units(language), html.H3(t(language, "Keys")),
                           html.Dl(keys, className="keys")], className="help"))


def drawn_units(language: str) -> Any:
    """List what state of each country's first-level units is drawn, since they change."""
    told = sorted(((country_name(iso2, language), vintage)
                   for iso2, vintage in vintages(language).items()),
                  key=lambda one: fold(one[0]))
    rows = [part for name, vintage in told for part in (html.Dt(name), html.Dd(vintage))]
    return html.Details([
        html.Summary(t(language, "First-level units drawn, by country and vintage")),
        html.Dl(rows, className="vintages")])
