"""How far a mark reaches on the ground, so that the map can go there."""

from __future__ import annotations

from data.selection import BBox
from layers.marks import Area, Line, Mark, Ring, Symbol


def extent(mark: Mark) -> BBox:
    """Return west, south, east and north of a mark, degrees; of a symbol, its point."""
    if isinstance(mark, Area):
        west, south, east, north = mark.shape.bounds
        return west, south, east, north
    if isinstance(mark, Line):
        (west, south), (east, north) = mark.points.min(axis=0), mark.points.max(axis=0)
        return float(west), float(south), float(east), float(north)
    if isinstance(mark, Symbol | Ring):
        return mark.lon, mark.lat, mark.lon, mark.lat
    raise TypeError(type(mark).__name__)


def meets(one: BBox, other: BBox) -> bool:
    """Tell whether two boxes have any ground in common; the second may cross the antimeridian."""
    west, south, east, north = one
    if south > other[3] or north < other[1]:
        return False
    if other[0] <= other[2]:
        return west <= other[2] and east >= other[0]
    return west <= other[2] or east >= other[0]
