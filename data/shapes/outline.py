"""Shapes on the ground from corners or a circle, and why some corners make none."""

from __future__ import annotations

import math
import re
from functools import lru_cache, reduce

import numpy as np
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

from data.errors import UsageError
from data.i18n import Message, msg

Ring = tuple[tuple[float, float], ...]
GEOD = pyproj.Geod(ellps="WGS84")
CORNERS = 64
"""Of a circle."""
ROUND = math.sqrt(2 * math.pi / (CORNERS * math.sin(2 * math.pi / CORNERS)))
"""What makes a shape of so many corners as large as the round one: they stand 0.08 % outside."""
HALF_GLOBE = 180.0
EDGE = 0.1
"""Degrees of an edge from which it is measured and drawn in pieces."""


@lru_cache(maxsize=256)
def polygon_shape(rings: tuple[Ring, ...]) -> BaseGeometry:
    """Return the area inside an odd number of rings, WGS 84 degrees.

    Raises:
        UsageError: corners that are no places, too few of them, edges that cross, or a
            shape that is as wide as half the globe, as one is that crosses 180°.
    """
    parts = [_polygon(ring) for ring in rings]
    shape = reduce(shapely.symmetric_difference, parts)
    if shape.is_empty or not shape.area > 0:
        raise UsageError(msg("The outline holds nothing: its corners lie on one line."))
    west, _, east, _ = shape.bounds
    if east - west >= HALF_GLOBE:
        raise _too_wide()
    shapely.prepare(shape)
    return shape


@lru_cache(maxsize=256)
def circle_shape(lon: float, lat: float, km: float) -> BaseGeometry:
    """Return a circle on the ellipsoid, WGS 84 degrees.

    Raises:
        UsageError: its centre is no place, or it crosses 180° or holds a pole.
    """
    _require_place(lon, lat)
    around = np.linspace(0, 360, CORNERS, endpoint=False)
    x, y, _ = GEOD.fwd(np.full(CORNERS, lon), np.full(CORNERS, lat), around,
                       np.full(CORNERS, km * 1000.0 * ROUND))
    shape = shapely.Polygon(np.column_stack([x, y]))
    if np.ptp(x) >= HALF_GLOBE or not shape.is_valid:
        raise _too_wide()
    shapely.prepare(shape)
    return shape


def square_km(shape: BaseGeometry) -> float:
    """Return the area of a shape on the ellipsoid; edges are straight in degrees."""
    fine = shapely.orient_polygons(shapely.segmentize(shape, EDGE))
    area, _ = GEOD.geometry_area_perimeter(fine)
    return abs(float(area)) / 1e6


def drawn(shape: BaseGeometry) -> list[list[tuple[float, float]]]:
    """Return the rings of a shape with corners so close that a map of any kind draws them true."""
    fine = shapely.segmentize(shape, EDGE)
    lines = shapely.get_rings(shapely.get_parts(fine))
    return [[(round(x, 5), round(y, 5)) for x, y in shapely.get_coordinates(line).tolist()]
            for line in lines]


def _polygon(ring: Ring) -> BaseGeometry:
    for lon, lat in ring:
        _require_place(lon, lat)
    if len(set(ring)) < 3:
        raise UsageError(msg("An outline needs at least three corners; this one has {corners}.",
                             corners=len(set(ring))))
    if max(abs(a[0] - b[0]) for a, b in zip(ring, (*ring[1:], ring[0]), strict=True)) >= HALF_GLOBE:
        raise _too_wide()
    made = shapely.Polygon(ring)
    if not made.is_valid:
        raise UsageError(_crossing(made))
    return made


def _require_place(lon: float, lat: float) -> None:
    if not (math.isfinite(lon) and math.isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90):
        raise UsageError(msg("There is no place at longitude {lon}, latitude {lat}: longitudes go "
                             "from -180 to 180 and latitudes from -90 to 90.",
                             lon=str(lon), lat=str(lat)))


def _crossing(made: BaseGeometry) -> Message:
    """Say where an outline crosses or touches itself."""
    where = re.search(r"\[(\S+) (\S+)\]", str(shapely.is_valid_reason(made)))
    lon, lat = (float(n) for n in where.groups()) if where else (0.0, 0.0)
    return msg("The outline crosses itself near longitude {lon}, latitude {lat}: move a corner so "
               "that no two edges cross.", lon=round(lon, 3), lat=round(lat, 3))


def _too_wide() -> UsageError:
    return UsageError(msg("An area cannot cross the line of 180° longitude, hold a pole or span "
                          "half the globe: make two of it, one on each side."))
