"""What a sheet's map shows: a centre, a projection, and how many metres to each side."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely

from data.queries.cited import reach
from data.queries.filters import unit_ids
from data.selection import BBox, Selection
from data.shapes.settled import picks_of
from layers.base import DEFAULT_RESOLUTION, Request
from layers.extent import extent
from layers.marks import Mark, Symbol
from layers.registry import BY_ID
from layers.sheet.description import Sheet
from layers.sheet.look import POINTS
from layers.sheet.mapped import metres_of, zoom_of
from layers.sheet.press import Press
from layers.sheet.projection import Projection
from layers.zooms import ZOOMS

SCREEN = (1000.0, 640.0)
"""Pixels of a screen's map, all of which a sheet shows for the same centre and zoom."""
AROUND = 1.06
"""How much more than what must be seen is shown."""
EDGE, SYMBOL = 6.0, 9.0
"""Points kept free at the map's edge; and a symbol's radius, pixels."""
MOST_ASIDE = 0.7
"""The most of a map's width or height that symbols beside their places take at both sides."""
LEAST = 12_000.0
"""Metres that a map shows at least, so that a single place has surroundings."""
EVERYWHERE: BBox = (-170.0, -56.0, 190.0, 75.0)
SAHEL: BBox = (-13.0, 9.0, 16.0, 25.5)
"""Where nothing says what to show."""


@dataclass(frozen=True)
class Edges:
    """Points kept free within each edge of a map, for what stands beside its place."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    def within(self, width: float, height: float) -> Edges:
        """Return edges that leave a map of so many points most of its room."""
        across = min(1.0, width * MOST_ASIDE / max(1.0, self.left + self.right))
        down = min(1.0, height * MOST_ASIDE / max(1.0, self.top + self.bottom))
        return Edges(self.left * across, self.top * down, self.right * across,
                     self.bottom * down)


@dataclass(frozen=True, eq=False)
class Frame:
    """What a map of a size shows.

    Attributes:
        projection: about its centre.
        half: metres to each side and up and down.
        zoom: of a screen that shows things as large.
    """

    projection: Projection
    half: tuple[float, float]
    zoom: float

    @property
    def resolution(self) -> int:
        """The resolution of hexagons at this scale."""
        return next((res for below, res in ZOOMS if self.zoom < below), 9)


def frame(sheet: Sheet, press: Press, width: float, height: float) -> Frame:
    """Fit what a sheet shows into a map of so many points."""
    if sheet.view:
        lon, lat, zoom = sheet.view
        pixel = metres_of(zoom, lat)
        metres = max(SCREEN[0] * pixel / width, SCREEN[1] * pixel / height)
        wide = metres * width / 111_320 / max(0.1, math.cos(math.radians(lat)))
        return _frame(Projection(lon, lat, wide), metres, width, height)
    (west, south, east, north), wanted = (
        (sheet.extent, Edges()) if sheet.extent else fitted(sheet, press))
    free = wanted.within(width, height)
    east += 360 if east < west else 0
    projection = Projection((west + east) / 2, (south + north) / 2, east - west)
    across, down = _reach(projection, (west, south, east, north))
    metres = AROUND * max(across * 2 / (width - free.left - free.right),
                          down * 2 / (height - free.top - free.bottom), LEAST / width)
    aside = (free.right - free.left) / 2 * metres, (free.top - free.bottom) / 2 * metres
    if any(aside):
        lon, lat = projection.degrees(np.array([aside]))[0].tolist()
        projection = Projection(lon, lat, east - west)
    return _frame(projection, metres, width, height)


def _frame(projection: Projection, metres: float, width: float, height: float) -> Frame:
    return Frame(projection, (metres * width / 2, metres * height / 2),
                 zoom_of(metres * POINTS, projection.lat))


def _reach(projection: Projection, box: BBox) -> tuple[float, float]:
    """Return how far the edges of a box lie from the centre, in metres on the plane."""
    west, south, east, north = box
    lons, lats = np.linspace(west, east, 21), np.linspace(south, north, 21)
    edges = np.concatenate([
        np.column_stack([lons, np.full(21, south)]), np.column_stack([lons, np.full(21, north)]),
        np.column_stack([np.full(21, west), lats]), np.column_stack([np.full(21, east), lats])])
    placed = np.abs(projection.metres(edges))
    placed = placed[np.isfinite(placed).all(axis=1)]
    return float(placed[:, 0].max()), float(placed[:, 1].max())


def fitted(sheet: Sheet, press: Press) -> tuple[BBox, Edges]:
    """Return what must be seen whole: where the selection is, else its incidents, else marks.

    What symbols need that stand away from their places comes with it.
    """
    named = _named(sheet.selection, press)
    if named:
        return named, Edges()
    layers = [BY_ID[one.id] for one in sheet.drawn]
    if not layers or any(layer.group == "incidents" for layer in layers):
        row = press.snapshot.rows(reach(sheet.selection))[0]
        if row["west"] is not None:
            box = row["west"], row["south"], row["east"], row["north"]
            # What is only counted has no point here; its hexagons are to be seen as well.
            counted = [extent(mark) for mark in _marks(sheet, press)] if press.closes else []
            return _joined([box, *counted]) or box, Edges(EDGE, EDGE, EDGE, EDGE)
    marks = _marks(sheet, press)
    return _joined(extent(mark) for mark in marks) or SAHEL, _aside(marks)


def _aside(marks: Iterable[Mark]) -> Edges:
    """Return how far symbols reach from their places to each side, points."""
    spots = [(mark.dx, mark.dy, mark.radius or SYMBOL) for mark in marks
             if isinstance(mark, Symbol)]
    sides = ([r - dx for dx, _, r in spots], [r - dy for _, dy, r in spots],
             [r + dx for dx, _, r in spots], [r + dy for _, dy, r in spots])
    return Edges(*(max(side, default=0.0) * POINTS + EDGE for side in sides))


def _named(selection: Selection, press: Press) -> BBox | None:
    """Return the rectangle, area, units or countries that a selection names."""
    if selection.bbox:
        return selection.bbox
    boxes: list[BBox] = [selection.area.shape.bounds] if selection.area else []
    if selection.picked:
        boxes += [one.bounds for one in picks_of(selection).shapes]
    if selection.admin1:
        units = press.ground.units(1)
        wanted = set(unit_ids(selection))
        boxes += [shape.bounds for id, shape in zip(units.ids, units.geometries, strict=True)
                  if id in wanted]
    if not boxes and selection.countries:
        units = press.ground.units(0)
        boxes = [_mainland(shape) for iso2, shape in
                 zip(units.iso2, units.geometries, strict=True) if iso2 in selection.countries]
    return _joined(boxes)


def _mainland(shape: shapely.Geometry) -> BBox:
    """Return the extent of a country's largest part and what is near it in size."""
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    large = parts[areas >= areas.max() / 20]
    west, south, east, north = shapely.total_bounds(large).tolist()
    return west, south, east, north


def _marks(sheet: Sheet, press: Press) -> list[Mark]:
    found: list[Mark] = []
    for one in sheet.drawn:
        layer = BY_ID[one.id]
        request = Request(
            selection=sheet.selection, options=tuple(sorted(one.options)),
            resolution=sheet.coarsen or DEFAULT_RESOLUTION, language=sheet.language)
        found += layer.drawing(*press.asked(layer, request, singles=sheet.coarsen is None))
    return found


def _joined(boxes: Iterable[BBox]) -> BBox | None:
    found = list(boxes)
    if not found:
        return None
    west, south, east, north = zip(*found, strict=True)
    whole = min(west), min(south), max(east), max(north)
    return whole if whole[2] - whole[0] < 330 else EVERYWHERE
