"""The units of a level as lines with names: what regions are called, and as of when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import shapely

from data import licences
from data.areas.boundaries import SHIPPED_LEVELS, SHIPPED_SOURCE, Units
from data.boundaries import country_name, vintages
from data.ground import Ground
from data.i18n import Message, msg, t
from data.queries.filters import unit_ids
from data.selection import Selection
from data.shapes.settled import picks_of
from layers.base import Found, Request
from layers.legend import Entry, Legend, Source
from layers.mark_layer import MarkLayer
from layers.marks import Area, Drawing
from layers.options import Option
from layers.palette import BOUNDARY
from layers.style import Style

LEVELS: dict[int, Message] = {
    0: msg("countries"), 1: msg("first-level units"), 2: msg("second-level units"),
    3: msg("third-level units"),
}
LEVEL = Option("level", msg("Level"), "1", tuple((str(n), name) for n, name in LEVELS.items()))
TOLERANCE = {0: 0.04, 1: 0.02, 2: 0.01, 3: 0.005}
"""Degrees within which a level's lines are simplified, shared edges together."""
FEW = 3
"""The most countries whose vintages the legend lists; a click tells each."""


class Boundaries(MarkLayer):
    """Outlines of the units of one level, in the state that their source draws."""

    id = "boundaries"
    title = msg("Administrative boundaries")
    says = msg(
        "The units of one level, with their names, as their source draws them in the vintage "
        "told. Lines are simplified, and imply no opinion on the status of any territory.")
    order = 5
    on = False
    colours = BOUNDARY
    group = "context"

    @property
    def sample(self) -> Style:
        """Return an outline."""
        return _style(1)

    def options(self, ground: Ground) -> tuple[Option, ...]:
        """Let a person choose the level."""
        return (LEVEL,)

    def waits(self, ground: Ground) -> Message | None:
        """Say how the first level that is not there is loaded, until a finer one is."""
        missing = [level for level in LEVELS if level not in ground.levels]
        if not missing or any(level > max(SHIPPED_LEVELS) for level in ground.levels):
            return None
        return msg("Units of level {level} are not loaded: `app.py boundaries FILE --level "
                   "{level}`. The file is GeoJSON, a GeoPackage or a Shapefile with a column of "
                   "names.", level=missing[0])

    def marks(self, found: Found, request: Request) -> Drawing:
        """Return an outline for each unit of the level, large ones named first."""
        units, language = _units(found, request), request.language
        shapes = units.simplified(TOLERANCE[units.level])
        sizes = shapely.area(shapes)
        return tuple(
            Area(id=f"boundaries/{units.ids[i]}", key=_key(units.level),
                 label=units.name(units.ids[i], language), says=said(units, i, language),
                 shape=shapes[i], named=True, rank=-float(sizes[i]))
            for i in _chosen(units, request.selection))

    def legend(self, found: Found, request: Request) -> Legend:
        """Return the level, its vintage, and the note that maps of the world carry."""
        language, units = request.language, _units(found, request)
        at = _chosen(units, request.selection)
        name = LEVELS[units.level].render(language)
        return Legend(
            layer=self.id, title=t(language, "Boundaries: {level}", level=name),
            entries=(Entry(_style(units.level), name, _key(units.level)),) if len(at) else (),
            notes=tuple(_notes(units, at, language)), sources=_sources(units, at, language))

    def rows(self, found: Found, request: Request) -> pa.Table:
        """Return one unit a row, in the order drawn."""
        units = _units(found, request)
        names = ("id", "mark", *COLUMNS)
        return pa.Table.from_pylist(
            [_row(units, i, request.language) for i in _chosen(units, request.selection)],
            pa.schema([(name, pa.string()) for name in names]))

    def columns(self) -> Mapping[str, Message]:
        """Name the columns of `rows`."""
        return COLUMNS


COLUMNS: dict[str, Message] = {
    "name": msg("Name"), "country": msg("Country"), "level": msg("Level"),
    "vintage": msg("Vintage"), "source": msg("Source"), "licence": msg("Licence"),
}


def said(units: Units, i: int, language: str) -> str:
    """Say of a unit what it is and as of when it is drawn."""
    of, as_of = _country(units.iso2[i], language), vintage(units, i, language)
    return " · ".join(part for part in (of if units.level else "", as_of) if part)


def vintage(units: Units, i: int, language: str) -> str:
    """Tell what state of a unit's boundary is drawn; empty where its source does not."""
    shipped = units.level in SHIPPED_LEVELS and units.sources[i] == SHIPPED_SOURCE
    if shipped and not units.level:
        return t(language, "Natural Earth 1:10m in the region, 1:50m elsewhere")
    known = vintages(language) if shipped else {}
    return known.get(units.iso2[i], units.vintages[i])


def _units(found: Found, request: Request) -> Units:
    return found.ground.units(int(request.chosen(LEVEL)))


def _chosen(units: Units, selection: Selection) -> list[int]:
    """Return where the units stand that lie in what is selected, or that an area touches."""
    kept = np.ones(len(units), bool)
    if selection.countries:
        kept &= np.isin(units.iso2, selection.countries)
    if (selection.admin1 or selection.picked) and units.level:
        wanted = unit_ids(selection) if selection.admin1 else []
        wanted += picks_of(selection).ids if selection.picked else ()
        kept &= np.isin(units.ids, wanted) | np.isin(units.parents, wanted)
    if selection.area and len(units):
        touched = units.tree.query(selection.area.shape, predicate="intersects")
        kept &= np.isin(np.arange(len(units)), touched)
    found: list[int] = np.flatnonzero(kept).tolist()
    return found


def _key(level: int) -> str:
    return f"level-{level}"


def _style(level: int) -> Style:
    return Style("outline", BOUNDARY, width=max(0.8, 2.0 - 0.5 * level))


def _notes(units: Units, at: list[int], language: str) -> list[str]:
    if not len(units):
        return [t(language, "No unit of this level is loaded: "
                  "`app.py boundaries FILE --level {level}`.", level=units.level)]
    return [*_vintages(units, at, language), t(
        language, "Boundaries and names on this map imply no endorsement and no opinion: neither "
        "on the legal status of a country, territory, city or area, nor on where its limits run.")]


def _vintages(units: Units, at: list[int], language: str) -> list[str]:
    """List vintages by country where they are few; else one for all, or where to read them."""
    by_country = {(units.iso2[i], vintage(units, i, language)) for i in at}
    states = {state for _, state in by_country if state}
    if len(states) == 1:
        return [t(language, "Vintage: {vintage}.", vintage=states.pop())]
    if len(by_country) > FEW:
        return [t(language, "Each country is drawn in a vintage of its own: a click on a unit "
                  "tells it.")]
    return [t(language, "{country}: {vintage}.", country=_country(iso2, language), vintage=state)
            for iso2, state in sorted(by_country) if state]


def _sources(units: Units, at: list[int], language: str) -> tuple[Source, ...]:
    pairs = dict.fromkeys((units.sources[i], units.licences[i]) for i in at)
    return tuple(Source(source, licence=_licence(licence, language)) for source, licence in pairs)


def _licence(id: str, language: str) -> str:
    known = licences.find(id)
    return known.label.render(language) if known else id


def _country(iso2: str, language: str) -> str:
    try:
        return country_name(iso2, language)
    except KeyError:
        return iso2


def _row(units: Units, i: int, language: str) -> dict[str, Any]:
    id = f"boundaries/{units.ids[i]}"
    return {"id": id, "mark": id, "name": units.name(units.ids[i], language),
            "country": _country(units.iso2[i], language),
            "level": LEVELS[units.level].render(language), "vintage": vintage(units, i, language),
            "source": units.sources[i], "licence": _licence(units.licences[i], language)}
