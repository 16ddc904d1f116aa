"""Distances from points to countries, in kilometres on the ellipsoid."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyproj
import shapely

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

KM_PER_DEGREE = 111.7
"""A degree of latitude at the poles, where it is longest; so an upper bound anywhere."""
SHORTEST_KM_PER_DEGREE = 110.5
"""A degree of latitude at the equator, where it is shortest."""

GEOD = pyproj.Geod(ellps="WGS84")


def within_km(lon: Floats, lat: Floats, areas: npt.NDArray[np.object_], km: float) -> Bools:
    """Tell which points lie in their area or at most `km` from it.

    Degrees bound the distance from both sides; only points between the bounds need
    the nearest place on the border in a local metric.

    Args:
        lon: degrees, shape (n,).
        lat: degrees, shape (n,).
        areas: one polygon a point, shape (n,); None is never near.
        km: the tolerance.

    Returns:
        Shape (n,).
    """
    points = shapely.points(lon, lat)
    degrees = shapely.distance(points, areas)
    near = degrees * KM_PER_DEGREE <= km
    narrowest = np.cos(np.radians(np.minimum(np.abs(lat) + degrees, 89.9)))
    perhaps = ~near & (degrees * narrowest * SHORTEST_KM_PER_DEGREE <= km)
    for i in np.flatnonzero(perhaps):
        near[i] = distance_km(lon[i], lat[i], areas[i]) <= km
    return np.asarray(near, dtype=np.bool_)


def distance_km(lon: float, lat: float, area: shapely.Geometry) -> float:
    """Return the distance from a point to an area, 0 inside; geodesic to the nearest place."""
    squeeze = max(float(np.cos(np.radians(lat))), 1e-6)
    local = shapely.transform(area, lambda xy: xy * [squeeze, 1.0])
    nearest = shapely.shortest_line(shapely.Point(lon * squeeze, lat), local)
    (_, _), (x, y) = shapely.get_coordinates(nearest)
    _, _, metres = GEOD.inv(lon, lat, x / squeeze, y)
    return float(metres) / 1000.0
