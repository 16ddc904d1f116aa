"""The units that an atlas has sheets of, and a selection narrowed to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import shapely
from shapely.geometry.base import BaseGeometry

from data.areas.boundaries import Units
from data.errors import wrong_value
from data.i18n import msg
from data.profile.told import PLURALS
from data.queries.atlas import by_unit, unit_keys
from data.queries.filters import unit_ids
from data.queries.stats import totals
from data.selection import BBox, Selection
from data.settle import settled
from data.shapes.held import second_key
from data.shapes.settled import picks_of
from data.taxonomy import fold
from layers.sheet.press import Press

COUNTRY, FIRST, SECOND = 0, 1, 2
ISLAND = 20
"""Parts of a unit that are smaller than its largest by more than so many times are not what a
sheet is fitted to."""


@dataclass(frozen=True, eq=False)
class Unit:
    """A unit with records.

    Attributes:
        id, name: its name is in the language asked.
        iso2: its country.
        shape: WGS 84 degrees.
        incidents: of the selection.
    """

    id: str
    name: str
    iso2: str
    shape: BaseGeometry
    incidents: int

    @property
    def bounds(self) -> BBox:
        """What a sheet of it is fitted to."""
        return bounds(self.shape)


def bounds(shape: BaseGeometry) -> BBox:
    """Return the extent of a shape's largest part, and of what is near it in size."""
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    west, south, east, north = shapely.total_bounds(
        parts[areas >= areas.max() / ISLAND]).tolist()
    return west, south, east, north


def recorded(
    selection: Selection, level: int, press: Press, language: str
) -> tuple[tuple[Unit, ...], int]:
    """Return the units of a level that have any record, by name, and how many are in none.

    Raises:
        UsageError: there are no units of this level, or none of them has a record.
    """
    if level not in press.ground.levels:
        raise wrong_value("--atlas", f"admin{level}", msg(
            "{units} are not loaded; `app.py boundaries FILE` loads them", units=PLURALS[level]))
    units, view = press.ground.units(level), press.counting(unit_keys(level), selection)
    keys = _keys(units)
    found = [_unit(units, keys[row["key"]], row["incidents"], language)
             for row in view.rows(by_unit(selection, level)) if row["key"] in keys]
    if not found:
        raise wrong_value("--atlas", f"admin{level}", msg(
            "a sheet stands for a unit with incidents, and none of the {units} has one in this "
            "selection; what documents say, such as corridors, makes no sheets by itself: choose "
            "other filters, or a single sheet", units=PLURALS[level]))
    every = int(view.rows(totals(selection))[0]["incidents"])
    ordered = sorted(found, key=lambda one: (fold(one.name), one.id))
    return tuple(ordered), every - sum(one.incidents for one in found)


def narrowed(selection: Selection, unit: Unit, level: int, press: Press) -> Selection:
    """Return what a selection holds in a unit; places that it names stay named within it."""
    first, second = press.ground.units(FIRST), press.ground.units(SECOND)
    named = [*(unit_ids(selection) if selection.admin1 else ()),
             *(picks_of(selection).ids if selection.picked else ())]
    inside = [id for id in named if _within(id, unit, level, first, second)]
    bare = replace(selection, admin1=(), units=None, picked=(), picks=None)
    if level == COUNTRY:
        own = replace(bare, countries=(unit.iso2,), picked=tuple(inside or named))
    else:
        own = replace(bare, picked=tuple(inside) or (unit.id,))
    return settled(own, press.ground)


def _within(id: str, unit: Unit, level: int, first: Units, second: Units) -> bool:
    """Tell whether a named unit is a part of another, and not all of it."""
    if id == unit.id:
        return False
    of = first if id in first.position else second
    if id not in of.position:
        return False
    at = of.position[id]
    return of.iso2[at] == unit.iso2 if level == COUNTRY else of.parents[at] == unit.id


def _keys(units: Units) -> dict[str, int]:
    """Index units by what incidents call them."""
    if units.level == SECOND:
        return {second_key(iso2, units.name(id, "en")): i for i, (id, iso2) in enumerate(
            zip(units.ids, units.iso2, strict=True))}
    return {id: i for i, id in enumerate(units.iso2 if units.level == COUNTRY else units.ids)}


def _unit(units: Units, at: int, incidents: int, language: str) -> Unit:
    id = units.ids[at]
    return Unit(id, units.name(id, language), units.iso2[at], units.geometries[at], incidents)


def together(units: Sequence[Unit]) -> BBox:
    """Return an extent that holds all units; all around where they reach around the world."""
    west, south, east, north = zip(*(one.bounds for one in units), strict=True)
    return min(west), min(south), max(east), max(north)
