"""A map of numbered units: those with a sheet are tinted, and carry its number."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layers.sheet import areas, ground, look
from layers.sheet.canvas import INK, SHEET, Box, Canvas
from layers.sheet.fitting import Frame
from layers.sheet.furniture import graticule, places, strip, synthetic
from layers.sheet.mapped import MapAxes
from layers.sheet.names import Box as Taken
from layers.sheet.names import fits
from layers.sheet.outline import LINE, unit_shape
from layers.sheet.page import FONTS, Floats, Paper
from layers.sheet.press import Press
from layers.sheet.type import width

TINT = 0.2
SIZE = 7.0
AWAY = (0.0, 11.0, 18.0, 26.0, 36.0, 48.0, 64.0)
"""Points from a unit's middle at which its number may stand, the nearest first."""
WAYS = 12
LED = 7.0
"""Points from which a fine line leads from a number to its unit."""


def draw(
    canvas: Canvas, box: Box, shown: Frame, marks: Sequence[tuple[str, str]], press: Press,
    *, language: str, invented: bool,
) -> MapAxes:
    """Draw the map into a box, and what stands beneath it.

    Args:
        canvas: the page.
        box: of the map.
        shown: what it shows.
        marks: a number and the id of its unit, each.
        press: what it is printed from.
        language: of names.
        invented: whether anything on the page is.
    """
    axes = canvas.mapped(box, shown.projection, shown.half)
    ground.draw(axes)
    graticule.draw(canvas, axes, box, language)
    shapes = [unit_shape(press, id) for _, id in marks]
    page = Paper.of(axes)
    seen = [page.seen(shape) for shape in shapes]
    areas.plot(axes, [one for one in seen if not one.is_empty], "sheet/tint",
               facecolor=press.settings.accent, edgecolor=LINE[0], linewidth=0.7, alpha=TINT,
               zorder=look.FILLS)
    taken: list[Taken] = []
    for (said, _), shape in sorted(zip(marks, seen, strict=True),
                                   key=lambda one: one[1].area):
        if not shape.is_empty:
            _number(page, said, shape, taken)
    places.draw(axes, language, taken, units=False)
    strip.draw(canvas, axes, box, box.bottom + 9 * canvas.type, language)
    if invented:
        synthetic.draw(canvas, box, language)
    return axes


def _number(page: Paper, said: str, shape: BaseGeometry, taken: list[Taken]) -> None:
    """Write a number in its unit, or beside it with a line, where it covers no other."""
    spot = _middle(page, shape)
    half, tall = width(said, SIZE, bold=True) / 2 + 2.2, SIZE * 0.62
    for dx, dy in _around():
        x, y = float(spot[0]) + dx, float(spot[1]) + dy
        own = (x - half, y - tall, x + half, y + tall)
        if fits(page, own, taken):
            taken.append(own)
            _written(page, said, (spot, np.array([x, y])), math.hypot(dx, dy) > LED)
            return


def _around() -> Iterator[tuple[float, float]]:
    for far in AWAY:
        for i in range(WAYS if far else 1):
            angle = 2 * math.pi * i / WAYS
            yield far * math.cos(angle), far * math.sin(angle)


def _middle(page: Paper, shape: BaseGeometry) -> Floats:
    """Return a place well within a unit's largest part, points of the page."""
    parts = shapely.get_parts(shape)
    flat = shapely.make_valid(shapely.transform(
        parts[int(np.argmax(shapely.area(parts)))], page.points))
    spot = shapely.maximum_inscribed_circle(shapely.simplify(flat, 0.5), 0.5) if (
        flat.geom_type == "Polygon" and flat.area > 1) else None
    at = shapely.get_point(spot, 0) if spot is not None else flat.representative_point()
    return np.array([shapely.get_x(at), shapely.get_y(at)])


def _written(page: Paper, said: str, ends: tuple[Floats, Floats], led: bool) -> None:
    here, there = page.degrees(np.stack(ends))
    if led:
        page.axes.plot([here[0], there[0]], [here[1], there[1]], color=INK, linewidth=0.6,
                       zorder=look.NAMES, gid="sheet/leader")
    page.axes.text(
        there[0], there[1], said, fontsize=SIZE, fontweight="bold", fontfamily=FONTS, color=INK,
        ha="center", va="center_baseline", zorder=look.NAMES + 0.1, parse_math=False,
        gid="index/number", bbox={"boxstyle": "round,pad=0.22", "facecolor": SHEET[0],
                                  "edgecolor": INK, "linewidth": 0.6})
