"""Lines on paper: a halo, dashes, arrowheads; and circles whose size is a distance."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection

from layers.marks import Line, Ring
from layers.paths import arc
from layers.sheet import look
from layers.sheet.look import Look
from layers.sheet.page import Floats, Paper

HEAD = np.array([(0.5, 0.0), (-0.5, 0.4), (-0.25, 0.0), (-0.5, -0.4)])
"""An arrowhead of length 1, forth and to the side."""
METRES = 111_320.0
"""In a degree of latitude."""
AROUND = np.linspace(0, 2 * np.pi, 49)


def draw(axes: Axes, marks: list[Line], how: Look) -> None:
    """Draw the lines of one legend entry: halos, lines, and arrowheads if it has them."""
    paths = [arc(mark.points) if mark.curved else mark.points for mark in marks]
    _stroke(axes, paths, how, how.width + look.HALO * look.POINTS, how.paper,
            part="/halo")
    _stroke(axes, paths, how, how.width, how.tone)
    if not how.style.arrow:
        return
    page = Paper.of(axes)
    heads = [head for path in paths for head in _heads(page, path, how.head)]
    axes.add_collection(PolyCollection(
        heads, facecolors=how.tone, edgecolors="none", alpha=how.opacity, zorder=look.MARKS,
        gid=how.name + "/arrow"), autolim=False)


def rings(axes: Axes, marks: list[Ring], how: Look) -> None:
    """Draw circles of a radius in metres on the ground."""
    _stroke(axes, [_circle(mark) for mark in marks], how, how.width, how.tone)


def _stroke(
    axes: Axes, paths: list[Floats], how: Look, width: float, colour: str, *, part: str = ""
) -> None:
    axes.add_collection(LineCollection(
        paths, colors=colour, linewidths=width, linestyles=[how.dashes(width)],
        alpha=how.opacity, zorder=look.MARKS, gid=how.name + part, joinstyle="round",
        capstyle="butt"), autolim=False)


def _heads(page: Paper, path: Floats, size: float) -> list[Floats]:
    """Return the arrowheads of a line in degrees, `size` in points long on paper."""
    points = page.points(path)
    steps = np.diff(points, axis=0)
    lengths = np.hypot(*steps.T)
    passed = np.concatenate([[0.0], np.cumsum(lengths)])
    if passed[-1] == 0:
        return []
    found = []
    for share in look.HEADS:
        i = int(np.clip(np.searchsorted(passed, share * passed[-1]) - 1, 0, len(steps) - 1))
        forth = steps[i] / lengths[i]
        spot = points[i] + forth * (share * passed[-1] - passed[i])
        turned = HEAD * size @ np.array([forth, (-forth[1], forth[0])])
        found.append(page.degrees(spot + turned))
    return found


def _circle(mark: Ring) -> Floats:
    tall = mark.metres / METRES
    wide = tall / np.cos(np.radians(mark.lat))
    around: Floats = np.column_stack(
        [mark.lon + wide * np.cos(AROUND), mark.lat + tall * np.sin(AROUND)])
    return around
