"""Cuts polygons that a package has stitched together across the 180th meridian."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from data.reference.build.sources import Points

POLE = -89.9
"""Degrees north: a ring below is the pole itself, which a flat map has no use for."""


def cut(geometry: BaseGeometry) -> BaseGeometry:
    """Return the same land within [-180, 180], valid; most geometries come back as they are."""
    parts = shapely.get_parts(geometry)
    if not any(_crosses(part) for part in parts):
        return geometry
    return shapely.union_all([piece for part in parts for piece in _cut_polygon(part)])


def _rings(polygon: BaseGeometry) -> list[Points]:
    """Return the rings, shell first, without the one that stitching drew around the pole."""
    rings = [shapely.get_coordinates(ring) for ring in (polygon.exterior, *polygon.interiors)]
    return [ring for ring in rings if ring[:, 1].max() > POLE]


def _crosses(polygon: BaseGeometry) -> bool:
    return any((np.abs(np.diff(ring[:, 0])) > 180).any() for ring in _rings(polygon))


def _cut_polygon(polygon: BaseGeometry) -> list[BaseGeometry]:
    if not _crosses(polygon):
        return [shapely.make_valid(polygon)]
    shell, *holes = [shapely.make_valid(shapely.Polygon(_unroll(ring))) for ring in _rings(polygon)]
    shell = shapely.difference(shell, shapely.union_all(holes))
    pieces = []
    for shift in (-360, 0, 360):
        window = shapely.intersection(shell, shapely.box(shift - 180, -90, shift + 180, 90))
        pieces.append(shapely.transform(window, lambda xy, by=shift: xy - [by, 0]))
    return [piece for piece in pieces if not piece.is_empty]


def _unroll(ring: Points) -> Points:
    """Let longitudes run on past 180; a ring around the pole is closed along 90° S."""
    steps = np.diff(ring[:, 0])
    turns = np.concatenate([[0.0], np.cumsum(-360 * np.round(steps / 360))])
    line = np.column_stack([ring[:, 0] + turns, ring[:, 1]])
    if abs(turns[-1]) < 180:
        return line
    ends = np.array([[line[-1, 0], -90.0], [line[0, 0], -90.0]])
    return np.concatenate([line, ends, line[:1]])
