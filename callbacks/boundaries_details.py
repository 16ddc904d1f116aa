"""A unit of the boundaries in words: what it is part of, as of when, and by whom drawn."""

from __future__ import annotations

from dash import html

from callbacks import region_links
from callbacks.asked import Asked
from callbacks.parts import facts
from data.areas.boundaries import Units
from data.i18n import number, t
from layers.base import Found, Request
from layers.boundaries import COLUMNS, LEVELS, Boundaries


def tell(asked: Asked) -> html.Div:
    """Tell of a unit by its mark, `boundaries/<unit>`, at whatever level it is."""
    language, id = asked.language, str(asked.picked["id"]).partition("/")[2]
    for level in LEVELS:
        units = asked.ground.units(level)
        if id in units.position:
            return _told(units, id, asked)
    return html.Div(html.P(t(language, "This unit is no longer among the boundaries.")))


def _told(units: Units, id: str, asked: Asked) -> html.Div:
    language = asked.language
    request = Request(language=language, options=(("level", str(units.level)),))
    rows = Boundaries().rows(Found({}, asked.ground), request).to_pylist()
    row = rows[units.position[id]]
    labels = {name: label.render(language) for name, label in COLUMNS.items() if name != "name"}
    return html.Div([
        html.H2(row["name"]),
        region_links.button(asked.ground, id, language),
        facts([*((label, row[name]) for name, label in labels.items()),
               (t(language, "Part of"), _parent(units, id, asked)),
               (t(language, "Persons"), _persons(units, id, asked))]),
        html.P(t(language, "Its outline is simplified, and implies no opinion on the status of "
                 "any territory."), className="quiet"),
    ])


def _parent(units: Units, id: str, asked: Asked) -> str:
    """Name the unit one level up, where that is not the country, which is told anyway."""
    above, parent = asked.ground.units(units.level - 1), units.parents[units.position[id]]
    known = units.level > 1 and parent in above.position
    return above.name(parent, asked.language) if known else ""


def _persons(units: Units, id: str, asked: Asked) -> str:
    found = asked.ground.persons_by_unit(units.level).get(id)
    if found is None:
        return ""
    said = number(round(found.persons), asked.language)
    return f"{said} ({found.vintage})" if found.vintage else said
