"""A page measured in points from its top left corner, on which furniture is set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from layers.palette import Themes
from layers.sheet.mapped import MapAxes
from layers.sheet.page import FONTS
from layers.sheet.projection import Floats, Projection
from layers.sheet.type import ASCENT, LINE, wrapped

INK, QUIET, RULE = "#22252a", "#5d6066", "#c9c6be"
SHEET: Themes = ("#ffffff", "#191c20")
INCH = 72.0
Side = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Box:
    """A rectangle of the page, points from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


class Canvas:
    """The page of a sheet: a figure, and an axes over all of it in points.

    Attributes:
        figure: of matplotlib.
        width, height: points.
        type: how large letters are, as a share of those of A4.
    """

    def __init__(self, width: float, height: float, type_: float = 1.0) -> None:
        self.width, self.height, self.type = width, height, type_
        self.figure = Figure(figsize=(width / INCH, height / INCH), facecolor=SHEET[0])
        self.axes: Axes = self.figure.add_axes((0.0, 0.0, 1.0, 1.0), zorder=5)
        self.axes.set_xlim(0, width)
        self.axes.set_ylim(height, 0)
        self.axes.set_axis_off()

    def mapped(self, box: Box, projection: Projection, half: tuple[float, float]) -> MapAxes:
        """Put a map into a box that shows so many metres to each side of its centre."""
        place = (box.x / self.width, 1 - box.bottom / self.height, box.width / self.width,
                 box.height / self.height)
        axes = MapAxes(self.figure, place, projection)
        axes.shows(*half)
        self.figure.add_axes(axes)
        return axes

    def text(
        self, x: float, y: float, said: str, size: float, *, bold: bool = False, ink: str = INK,
        side: Side = "left", name: str = "text", **more: Any,
    ) -> None:
        """Write one line on its base line at y."""
        self.axes.text(x, y, said, fontsize=size, fontweight="bold" if bold else "normal",
                       fontfamily=FONTS, color=ink, ha=side, va="baseline", gid=f"sheet/{name}",
                       parse_math=False, **more)

    def lines(
        self, x: float, y: float, lines: list[str], size: float, *, leading: float = LINE,
        **more: Any,
    ) -> float:
        """Write lines one under the other from the top edge y; return where the next begins."""
        for i, line in enumerate(lines):
            self.text(x, y + (ASCENT + 0.12 + i * leading) * size, line, size, **more)
        return y + len(lines) * leading * size

    def paragraph(
        self, x: float, y: float, room: float, said: str, size: float, *, bold: bool = False,
        **more: Any,
    ) -> float:
        """Write a text within a width from the top edge y; return where the next begins."""
        found = wrapped(said, size, room, bold=bold)
        return self.lines(x, y, found, size, bold=bold, **more)

    def rule(
        self, points: list[tuple[float, float]] | Floats, ink: str = RULE, width: float = 0.6,
        **more: Any,
    ) -> None:
        """Draw a line through points."""
        at = np.asarray(points)
        self.axes.add_line(Line2D(at[:, 0], at[:, 1], color=ink, linewidth=width,
                                  solid_capstyle="butt", **more))

    def block(self, box: Box, ink: str, edge: str = "none", width: float = 0.0,
              **more: Any) -> None:
        """Fill a rectangle."""
        self.put(Rectangle((box.x, box.y), box.width, box.height, facecolor=ink, edgecolor=edge,
                           linewidth=width, **more))

    def picture(self, pixels: npt.NDArray[np.generic], box: Box) -> None:
        """Draw a picture into a box."""
        self.axes.imshow(pixels, extent=(box.x, box.right, box.bottom, box.y), aspect="auto",
                         interpolation="lanczos", zorder=1)
        self.axes.set_xlim(0, self.width)
        self.axes.set_ylim(self.height, 0)

    def put(self, patch: Patch) -> None:
        """Draw a shape in points of the page."""
        self.axes.add_patch(patch)
