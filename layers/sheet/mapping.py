"""The map of a sheet: ground, graticule, layers, names, scale, and the mark of what is invented."""

from __future__ import annotations

import numpy as np

from layers.marks import Symbol
from layers.sheet import ground, outline
from layers.sheet.canvas import Box, Canvas
from layers.sheet.description import Sheet
from layers.sheet.draw import draw as marks
from layers.sheet.draw import names_of
from layers.sheet.fitting import Frame
from layers.sheet.furniture import graticule, places, strip, synthetic
from layers.sheet.gather import Content
from layers.sheet.look import POINTS
from layers.sheet.mapped import MapAxes
from layers.sheet.names import Box as Taken
from layers.sheet.page import Paper

FEW = 250
"""Symbols up to which names of places keep clear of them; more are everywhere."""


def draw(
    canvas: Canvas, box: Box, shown: Frame, content: Content, sheet: Sheet, *, scaled: bool = True
) -> MapAxes:
    """Draw the map of a sheet into a box, and what stands beneath it.

    Of a width and height that `shown` was made for; `layers.sheet.furniture.strip` says how
    tall what stands beneath is: nothing but the graticule's labels where it is not `scaled`.
    """
    axes = canvas.mapped(box, shown.projection, shown.half)
    ground.draw(axes)
    graticule.draw(canvas, axes, box, sheet.language)
    taken: list[Taken] = []
    if content.outline is not None:
        outline.draw(axes, content.outline)
    for part in content.parts:
        marks(axes, part.drawing, part.legend, opacity=part.opacity, named=False)
    for part in reversed(content.parts):
        names_of(axes, part.drawing, part.legend, taken=taken)
    own = {part.layer.id for part in content.parts}
    places.draw(axes, sheet.language, [*taken, *_symbols(axes, content)],
                units="boundaries" not in own)
    if scaled:
        strip.draw(canvas, axes, box, box.bottom + 9 * canvas.type, sheet.language)
    if content.synthetic:
        synthetic.draw(canvas, box, sheet.language)
    return axes


def _symbols(axes: MapAxes, content: Content) -> list[Taken]:
    """Return what symbols cover, points, where they are few enough for names to keep clear."""
    page = Paper.of(axes)
    found: list[Taken] = []
    for part in content.parts:
        own = [mark for mark in part.drawing if isinstance(mark, Symbol)]
        if not own or len(own) > FEW:
            continue
        spots = page.points(np.array([(mark.lon, mark.lat) for mark in own]))
        for mark, (x, y) in zip(own, spots.tolist(), strict=True):
            radius = (mark.radius or part.legend.style(mark.key).radius) * POINTS
            east, north = x + mark.dx * POINTS, y - mark.dy * POINTS
            found.append((east - radius, north - radius, east + radius, north + radius))
    return found
