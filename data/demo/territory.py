"""The three countries' first-level units, for keeping invented points inside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from data import boundaries
from data.demo.streams import Booleans, Floats, Integers

COUNTRIES: dict[str, str] = {"ML": "Mali", "BF": "Burkina Faso", "NE": "Niger"}
"""The countries of the demonstration, with the name a source would write (same in French)."""
NORTH = frozenset({"ML-6", "ML-7", "ML-8"})
"""Mali's north; the study tells it from the centre and south. Niger is counted with it."""
DECIMALS = 5


@dataclass(frozen=True)
class Unit:
    """A first-level unit and a point that stands for it, (lat, lon) in degrees."""

    id: str
    iso2: str
    name_en: str
    name_fr: str
    geometry: BaseGeometry
    centre: tuple[float, float]

    def name(self, language: str) -> str:
        """Name the unit in a language."""
        return self.name_fr if language == "fr" else self.name_en


@cache
def units() -> tuple[Unit, ...]:
    """Return the units of the three countries, by id."""
    areas = boundaries.load_units()
    found = zip(areas.ids, areas.iso2, areas.geometries, strict=True)
    return tuple(
        Unit(unit_id, iso2, boundaries.unit_name(unit_id, "en"),
             boundaries.unit_name(unit_id, "fr"), geometry, _centre(geometry))
        for unit_id, iso2, geometry in sorted(found, key=lambda row: row[0]) if iso2 in COUNTRIES
    )


def locate(lat: Floats, lon: Floats) -> Integers:
    """Return the unit of each point as a position in `units()`, −1 outside all. Shape (n,)."""
    found = np.full(len(lat), -1, dtype=np.int64)
    # The points are indexed, not the few units: a query prepares the shape it asks with.
    points = shapely.STRtree(shapely.points(lon, lat))
    unit, point = points.query(_shapes(), predicate="intersects")
    found[point] = unit
    return found


def centres() -> Floats:
    """Return the points that stand for the units, (lat, lon) in degrees, shape (u, 2)."""
    return np.array([unit.centre for unit in units()])


@cache
def country_centres() -> dict[str, tuple[float, float]]:
    """Return the points that stand for the countries, (lat, lon) in degrees."""
    return {iso2: _centre(shape) for iso2, shape in _countries().items()}


def degrees_from(iso2: str, lat: Floats, lon: Floats) -> Floats:
    """Return how far points lie outside a country, in degrees; 0 inside. Shape (n,)."""
    return np.asarray(shapely.distance(shapely.points(lon, lat), _countries()[iso2]))


@cache
def _countries() -> dict[str, BaseGeometry]:
    return {iso2: shapely.union_all([u.geometry for u in units() if u.iso2 == iso2])
            for iso2 in COUNTRIES}


def northern(unit: Integers) -> Booleans:
    """Tell which units, given as positions in `units()`, count as the north."""
    return np.array([u.id in NORTH or u.iso2 == "NE" for u in units()])[unit]


@cache
def _shapes() -> npt.NDArray[np.object_]:
    return np.array([unit.geometry for unit in units()], dtype=object)


def _centre(geometry: BaseGeometry) -> tuple[float, float]:
    """Return the centroid where it lies inside, else a point that does."""
    centroid = geometry.centroid
    point = centroid if geometry.contains(centroid) else geometry.representative_point()
    return round(point.y, DECIMALS), round(point.x, DECIMALS)
