"""Shapes as columns of text: where a record's point is, and how exactly its shape tells that.

The columns have names of their own, so that a file's own latitude and longitude stay what
presets find; the shapes stand in where a file has none.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import shapely

from data.ingest.records import Header
from data.ingest.shapes import Geometries
from data.taxonomy import fold

LAT, LON = "geometry_lat", "geometry_lon"
PRECISION, TYPE = "geometry_precision", "geometry_type"
NAMES = (LAT, LON, PRECISION, TYPE)
GRID = frozenset({"x", "y"})
"""Names of columns that may be degrees or metres of a grid, so that a shape knows better."""
UNREADABLE = "unreadable"
"""The latitude of a shape that is given and means nothing: no number, so it is told."""
POINT, POINTS = 0, 4
NEAR_KM, RADIUS_KM = 25.0, 6371.0
NEAR, VAGUE = "2", "5"
"""Of `where_precision`: within 25 km, and a vague area."""


def columns(shapes: Geometries, given: npt.NDArray[np.bool_]) -> list[pa.Array]:
    """Write the columns of `NAMES`.

    Args:
        shapes: in WGS 84 degrees, shape (n,); None where there is none.
        given: whether the file gives a shape, also one that could not be read.
    """
    shapes = _lone(shapes)
    single = shapely.get_type_id(shapes) == POINT
    spots = shapes.copy()
    finite = np.all(np.isfinite(shapely.bounds(shapes)), axis=1)
    spread = ~single & finite
    spots[spread] = shapely.point_on_surface(shapes[spread])
    spots[~single & ~finite] = None
    lat, lon = shapely.get_y(spots), shapely.get_x(spots)
    lost = given & shapely.is_missing(spots)
    kinds = [shape.geom_type if shape is not None else "" for shape in shapes]
    exact = np.where(spread, np.where(_reach(shapes, lat, lon) <= NEAR_KM, NEAR, VAGUE), "")
    missing = shapely.is_missing(spots)
    return [
        pa.array(_texts(lat, missing, lost), pa.string()),
        pa.array(_texts(lon, missing, lost), pa.string()),
        pa.array(exact.tolist(), pa.string()),
        pa.array(kinds, pa.string()),
    ]


def stand_in(names: dict[str, str], header: Header) -> None:
    """Let the shapes of a file say where its records are, where its columns do not.

    Args:
        names: the columns chosen so far, by field; added to.
        header: the file's columns.
    """
    if LAT not in header.names or LON not in header.names:
        return
    own = {fold(names[field]) for field in ("lat", "lon") if field in names}
    if len(own) == 2 and not own <= GRID:
        return
    names |= {"lat": LAT, "lon": LON}
    if PRECISION in header.names:
        names["geometry_precision"] = PRECISION


def _lone(shapes: Geometries) -> Geometries:
    """Take the one point of a collection of points for that point."""
    lone = (shapely.get_type_id(shapes) == POINTS) & (shapely.get_num_geometries(shapes) == 1)
    plain = shapes.copy()
    plain[lone] = shapely.get_geometry(shapes[lone], 0)
    return plain


def _texts(
    values: npt.NDArray[np.float64], missing: npt.NDArray[np.bool_], lost: npt.NDArray[np.bool_]
) -> list[str]:
    return ["" if gone and not bad else UNREADABLE if bad else repr(value)
            for value, gone, bad in zip(values.tolist(), missing, lost, strict=True)]


def _reach(
    shapes: Geometries, lat: npt.NDArray[np.float64], lon: npt.NDArray[np.float64]
) -> npt.NDArray[Any]:
    """Return how far the corners of each shape's box lie from its point, in km."""
    west, south, east, north = np.radians(shapely.bounds(shapes).T)
    y, x = np.radians(lat), np.radians(lon)
    with np.errstate(invalid="ignore"):
        corners = [_apart(y, x, v, u) for u in (west, east) for v in (south, north)]
        found: npt.NDArray[Any] = np.max(corners, axis=0)
    return found


def _apart(
    y1: npt.NDArray[Any], x1: npt.NDArray[Any], y2: npt.NDArray[Any], x2: npt.NDArray[Any]
) -> npt.NDArray[Any]:
    """Return the great-circle distance of points in radians, in km."""
    half = np.sin((y2 - y1) / 2) ** 2 + np.cos(y1) * np.cos(y2) * np.sin((x2 - x1) / 2) ** 2
    distance: npt.NDArray[Any] = 2 * RADIUS_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return distance
