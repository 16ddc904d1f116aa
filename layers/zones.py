"""Where levies are collected: each at the area that its record is known to, and no smaller."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from shapely.geometry.base import BaseGeometry

from data import hexes
from data.evidence.model import Levy, Place
from data.ground import Ground
from data.i18n import nmsg
from data.names import country
from layers.areas import COUNTRY, FIRST_LEVEL, country_shape, unit_shape
from layers.marks import Days

CELLS: dict[int, int] = {1: 5, 2: 4}
"""Resolution of the hexagon that stands for a point, by its precision."""


@dataclass(frozen=True, eq=False)
class Zone:
    """An area and the levies that are collected in it at a time.

    Attributes:
        area: what it is and which, as `cell:85754e67fffffff` or `within:country:ML`.
        shape: WGS 84 degrees.
        places: as the records name them, each once.
        levies: in the order of the evidence.
        days: how long it stands; None where one of its levies is undated.
    """

    area: str
    shape: BaseGeometry
    places: tuple[Place, ...]
    levies: tuple[Levy, ...]
    days: Days | None = None

    @property
    def id(self) -> str:
        """What a click picks: the area, and the day from which the zone stands."""
        return self.area if self.days is None else f"{self.area}@{self.days[0]}"

    @property
    def within(self) -> bool:
        """Whether the place lies somewhere within the area, which then claims no extent."""
        return self.area.startswith("within:")

    def name(self, language: str) -> str:
        """Name its place or, where several stand in it, the country or how many they are."""
        names = list(dict.fromkeys(place.name(language) for place in self.places))
        if len(names) == 1:
            return names[0]
        if self.area.startswith("within:country:"):
            return country(self.area.rpartition(":")[2], language)
        return nmsg("{count} place", "{count} places", len(names)).render(language)


def zones(levies: Iterable[Levy], ground: Ground) -> tuple[Zone, ...]:
    """Group levies by the area of each of their places and by time, the largest area first.

    A levy with several places is in the zone of each. One without any area, not even a
    country, is in none: see `unplaced`.
    """
    parts = [part for area in areas(levies, ground) for part in spells(area)]
    return tuple(sorted(parts, key=lambda zone: (-zone.shape.area, zone.id)))


def areas(levies: Iterable[Levy], ground: Ground) -> tuple[Zone, ...]:
    """Group levies by the area of each of their places, whenever they were."""
    places: dict[str, dict[str, Place]] = defaultdict(dict)
    held: dict[str, dict[str, Levy]] = defaultdict(dict)
    for levy in levies:
        for place in levy.where:
            area = area_id(place, ground)
            if area is not None:
                places[area].setdefault(place.id, place)
                held[area].setdefault(levy.id, levy)
    return tuple(
        Zone(area, _shape(area, next(iter(known.values())), ground), tuple(known.values()),
             tuple(held[area].values()))
        for area, known in places.items())


def spells(area: Zone) -> tuple[Zone, ...]:
    """Part an area's levies by time, so that it does not stand in years of which nothing is told.

    A dated levy stands to the end of its year, as a visit to a site does; levies that touch
    one another in time stand together. An area with an undated levy stands always.
    """
    dated = [(*levy.days, levy) for levy in area.levies if levy.days is not None]
    if len(dated) < len(area.levies):
        return (area,)
    found: list[tuple[dt.date, dt.date, list[Levy]]] = []
    for first, last, levy in sorted(dated, key=lambda one: one[0]):
        until = dt.date(last.year, 12, 31)
        if found and first <= found[-1][1] + dt.timedelta(1):
            start, end, levies = found.pop()
            found.append((start, max(end, until), [*levies, levy]))
        else:
            found.append((first, until, [levy]))
    return tuple(
        replace(area, levies=tuple(levies), days=(first, last),
                places=tuple(p for p in area.places if any(p in one.where for one in levies)))
        for first, last, levies in found)


def unplaced(levies: Iterable[Levy], ground: Ground) -> tuple[Place, ...]:
    """Return the places of levies that no area stands for, each once."""
    every = dict.fromkeys(place for levy in levies for place in levy.where)
    return tuple(place for place in every if area_id(place, ground) is None)


def area_id(place: Place, ground: Ground) -> str | None:
    """Return the id of the area that a place is known to; None where there is none."""
    if place.shape is not None and place.shape.area > 0:
        return f"place:{place.id}"
    if place.precision in CELLS and place.lat is not None and place.lon is not None:
        return f"cell:{_cell(place.lat, place.lon, CELLS[place.precision])}"
    unit = place.unit if place.precision < COUNTRY else None
    if unit and unit_shape(ground, unit) is not None:
        return f"unit:{unit}" if place.precision == FIRST_LEVEL else f"within:unit:{unit}"
    if place.country and country_shape(place.country) is not None:
        return f"within:country:{place.country}"
    return None


def _cell(lat: float, lon: float, resolution: int) -> str:
    return hexes.text(int(hexes.at(np.array([lat]), np.array([lon]), resolution)[0]))


def _shape(area: str, place: Place, ground: Ground) -> BaseGeometry:
    """Return the shape of a zone; `place` is one of those that stand in it."""
    what, _, which = area.removeprefix("within:").partition(":")
    shape: BaseGeometry | None
    match what:
        case "cell":
            shape = hexes.polygons(np.array([hexes.number(which)], np.int64))[0]
        case "unit":
            shape = unit_shape(ground, which)
        case "country":
            shape = country_shape(which)
        case _:
            shape = place.shape
    assert shape is not None, f"area_id gives none without a shape: {area}"
    return shape
