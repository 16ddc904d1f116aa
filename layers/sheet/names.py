"""Names of marks on paper: where they fit, the most important first, as on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from matplotlib import patheffects
from matplotlib.axes import Axes

from layers.marks import Mark, Symbol
from layers.marks_wire import anchor
from layers.sheet import look
from layers.sheet.look import Look
from layers.sheet.page import FONTS, Paper
from layers.sheet.type import width

SIZE, TALL = 11.5 * look.POINTS, 15 * look.POINTS
"""Points: height of the letters and of a line."""
ASIDE, ABOVE = 5 * look.POINTS, 9 * look.POINTS
HALO = 2.4
"""Points of paper around letters."""
SPARE = 2.0
"""Points by which renderers may differ on how wide a name is."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """A name, where it stands on paper, in points, and its look."""

    text: str
    x: float
    y: float
    side: Literal["left", "center"]
    how: Look

    @property
    def box(self) -> Box:
        """Return what it covers, points."""
        wide = width(self.text, SIZE, bold=True) + SPARE
        west = self.x if self.side == "left" else self.x - wide / 2
        return west, self.y - TALL / 2, west + wide, self.y + TALL / 2


def draw(
    axes: Axes, marks: list[tuple[Mark, Look]], taken: list[Box] | None = None
) -> None:
    """Write the names of named marks, each in its colour on a halo of paper.

    Args:
        axes: in degrees.
        marks: each with its look.
        taken: what other words cover, points; names keep clear of it, and add themselves.
    """
    page = Paper.of(axes)
    named = sorted((one for one in marks if one[0].named), key=lambda one: one[0].rank)
    taken = [] if taken is None else taken
    for mark, how in named:
        label = _label(page, mark, how)
        if fits(page, label.box, taken):
            taken.append(label.box)
            _write(axes, page, label)


def _label(page: Paper, mark: Mark, how: Look) -> Label:
    x, y = (float(part) for part in page.points(np.array([anchor(mark)]))[0])
    if isinstance(mark, Symbol):
        beside = ((mark.radius or how.style.radius) + mark.dx) * look.POINTS + ASIDE
        return Label(mark.label, x + beside, y - mark.dy * look.POINTS, "left", how)
    return Label(mark.label, x, y + ABOVE, "center", how)


def _write(axes: Axes, page: Paper, label: Label) -> None:
    lon, lat = page.degrees(np.array([(label.x, label.y)]))[0]
    name = label.how.name + "/name"
    common: dict[str, Any] = {
        "fontsize": SIZE, "fontweight": "bold", "fontfamily": FONTS, "ha": label.side,
        "va": "center", "clip_on": True, "zorder": look.NAMES, "parse_math": False}
    # The halo is a shape of its own, so that the name above it stays text in SVG.
    halo = patheffects.Stroke(linewidth=HALO, foreground=label.how.paper)
    axes.text(lon, lat, label.text, color=label.how.paper, path_effects=[halo],
              gid=name + "/halo", **common)
    axes.text(lon, lat, label.text, color=label.how.tone, gid=name, **common)


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def fits(page: Paper, own: Box, taken: list[Box]) -> bool:
    """Tell whether a box lies on the map and covers none of those taken."""
    seen = page.frame
    inside = seen[0] <= own[0] and own[2] <= seen[2] and seen[1] <= own[1] and own[3] <= seen[3]
    return inside and not any(_meet(own, one) for one in taken)
