"""Parallel lines across a shape: a zone that leaves what lies beneath readable."""

from __future__ import annotations

import math

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layers.paths import Paths


def hatch(shape: BaseGeometry, spacing: float, angle: float = 45.0) -> Paths:
    """Cover a shape with parallel lines, cut where the shape ends.

    Args:
        shape: a polygon or several, in degrees.
        spacing: distance between lines, in degrees, at right angles to them.
        angle: of the lines, in degrees from the east, anticlockwise.

    Returns:
        One path a line piece, all of them inside the shape.
    """
    if shape.is_empty or spacing <= 0:
        return Paths.empty()
    pieces = shapely.intersection(_sweep(shape, spacing, math.radians(angle)), shape)
    lines = [g for g in shapely.get_parts(pieces) if g.geom_type == "LineString"]
    return Paths.of([shapely.get_coordinates(line) for line in lines])


def outline(shape: BaseGeometry) -> Paths:
    """Return the shape's edges, holes included, as closed paths."""
    rings = shapely.get_rings(shapely.get_parts(shape))
    return Paths.of([shapely.get_coordinates(ring) for ring in np.atleast_1d(rings)])


def _sweep(shape: BaseGeometry, spacing: float, angle: float) -> BaseGeometry:
    west, south, east, north = shape.bounds
    centre = np.array([(west + east) / 2, (south + north) / 2])
    reach = math.hypot(east - west, north - south) / 2 + spacing
    along = np.array([math.cos(angle), math.sin(angle)]) * reach
    across = np.array([-math.sin(angle), math.cos(angle)])
    # Lines sit on multiples of the spacing from the origin, so neighbours' hatches meet.
    base = float(centre @ across)
    steps = np.arange(math.floor((base - reach) / spacing), math.ceil((base + reach) / spacing) + 1)
    shifts = (steps * spacing - base)[:, None] * across
    ends = np.stack([centre + shifts - along, centre + shifts + along], axis=1)
    return shapely.multilinestrings(shapely.linestrings(ends))
