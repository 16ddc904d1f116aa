"""The area that a profile is of: a country, a unit, or a shape that a person drew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import ibis.expr.types as ir
import shapely
from shapely.geometry.base import BaseGeometry

from data import names
from data.areas.boundaries import SHIPPED_SOURCE, Units
from data.errors import UsageError, wrong_value
from data.evidence.model import UNIT_PRECISION, Place
from data.ground import Ground
from data.i18n import LANGUAGES, msg
from data.queries.filters import selected
from data.selection import Selection
from data.shapes.held import of_shape
from data.shapes.summary import SLIVER, shape_of

COUNTRY, FIRST, SECOND = 0, 1, 2
DRAWN = "area"
"""Stands where an address names a unit, and means the area that the filters draw."""
LEVELS = (COUNTRY, FIRST, SECOND)
"""Levels that incidents are located in."""
INSIDE = 3
"""Coarsest `where_precision` whose point lies in the unit that the place is in."""


@dataclass(frozen=True)
class Named:
    """A unit by its id, with its name in each of `LANGUAGES`."""

    id: str
    names: tuple[str, ...]

    def name(self, language: str) -> str:
        """Name it in a language."""
        return self.names[LANGUAGES.index(language)]


@dataclass(frozen=True, eq=False)
class Area:
    """An area, and how what is recorded is known to be of it.

    Attributes:
        unit: its id and names; the id of a drawn area is empty.
        level: 0 a country, 1 a first-level unit, 2 a second-level unit; None: drawn.
        iso2: the country; empty for a drawn area that lies in none.
        around: the first-level unit around a second-level one; None for others.
        shape: WGS 84 degrees.
        vintage, source, licence: of its outline; empty where they are not stated.
        stored: what the incident table calls a second-level unit.
        shared: whether another second-level unit of the country has the same name.
        countries: ISO codes of all countries that it lies in, slivers left out.
        whole, cut: ids of the first-level units that a drawn area holds, and those that it
            holds in part.
    """

    unit: Named
    level: int | None
    iso2: str
    around: Named | None
    shape: BaseGeometry = field(repr=False)
    vintage: str = ""
    source: str = ""
    licence: str = ""
    stored: str = ""
    shared: bool = False
    countries: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    cut: frozenset[str] = frozenset()

    def name(self, language: str) -> str:
        """Name the area in a language."""
        return self.unit.name(language)

    def country(self, language: str) -> str:
        """Name its country; empty where it lies in none."""
        return names.country(self.iso2, language) if self.iso2 else ""

    def incidents(self, selection: Selection) -> ir.Table:
        """Return the incidents of a selection that are known to lie in the area.

        The selection's filters by place are left out, since the area takes their place; those
        of a drawn area are kept, since they hold the area.
        """
        rows = selected(self.scope(selection))
        match self.level:
            case 0:
                return rows.filter(rows.admin0 == self.unit.id)
            case 1:
                return rows.filter(rows.admin1_id == self.unit.id)
            case 2:
                mine = (rows.admin2 == self.stored) & (rows.admin0 == self.iso2)
                if self.shared and self.around:
                    mine &= rows.admin1_id == self.around.id
                return rows.filter(mine)
        return rows

    def surroundings(self, selection: Selection) -> ir.Table:
        """Return the incidents of a selection in the area's country, wherever in it.

        A drawn area may cross borders: all incidents, wherever.
        """
        rows = selected(everywhere(selection))
        return rows if self.level is None else rows.filter(rows.admin0 == self.iso2)

    def scope(self, selection: Selection) -> Selection:
        """Return what is left of a selection once the area has taken its place."""
        return selection if self.level is None else everywhere(selection)

    def holds(self, place: Place) -> bool:
        """Tell whether a place of the evidence base is in the area.

        A place that is known less exactly than to the area is not in it.
        """
        if self.level == COUNTRY:
            return place.country == self.unit.id
        exact = place.placed and place.precision <= INSIDE
        if exact and self.shape.covers(shapely.Point(place.lon, place.lat)):
            return True
        if place.shape is not None and place.shape.area > 0:
            return bool(self.shape.covers(place.shape.representative_point()))
        if self.level is None:
            return not exact and place.precision <= UNIT_PRECISION and place.unit in self.whole
        named = self.level == FIRST and place.unit == self.unit.id
        # Loaded units may have shrunk since the places were told: a point says where it is.
        return named and (not exact or self.source == SHIPPED_SOURCE)

    def lies_around(self, place: Place) -> bool:
        """Tell whether a place is known no closer than to the country or unit around the area."""
        if self.level == COUNTRY or place.precision <= INSIDE or self.holds(place):
            return False
        if place.unit is not None:
            return place.unit in self.cut or (
                self.around is not None and place.unit == self.around.id)
        return place.country in self.countries


def everywhere(selection: Selection) -> Selection:
    """Return a selection without its filters by place."""
    return replace(selection, countries=(), admin1=(), units=None, bbox=None, near=None, area=None,
                   picked=(), picks=None)


def places_named(selection: Selection) -> bool:
    """Tell whether a selection filters by place, which a profile of a unit leaves out."""
    return everywhere(selection) != selection


def find(ground: Ground, id: str) -> Area:
    """Return a unit by its id, as the boundaries in force name it.

    Raises:
        UsageError: there is none of a level that incidents are located in.
    """
    for level, units in levels(ground):
        if id in units.position:
            return _area(ground, units, level, units.position[id])
    raise wrong_value("UNIT", id, msg(
        "give the code of a country or unit, such as ML or ML-7, or a name that only one has"))


def search(ground: Ground, text: str) -> Area:
    """Return the one unit that an id or a name means; raises `UsageError` for none or several."""
    found = [(level, units, unit_id) for level, units in levels(ground)
             for unit_id in ([text] if text in units.position else units.find(text))]
    exact = [one for one in found if one[2] == text]
    (level, units, unit_id), *more = exact or found or [(COUNTRY, ground.units(COUNTRY), "")]
    if more:
        raise wrong_value("UNIT", text, msg(
            "several are called so: {ids}", ids=", ".join(one[2] for one in (exact or found))))
    if not unit_id:
        return find(ground, text)
    return _area(ground, units, level, units.position[unit_id])


def drawn(selection: Selection, ground: Ground) -> Area:
    """Return the area that a settled selection draws: an outline, a distance, picked units.

    The selection itself chooses what lies in it. Its country is the one that it shares most
    area with.

    Raises:
        UsageError: the selection draws none.
    """
    shape = shape_of(selection, ground)
    if shape is None:
        raise UsageError(msg("Name a unit, or draw an area with --area."))
    countries = ground.units(COUNTRY)
    near = countries.tree.query(shape, predicate="intersects").tolist()
    shares = {countries.iso2[i]: float(shapely.area(shapely.intersection(
        shape, countries.geometries[i]))) / shape.area for i in near}
    nameless = Named("", tuple("" for _ in LANGUAGES))
    held = of_shape(shape, countries, ground.units(FIRST), ground.units(SECOND))
    return Area(nameless, None, max(shares, default="", key=shares.__getitem__), None, shape,
                countries=frozenset(code for code, share in shares.items() if share > SLIVER),
                whole=held.first, cut=held.cut_first)


def levels(ground: Ground) -> Iterator[tuple[int, Units]]:
    """Return the levels of units that can be profiled and have any, the country first."""
    for level in LEVELS:
        if level in ground.levels:
            yield level, ground.units(level)


def named(units: Units, unit_id: str) -> Named:
    """Name a unit in every language."""
    return Named(unit_id, tuple(units.name(unit_id, language) for language in LANGUAGES))


def _area(ground: Ground, units: Units, level: int, at: int) -> Area:
    unit = named(units, units.ids[at])
    first = ground.units(FIRST)
    around = units.parents[at] if level == SECOND else ""
    stored = unit.name("en") if level == SECOND else ""
    alike = sum(units.iso2[i] == units.iso2[at] and name == units.names[at]
                for i, name in enumerate(units.names))
    return Area(
        unit, level, units.iso2[at], named(first, around) if around in first.position else None,
        units.geometries[at], vintage=units.vintages[at], source=units.sources[at],
        licence=units.licences[at], stored=stored, shared=alike > 1,
        countries=frozenset({units.iso2[at]}))
