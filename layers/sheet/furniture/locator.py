"""Where the map lies: the land around it, and its frame."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import shapely
from matplotlib.patches import Polygon, Rectangle

from layers.sheet import areas, look
from layers.sheet.canvas import RULE, Box, Canvas
from layers.sheet.fitting import Frame
from layers.sheet.ground import COUNTRY, LAND, WATER
from layers.sheet.mapped import MapAxes
from layers.sheet.page import Paper
from layers.sheet.projection import Projection
from layers.sheet.topology import ground

NEAR, FAR = 900_000.0, 6_000_000.0
"""Metres that an inset shows to each side, at least and at most."""
WIDER, LARGER = 4.0, 1.3
"""How much more than the map the inset shows, and must show at least."""
FRAME = "#a3231f"
LEAST = 5.0
"""Points below which the frame is too small to see, and a ring stands around it."""
COARSE = 0.08
"""Degrees within which outlines are simplified: no more can be seen."""


def draw(canvas: Canvas, main: MapAxes, box: Box) -> None:
    """Draw the inset into a box."""
    half = _half(main.get_xlim()[1], main.get_ylim()[1])
    projection = Projection(main.projection.lon, main.projection.lat)
    axes = canvas.mapped(box, projection, (half, half * box.height / box.width))
    page = Paper.of(axes)
    axes.add_patch(Rectangle((0, 0), 1, 1, transform=axes.transAxes, facecolor=WATER[0],
                             edgecolor="none", zorder=0.1, gid="locator/water"))
    for name, how in (("land", {"facecolor": LAND[0], "edgecolor": "none"}),
                      ("borders", {"color": COUNTRY[0], "linewidth": 0.35})):
        shapes = [page.seen(one) for one in _outlines(name)]
        areas.plot(axes, [one for one in shapes if not one.is_empty], f"locator/{name}",
                   zorder=look.FILLS, **how)
    _frame(canvas, main, axes)
    canvas.block(box, "none", RULE, 0.6)


@cache
def _outlines(name: str) -> tuple[shapely.Geometry, ...]:
    """Return land or the borders of countries, as coarse as an inset needs them."""
    whole = [one.shape for one in ground()[name] if one.about.get("rank") != "unit"]
    return tuple(shapely.make_valid(shapely.simplify(one, COARSE)) for one in whole)


def tells(frame: Frame) -> bool:
    """Tell whether an inset would show more than the map itself."""
    return not frame.projection.world and _half(*frame.half) >= LARGER * max(frame.half)


def _half(wide: float, high: float) -> float:
    return min(FAR, max(NEAR, max(wide, high) * WIDER))


def _frame(canvas: Canvas, main: MapAxes, axes: MapAxes) -> None:
    (x0, x1), (y0, y1) = main.get_xlim(), main.get_ylim()
    along = np.linspace(0, 1, 15)[:, None]
    corners = np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)])
    edges = np.concatenate([a + (b - a) * along for a, b in
                            pairwise(corners)])
    outline = axes.projection.metres(main.projection.degrees(edges))
    axes.add_patch(Polygon(outline, closed=True, facecolor=FRAME, alpha=0.16,
                           edgecolor="none", transform=axes.flat, zorder=look.NAMES,
                           gid="locator/fill"))
    axes.add_patch(Polygon(outline, closed=True, facecolor="none", edgecolor=FRAME,
                           linewidth=1.0, transform=axes.flat, zorder=look.NAMES,
                           gid="locator/frame"))
    if np.ptp(outline[:, 0]) / axes.metres_a_point < LEAST:
        axes.scatter([0], [0], s=(3 * LEAST) ** 2, facecolors="none", edgecolors=FRAME,
                     linewidths=1.0, transform=axes.flat, zorder=look.NAMES, gid="locator/ring")
