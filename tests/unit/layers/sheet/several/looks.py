"""What tests look at on pages of several sheets."""

from __future__ import annotations

from itertools import combinations

from layers.sheet.boxes import boxes
from layers.sheet.fitting import frame
from layers.sheet.gather import gathered
from layers.sheet.mapped import MapAxes

SLACK = 0.3
LARGE = 0.2
"""Share of the page's width from which an axes is a map, and no locator."""


def words(figure):
    return [box.said for box in boxes(figure)]


def said(figure, name):
    return " ".join(box.said for box in boxes(figure) if box.name == f"sheet/{name}")


def maps(figure):
    return [axes for axes in figure.axes if isinstance(axes, MapAxes)
            and axes.get_position().width > LARGE]


def bounds(sheet, press):
    """Return the classes of each layer of a sheet."""
    content = gathered(sheet, press, frame(sheet, press, 500, 300))
    return [part.legend.bounds() for part in content.parts]


def faults(figure):
    """Say which words overlap, and which leave the page or their map."""
    found = boxes(figure)
    wide, tall = (side * 72 for side in figure.get_size_inches())
    told = [f"{a.name} {a.said!r} over {b.name} {b.said!r}"
            for a, b in combinations(found, 2) if a.meets(b)]
    told += [f"{one.name} {one.said!r} leaves the page" for one in found
             if one.x0 < 0 or one.y0 < 0 or one.x1 > wide or one.y1 > tall]
    scale = 72 / figure.dpi
    frames = [[edge * scale for edge in axes.get_window_extent().extents]
              for axes in figure.axes if isinstance(axes, MapAxes)]
    return told + [f"{one.name} {one.said!r} leaves the map" for one in found
                   if not one.name.startswith("sheet/") and not any(
                       _holds(frame_, one) for frame_ in frames)]


def _holds(frame_, one):
    x0, y0, x1, y1 = frame_
    return (one.x0 >= x0 - SLACK and one.y0 >= y0 - SLACK and one.x1 <= x1 + SLACK
            and one.y1 <= y1 + SLACK)
