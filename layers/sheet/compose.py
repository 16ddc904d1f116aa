"""A sheet drawn from its description: the map, and everything around it, each in its place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.figure import Figure

from layers.marks import Symbol
from layers.sheet import flow, ground
from layers.sheet.canvas import RULE, Box, Canvas
from layers.sheet.description import Sheet
from layers.sheet.draw import draw, names_of
from layers.sheet.fitting import Frame, frame
from layers.sheet.furniture import foot, graticule, heading, locator, places, strip, synthetic
from layers.sheet.furniture.foot import About
from layers.sheet.gather import Content, gathered, seen
from layers.sheet.look import POINTS
from layers.sheet.mapped import MapAxes
from layers.sheet.names import Box as Taken
from layers.sheet.page import Paper
from layers.sheet.panel import Panel, below, beside, beside_twice
from layers.sheet.press import Press

MARGIN, EDGE, GUTTER = 22.0, 9.0, 12.0
"""Points of A4: around the page; left of the map, for labels; and between columns."""
SIDE, LEAST_SIDE = 0.225, 150.0
"""Width of the column beside the map: of the page's, and at least so many points of A4."""
NARROWER = 0.86
"""Width of each of two columns, as a share of that of a single one."""
FOOT, PANEL = 0.27, 0.4
"""The most of the page's height that the foot, and the panel below the map, take."""
FEW = 250
"""Symbols up to which names of places keep clear of them; more are everywhere."""


@dataclass(frozen=True, eq=False)
class Places:
    """Where the parts of a page stand."""

    map: Box
    panel: tuple[Panel, list[float], float]
    foot: tuple[list[list[flow.Item]], float]


def compose(sheet: Sheet, press: Press) -> Figure:
    """Draw a sheet, ready for `save`.

    Raises:
        UsageError: an option of a layer names what there is not.
    """
    canvas = Canvas(*sheet.size, sheet.type)
    canvas.figure.set_label(sheet.title or "")
    width, height = sheet.size
    shown = frame(sheet, press, width * 0.68, height * (0.45 if sheet.portrait else 0.6))
    content = gathered(sheet, press, shown)
    canvas.figure.set_label(content.title)
    top = heading.draw(canvas, content, press.settings, MARGIN * canvas.type)
    made: list[MapAxes] = []
    for _ in range(2):
        about = About(sheet, content, press.settings, locator.tells(shown))
        where = _places(canvas, about, top, made)
        shown = frame(sheet, press, where.map.width, where.map.height)
        before, content = content, seen(content, sheet, shown)
        if before.in_view == content.in_view:
            break
    about = About(sheet, content, press.settings, about.inset)
    where = _places(canvas, about, top, made)
    made.append(_map(canvas, where.map, shown, content, sheet))
    if content.synthetic:
        synthetic.draw(canvas, where.map, sheet.language)
    panel, xs, y = where.panel
    for column, x in zip(panel.columns, xs, strict=True):
        flow.place(canvas, column, x, y)
    _foot(canvas, where, press)
    return canvas.figure


def _places(canvas: Canvas, about: About, top: float, made: list[MapAxes]) -> Places:
    k, standing = canvas.type, about.sheet.portrait and canvas.height > canvas.width
    margin, gutter = MARGIN * k, GUTTER * k
    inner = canvas.width - 2 * margin
    count = 2 if inner < 520 * k else 3
    foot_columns, foot_height = foot.columns(
        about, (inner - (count - 1) * gutter) / count, count, canvas.height * FOOT)
    marked = 12 * k if about.settings.marking else 0.0
    foot_top = canvas.height - margin - marked - foot_height
    bottom = foot_top - 12 * k
    under = strip.height(canvas) + 9 * k
    left = margin + EDGE * k
    if standing:
        room = (inner - 2 * gutter) / 3
        panel = below(about, lambda: made[0], room, canvas.height * PANEL)
        start = bottom - panel.height
        box = Box(left, top, canvas.width - margin - left, start - 6 * k - under - top)
        xs = [margin + i * (room + gutter) for i in range(3)]
        return Places(box, (panel, xs, start), (foot_columns, foot_top))
    side = max(SIDE * canvas.width, LEAST_SIDE * k)
    panel, xs = beside(about, lambda: made[0], side, bottom - top), [canvas.width - margin - side]
    if panel.cut:
        side *= NARROWER
        panel = beside_twice(about, lambda: made[0], side, bottom - top)
        xs = [canvas.width - margin - 2 * side - gutter, canvas.width - margin - side]
    box = Box(left, top, xs[0] - gutter - left, bottom - under - top)
    return Places(box, (panel, xs, top), (foot_columns, foot_top))


def _map(canvas: Canvas, box: Box, shown: Frame, content: Content, sheet: Sheet) -> MapAxes:
    axes = canvas.mapped(box, shown.projection, shown.half)
    ground.draw(axes)
    graticule.draw(canvas, axes, box, sheet.language)
    taken: list[Taken] = []
    for part in content.parts:
        draw(axes, part.drawing, part.legend, opacity=part.opacity, named=False)
    for part in reversed(content.parts):
        names_of(axes, part.drawing, part.legend, taken=taken)
    own = {part.layer.id for part in content.parts}
    places.draw(axes, sheet.language, [*taken, *_symbols(axes, content)],
                units="boundaries" not in own)
    strip.draw(canvas, axes, box, box.bottom + 9 * canvas.type, sheet.language)
    return axes


def _symbols(axes: MapAxes, content: Content) -> list[Taken]:
    """Return what symbols cover, points, where they are few enough for names to keep clear."""
    page = Paper.of(axes)
    found: list[Taken] = []
    for part in content.parts:
        marks = [mark for mark in part.drawing if isinstance(mark, Symbol)]
        if not marks or len(marks) > FEW:
            continue
        spots = page.points(np.array([(mark.lon, mark.lat) for mark in marks]))
        for mark, (x, y) in zip(marks, spots.tolist(), strict=True):
            radius = (mark.radius or part.legend.style(mark.key).radius) * POINTS
            east, north = x + mark.dx * POINTS, y - mark.dy * POINTS
            found.append((east - radius, north - radius, east + radius, north + radius))
    return found


def _foot(canvas: Canvas, where: Places, press: Press) -> None:
    k, (columns, top) = canvas.type, where.foot
    margin, gutter = MARGIN * k, GUTTER * k
    inner = canvas.width - 2 * margin
    count = 2 if inner < 520 * k else 3
    canvas.rule([(margin, top - 6 * k), (canvas.width - margin, top - 6 * k)], RULE, 0.6)
    room = (inner - (count - 1) * gutter) / count
    for i, column in enumerate(columns):
        flow.place(canvas, column, margin + i * (room + gutter), top)
    if press.settings.marking:
        heading.foot_marking(canvas, press.settings.marking)
