"""Names on the background map, each with the zoom from which it is worth its space."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from data.boundaries import Town
from data.reference.build import countries, tables, water
from data.reference.build.coverage import World
from data.reference.build.towns import CORE
from data.reference.build.units import REGION

KINDS = ("country", "unit", "town", "river", "lake")
FIELDS = ("lon", "lat", "rank", "kind", "min_zoom", "name_en", "name_fr")
COUNTRY_ZOOMS = ((150, 2), (30, 3), (4, 4), (0.3, 5))
UNIT_ZOOMS = ((6, 5), (0.8, 6), (0.05, 7))
"""From an area (square degrees) upwards, the zoom from which a name is shown."""
TOWN_ZOOMS = {1: 4, 2: 5, 3: 6, 4: 7, 5: 9}
SMALLEST = 8


@dataclass(frozen=True)
class Label:
    """A name and where it stands, WGS 84 degrees; rank 1 wins where two collide."""

    point: BaseGeometry
    rank: int
    kind: str
    min_zoom: int
    name_en: str
    name_fr: str


def build(npm: Path, world: World, places: list[Town]) -> dict[str, Any]:
    """Return the labels as rows, most important first; French only where it differs."""
    labels = [*_countries(world), *_units(world), *_towns(places), *_waters(npm)]
    labels.sort(key=lambda x: (x.min_zoom, KINDS.index(x.kind), x.rank, x.name_en))
    return {"fields": FIELDS, "kinds": KINDS, "labels": [_row(label) for label in labels]}


def _row(label: Label) -> list[object]:
    row = [round(label.point.x, 3), round(label.point.y, 3), label.rank,
           KINDS.index(label.kind), label.min_zoom, label.name_en]
    return row if label.name_fr == label.name_en else [*row, label.name_fr]


def inner_point(geometry: BaseGeometry) -> BaseGeometry:
    """Return the pole of inaccessibility of the largest part: the point farthest from its edge."""
    largest = max(shapely.get_parts(geometry), key=lambda part: part.area)
    circle = shapely.maximum_inscribed_circle(largest, tolerance=0.01)
    return shapely.get_point(circle, 0)


def _zoom(area: float, steps: tuple[tuple[float, int], ...]) -> int:
    return next((zoom for least, zoom in steps if area >= least), SMALLEST - 2)


def _countries(world: World) -> list[Label]:
    names = countries.names()
    found = []
    for country in [*world.region, *world.fitted, *world.rest]:
        if country.iso2 != "AQ":
            zoom = _zoom(country.geometry.area, COUNTRY_ZOOMS)
            found.append(Label(inner_point(country.geometry), zoom - 1, "country", zoom,
                               *names[country.iso2]))
    return found


def _units(world: World) -> list[Label]:
    names = {row["unit_id"]: row for row in tables.rows("names_units.csv")}
    found = []
    for unit in world.units:
        if unit.unit_id == "EH-EH":
            continue  # The country's own label already says it.
        zoom = _zoom(unit.geometry.area, UNIT_ZOOMS)
        zoom = SMALLEST if unit.geometry.area < UNIT_ZOOMS[-1][0] else zoom
        row = names[unit.unit_id]
        found.append(Label(inner_point(unit.geometry), zoom - 3, "unit", zoom,
                           row["name_en"], row["name_fr"]))
    return found


def _towns(places: list[Town]) -> list[Label]:
    return [
        Label(shapely.Point(place.lon, place.lat), place.rank, "town",
              TOWN_ZOOMS[place.rank] + (0 if place.iso2 in REGION else 1),
              place.name_en, place.name_fr)
        for place in places if place.rank < 5 or place.iso2 in CORE
    ]


def _waters(npm: Path) -> list[Label]:
    found = []
    for river in water.rivers(npm):
        if river.name_en:
            longest = max(shapely.get_parts(river.geometry), key=lambda line: line.length)
            found.append(Label(longest.interpolate(0.5, normalized=True), river.rank, "river",
                               river.rank + 4, river.name_en, river.name_fr))
    for lake in water.lakes(npm):
        if lake.name_en:
            found.append(Label(inner_point(lake.geometry), lake.rank, "lake",
                               lake.rank + 4, lake.name_en, lake.name_fr))
    return found
