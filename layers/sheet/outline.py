"""A unit drawn clear of what lies around it."""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry

from layers.palette import Themes
from layers.sheet import areas, look
from layers.sheet.mapped import MapAxes
from layers.sheet.page import Paper
from layers.sheet.press import Press

LINE: Themes = ("#2f3338", "#d9d6cf")
WIDTH = 1.5
VEIL, ALPHA = "#ffffff", 0.55
"""What lies around is paler."""
BELOW = 1.6
"""Over the ground and the graticule, and beneath all marks, whose colours must stay."""
FINE = 0.25
"""Degrees between points of the veil's edge, so that it follows the map's projection."""


def unit_shape(press: Press, id: str) -> BaseGeometry:
    """Return the outline of a country or unit by its id, WGS 84 degrees.

    Raises:
        KeyError: no unit has this id.
    """
    for level in press.ground.levels:
        units = press.ground.units(level)
        if id in units.position:
            found: BaseGeometry = units.geometries[units.position[id]]
            return found
    raise KeyError(id)


def draw(axes: MapAxes, shape: BaseGeometry, theme: int = 0) -> None:
    """Draw a unit's outline, and make what lies around it paler; marks are drawn above."""
    page = Paper.of(axes)
    seen = shapely.make_valid(shape)
    west, south, east, north = page.bounds
    frame = shapely.segmentize(shapely.box(west, max(south, -90), east, min(north, 90)), FINE)
    around = shapely.difference(frame, seen)
    areas.plot(axes, [around], "sheet/veil", facecolor=VEIL, edgecolor="none", alpha=ALPHA,
               zorder=BELOW)
    edge = shapely.boundary(seen)
    areas.plot(axes, [page.seen(edge)], "sheet/outline", color=LINE[theme], linewidth=WIDTH,
               zorder=look.BORDERS + 0.1)
