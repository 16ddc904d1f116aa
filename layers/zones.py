"""Where levies are collected: each at the area that its record is known to, and no smaller."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

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
    """An area and the levies that are collected in it.

    Attributes:
        id: what the area is and which, as `cell:85754e67fffffff` or `within:country:ML`.
        shape: WGS 84 degrees.
        places: as the records name them, each once.
        levies: in the order of the evidence.
    """

    id: str
    shape: BaseGeometry
    places: tuple[Place, ...]
    levies: tuple[Levy, ...]

    @property
    def within(self) -> bool:
        """Whether the place lies somewhere within the area, which then claims no extent."""
        return self.id.startswith("within:")

    @property
    def days(self) -> Days | None:
        """From the first dated levy to the last; None where one of them is undated."""
        days = [levy.days for levy in self.levies]
        known = [one for one in days if one is not None]
        if len(known) < len(days):
            return None
        return min(first for first, _ in known), max(last for _, last in known)

    def name(self, language: str) -> str:
        """Name its place or, where several stand in it, the country or how many they are."""
        names = list(dict.fromkeys(place.name(language) for place in self.places))
        if len(names) == 1:
            return names[0]
        if self.id.startswith("within:country:"):
            return country(self.id.rpartition(":")[2], language)
        return nmsg("{count} place", "{count} places", len(names)).render(language)


def zones(levies: Iterable[Levy], ground: Ground) -> tuple[Zone, ...]:
    """Group levies by the area of each of their places, the largest area first.

    A levy with several places is in the zone of each. One without any area, not even a
    country, is in none: see `unplaced`.
    """
    places: dict[str, dict[str, Place]] = defaultdict(dict)
    held: dict[str, dict[str, Levy]] = defaultdict(dict)
    for levy in levies:
        for place in levy.where:
            id = zone_of(place, ground)
            if id is not None:
                places[id].setdefault(place.id, place)
                held[id].setdefault(levy.id, levy)
    found = [Zone(id, _shape(id, next(iter(known.values())), ground), tuple(known.values()),
                  tuple(held[id].values()))
             for id, known in places.items()]
    return tuple(sorted(found, key=lambda zone: (-zone.shape.area, zone.id)))


def unplaced(levies: Iterable[Levy], ground: Ground) -> tuple[Place, ...]:
    """Return the places of levies that no area stands for, each once."""
    every = dict.fromkeys(place for levy in levies for place in levy.where)
    return tuple(place for place in every if zone_of(place, ground) is None)


def zone_of(place: Place, ground: Ground) -> str | None:
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


def _shape(id: str, place: Place, ground: Ground) -> BaseGeometry:
    """Return the shape of a zone; `place` is one of those that stand in it."""
    what, _, which = id.removeprefix("within:").partition(":")
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
    assert shape is not None, f"zone_of gives no id without a shape: {id}"
    return shape
