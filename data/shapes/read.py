"""An area from what a person pastes or chooses: GeoJSON, well-known text, or corners in lines."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from data.errors import UsageError
from data.i18n import Message, msg
from data.shapes.area import CIRCLE, DECIMALS, MOST_CORNERS, POLYGON, Area, of_rings, parse_area
from data.shapes.outline import GEOD

MOST_CHARACTERS = 2_000_000
_OWN = re.compile(rf"\s*(?:{POLYGON}|{CIRCLE})\s*:", re.I)
_WKT = re.compile(r"\s*(?:SRID=\d+;)?\s*(?:POLYGON|MULTIPOLYGON|GEOMETRYCOLLECTION)\b", re.I)
_NUMBER = re.compile(r"[-+−]?\d+(?:\.\d+)?")
STEPS = 40
"""Tolerances tried, each half as much again as the one before."""
FINEST = 1e-4


@dataclass(frozen=True)
class Read:
    """An area, and what was done to what a person gave, if anything."""

    area: Area
    said: Message | None = None


def read_area(text: str) -> Read:
    """Read an area from text.

    Raises:
        UsageError: no area can be read; the message says what was expected.
    """
    if len(text) > MOST_CHARACTERS:
        raise UsageError(msg("The file is larger than {most} MB; simplify it first.",
                             most=MOST_CHARACTERS // 1_000_000))
    if _OWN.match(text):
        return Read(parse_area(text))
    if text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return of_shape(_geojson(text.lstrip("\ufeff")))
    if _WKT.match(text):
        return of_shape(_wkt(text))
    return Read(of_rings([_lines(text)]))


def of_shape(shape: BaseGeometry) -> Read:
    """Turn a shape into an area of few enough corners; see `read_area`."""
    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    if not polygons:
        raise UsageError(msg("There is no polygon in it; a line or a point has no area."))
    _require_degrees(shape)
    joined = shapely.union_all([shapely.make_valid(part) for part in polygons])
    before = _corners(joined)
    for tolerance in [0.0, *(FINEST * 1.5**step for step in range(STEPS))]:
        thinned = _rounded(shapely.simplify(joined, tolerance) if tolerance else joined)
        if _corners(thinned) <= MOST_CORNERS and not thinned.is_empty:
            return Read(of_rings(_rings(thinned)), _thinned(before, thinned, joined, tolerance))
    raise UsageError(msg("The shape has too many parts for one area: at most {most} corners.",
                         most=MOST_CORNERS))


def _thinned(
    before: int, thinned: BaseGeometry, joined: BaseGeometry, tolerance: float
) -> Message | None:
    if not tolerance:
        return None
    moved = float(shapely.hausdorff_distance(thinned, joined))
    lon, lat = joined.centroid.x, joined.centroid.y
    metres = max(GEOD.inv(lon, lat, lon, min(90.0, lat + moved))[2],
                 GEOD.inv(lon, lat, lon + moved, lat)[2])
    return msg("The shape had {before} corners; it was simplified to {after}. No corner or edge "
               "moved by more than about {km} km.", before=before, after=_corners(thinned),
               km=max(0.1, round(metres / 1000, 1)))


def _geojson(text: str) -> BaseGeometry:
    try:
        given = json.loads(text)
        shapes = [shapely.force_2d(shapely.from_geojson(json.dumps(one)))
                  for one in _geometries(given)]
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError,
            shapely.GEOSException):
        raise UsageError(msg("This GeoJSON cannot be read.")) from None
    return shapely.GeometryCollection([
        part for shape in shapes for part in shapely.get_parts(shape)])


def _geometries(given: Any) -> list[Any]:
    """Return the geometries of a geometry, a feature or a collection of either."""
    match given.get("type"):
        case "FeatureCollection":
            return [one for feature in given["features"] for one in _geometries(feature)]
        case "Feature":
            return _geometries(given["geometry"]) if given.get("geometry") else []
        case "GeometryCollection":
            return [one for part in given["geometries"] for one in _geometries(part)]
        case _:
            return [given]


def _wkt(text: str) -> BaseGeometry:
    try:
        shape = shapely.force_2d(shapely.from_wkt(re.sub(r"(?i)^\s*SRID=\d+;", "", text.strip())))
    except shapely.GEOSException:
        raise UsageError(msg("This well-known text cannot be read.")) from None
    return shapely.GeometryCollection(list(shapely.get_parts(shape)))


def _lines(text: str) -> list[tuple[float, float]]:
    """Read a corner a line, longitude before latitude."""
    corners = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        numbers = [float(n.replace("−", "-")) for n in _NUMBER.findall(line)]
        if len(numbers) != 2:
            raise UsageError(msg("“{line}” is no corner: write longitude and latitude in degrees, "
                                 "such as -0.04, 16.27, one corner a line; or paste GeoJSON or "
                                 "well-known text.", line=line[:60]))
        corners.append((numbers[0], numbers[1]))
    if not corners:
        raise UsageError(msg("Nothing was given: write one corner a line, or paste GeoJSON or "
                             "well-known text."))
    return corners


def _require_degrees(shape: BaseGeometry) -> None:
    corners = shapely.get_coordinates(shape)
    inside = np.isfinite(corners).all() and (np.abs(corners) <= [180, 90]).all()
    if not inside:
        raise UsageError(msg("Its coordinates are not longitude and latitude in degrees (WGS 84): "
                             "convert it first."))


def _rounded(shape: BaseGeometry) -> BaseGeometry:
    rounded = shapely.set_precision(shape, 10.0**-DECIMALS)
    parts = [part for part in shapely.get_parts(rounded) if part.geom_type == "Polygon"]
    joined = shapely.union_all(parts)
    assert isinstance(joined, BaseGeometry)
    return joined


def _rings(shape: BaseGeometry) -> list[list[tuple[float, float]]]:
    return [[(x, y) for x, y in shapely.get_coordinates(ring).tolist()]
            for ring in shapely.get_rings(shapely.get_parts(shape))]


def _corners(shape: BaseGeometry) -> int:
    return sum(len(ring) - 1 for ring in _rings(shape))
