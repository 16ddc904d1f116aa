"""The `d` of an SVG path as a path of matplotlib."""

from __future__ import annotations

import numpy as np
from fontTools.svgLib.path.parser import parse_path
from matplotlib.path import Path

Point = tuple[float, float]
FINE = 64.0
"""Parts of the drawing's unit to which curves are followed where they become polygons."""


class Pen:
    """Takes what a path is made of, as a parser calls it out."""

    def __init__(self) -> None:
        self.points: list[Point] = []
        self.codes: list[int] = []

    def _add(self, code: np.uint8, *points: Point) -> None:
        self.points += points
        self.codes += [int(code)] * len(points)

    def moveTo(self, point: Point) -> None:  # noqa: N802 - the parser's name
        """Begin a part."""
        self._add(Path.MOVETO, point)

    def lineTo(self, point: Point) -> None:  # noqa: N802
        """Draw a line."""
        self._add(Path.LINETO, point)

    def curveTo(self, *points: Point) -> None:  # noqa: N802
        """Draw a cubic curve."""
        self._add(Path.CURVE4, *points)

    def qCurveTo(self, *points: Point) -> None:  # noqa: N802
        """Draw a quadratic curve."""
        self._add(Path.CURVE3, *points)

    def closePath(self) -> None:  # noqa: N802
        """Close a part."""
        self._add(Path.CLOSEPOLY, self.points[-1])

    def endPath(self) -> None:  # noqa: N802
        """Leave a part open."""


def path_of(text: str) -> Path:
    """Return a path; raises `ValueError` where its text cannot be read."""
    pen = Pen()
    try:
        parse_path(text, pen)
    except (AssertionError, IndexError, TypeError, KeyError) as error:
        raise ValueError(text[:40]) from error
    return Path(np.array(pen.points or np.empty((0, 2))), pen.codes or None)


def alternating(path: Path) -> Path:
    """Return a path whose parts turn so that each part within another one is a hole in it.

    Fillings go by turning; a drawing may ask that they go by how many edges lie around.
    """
    points = np.asarray(path.vertices)
    if not len(points):
        return path
    large = Path(points * FINE, path.codes)
    polygons = [np.asarray(one) / FINE for one in large.to_polygons(closed_only=True)]
    turned = []
    for i, own in enumerate(polygons):
        depth = sum(Path(other).contains_point(own[0]) for j, other in enumerate(polygons)
                    if j != i)
        forward = _area(own) > 0
        turned.append(own if forward == (depth % 2 == 0) else own[::-1])
    return Path.make_compound_path(*(Path(one, closed=True) for one in turned)) if turned else path


def _area(ring: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2
