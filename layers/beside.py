"""Symbols of one place laid out side by side, so that none hides another at any zoom."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

import numpy as np
import shapely

from data.evidence.model import COUNTRY_PRECISION, Place
from layers.spots import RADIUS, Spot

Offset = tuple[float, float]
Point = tuple[float, float]
Slot = tuple[str, str, str]
"""Place, layer and key of a legend entry: dates share a slot, since they take turns."""

GAP = 2 * RADIUS + 3
"""Pixels from one symbol to the next."""
MOST = 6
"""The most symbols in a row."""
NEAR = 1.5
"""Degrees within which another place makes a place's symbols grow away from it."""


def slot(spot: Spot) -> Slot:
    """Return what a spot's offset is known by."""
    return spot.place.id, spot.layer, spot.key


def beside(spots: Sequence[Spot]) -> dict[Slot, Offset]:
    """Return how far each symbol stands from its place, pixels to the right and down.

    A symbol that is alone at its point stands on it. Several stand in one row where they
    fit, else in rows, each layer's its own. What is said of a whole country stands above
    its point, where the country's name is written. All layers that share places must be
    given, shown or not, so that turning one on moves nothing.
    """
    together: dict[Point, list[Slot]] = defaultdict(list)
    for spot in spots:
        here = together[_point(spot.place)]
        if slot(spot) not in here:
            here.append(slot(spot))
    exact = {_point(spot.place) for spot in spots if spot.place.precision < COUNTRY_PRECISION}
    ways = _ways(list(together))
    return {one: offset for (at, slots), way in zip(together.items(), ways, strict=True)
            for one, offset in zip(slots, _laid(slots, way, at not in exact), strict=True)}


def _point(place: Place) -> Point:
    assert place.lon is not None and place.lat is not None
    return place.lon, place.lat


def _laid(slots: list[Slot], way: int, country: bool) -> list[Offset]:
    """Lay out the slots of one point, which stand together by layer: around it, or above."""
    rows = [len(slots)] if len(slots) <= MOST else [
        length for _, group in groupby(slots, key=lambda one: one[1])
        for length in _rows(len(list(group)))]
    if len(slots) == 1:
        way = 0
    top = -float(len(rows)) if country else -(len(rows) - 1) / 2
    return [(_along(i, length, way) * GAP, (top + row) * GAP)
            for row, length in enumerate(rows) for i in range(length)]


def _rows(n: int) -> list[int]:
    """Divide so many symbols into rows of nearly equal length."""
    rows = math.ceil(n / MOST)
    return [n // rows + (row < n % rows) for row in range(rows)]


def _along(i: int, length: int, way: int) -> float:
    """Return where the i-th of a row stands: around the place, or to one side of it."""
    return i - (length - 1) / 2 if way == 0 else way * (i + 0.5)


def _ways(at: list[Point]) -> list[int]:
    """Return to which side the symbols of each point grow: 1 east, -1 west, 0 both."""
    if len(at) < 2:
        return [0] * len(at)
    points = shapely.points(at)
    here, nearest = shapely.STRtree(points).query_nearest(
        points, max_distance=NEAR, exclusive=True, all_matches=False)
    ways = np.zeros(len(at), np.int64)
    ways[here] = np.sign(shapely.get_x(points[here]) - shapely.get_x(points[nearest]))
    return ways.tolist()
