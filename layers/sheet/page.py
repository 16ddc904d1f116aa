"""A page to draw on: an axes in degrees, and the way between degrees and points on paper."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import matplotlib as mpl
import numpy as np
import numpy.typing as npt
import shapely
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox, Transform
from shapely.geometry.base import BaseGeometry

from layers.sheet.look import POINTS
from layers.sheet.mapped import MapAxes, zoom_of

Bounds = tuple[float, float, float, float]
Floats = npt.NDArray[np.float64]

INCH = 72.0
WORLD = 512
"""Pixels around the world at zoom 0."""
FONTS = ["DejaVu Sans"]
"""It comes with matplotlib: a sheet is the same on every machine."""

# Set once and for all of the process: text stays text in SVG and is embedded as text in
# PDF, names within an SVG do not change from one writing to the next, letters are as wide on every
# page, and no window is ever opened. Setting them for each sheet would not be safe in threads.
mpl.rcParams.update({"svg.fonttype": "none", "pdf.fonttype": 42, "svg.hashsalt": "atlas",
                     "font.family": FONTS, "text.hinting": "none"})
mpl.use("Agg")


@dataclass(frozen=True)
class Paper:
    """How an axes in degrees lies on paper, as it stands when this is made.

    Its limits must be set before; what is drawn through it keeps its place in degrees.
    """

    axes: Axes

    @classmethod
    def of(cls, axes: Axes) -> Paper:
        """Settle the axes' place on the page, and measure on it."""
        axes.apply_aspect()
        return cls(axes)

    @property
    def _scale(self) -> float:
        figure = self.axes.get_figure(root=True)
        assert figure is not None
        return INCH / figure.dpi

    def points(self, degrees: Floats) -> Floats:
        """Return where coordinates lie on the page, points, shape (n, 2)."""
        placed: Floats = np.asarray(self.axes.transData.transform(degrees)) * self._scale
        return placed

    def degrees(self, points: Floats) -> Floats:
        """Return the coordinates of places on the page, shape (n, 2)."""
        back = self.axes.transData.inverted()
        found: Floats = np.asarray(back.transform(np.asarray(points) / self._scale))
        return found

    @property
    def bounds(self) -> Bounds:
        """West, south, east and north of what is seen, degrees."""
        if isinstance(self.axes, MapAxes):
            return self.axes.bounds
        (west, east), (south, north) = self.axes.get_xlim(), self.axes.get_ylim()
        return west, south, east, north

    @property
    def frame(self) -> Bounds:
        """Left, bottom, right and top of the axes on the page, points."""
        x0, y0, x1, y1 = (
            edge * self._scale for edge in self.axes.get_window_extent().extents)
        return x0, y0, x1, y1

    @property
    def zoom(self) -> float:
        """The zoom at which a screen would show a degree as wide as the page does."""
        if isinstance(self.axes, MapAxes):
            return zoom_of(self.axes.metres_a_point * POINTS, self.axes.projection.lat)
        west, _, east, _ = self.bounds
        ends = self.points(np.array([(west, 0.0), (east, 0.0)]))
        pixels = (ends[1, 0] - ends[0, 0]) / POINTS / (east - west)
        return math.log2(pixels * 360 / WORLD)

    def shows(self, spot: Floats) -> bool:
        """Tell whether a place, lon and lat, is seen."""
        if isinstance(self.axes, MapAxes):
            return bool(self._extent.contains(*self.axes.transData.transform(spot)))
        west, south, east, north = self.bounds
        return bool(west <= spot[0] <= east and south <= spot[1] <= north)

    @cached_property
    def _extent(self) -> Bbox:
        return self.axes.patch.get_window_extent()

    def seen(self, shape: BaseGeometry) -> BaseGeometry:
        """Cut a shape to what is seen, with a margin."""
        whole = shape if shapely.is_valid(shape) else shapely.make_valid(shape)
        cut: BaseGeometry = shapely.intersection(whole, self._window)
        return cut

    def met(self, shapes: Sequence[BaseGeometry]) -> list[BaseGeometry]:
        """Keep the shapes that reach into what is seen.

        The point of the earth that lies opposite of the map's centre is projected to all sides
        at once: an area that holds it would be drawn over the whole map.
        """
        inside = shapely.intersects(np.asarray(shapes, object), self._window)
        return [shape for shape, kept in zip(shapes, inside, strict=True) if kept]

    @cached_property
    def _window(self) -> BaseGeometry:
        """What is seen with a margin; in parts where it crosses the antimeridian."""
        west, south, east, north = self.bounds
        wide, tall = (east - west) * 0.02, (north - south) * 0.02
        seen = shapely.box(west - wide, south - tall, east + wide, north + tall)
        shifted = [shapely.transform(seen, lambda at, by=by: at + np.array([by, 0.0]))
                   for by in (-360, 360)]
        world = shapely.box(-180, -90, 180, 90)
        parts = [shapely.intersection(one, world) for one in (seen, *shifted)]
        window: BaseGeometry = shapely.union_all([one for one in parts if one.area > 0])
        return window if west < -180 or east > 180 else seen

    @property
    def metres(self) -> Transform | None:
        """From metres to the page, where degrees are projected; None where they are not."""
        return self.axes.flat if isinstance(self.axes, MapAxes) else None

    def placed(self, shapes: Sequence[BaseGeometry]) -> list[BaseGeometry]:
        """Project shapes all at once, for drawing through `metres`; as they are without it."""
        if not isinstance(self.axes, MapAxes):
            return list(shapes)
        return list(shapely.transform(np.asarray(shapes, object), self.axes.projection.metres))


def blank(bounds: Bounds, width: float = 10.0) -> tuple[Figure, Axes]:
    """Return a page that shows an area, without a frame; nothing of it is global.

    Args:
        bounds: west, south, east, north, degrees; shown true to scale at the middle latitude.
        width: of the page, inches; its height follows.
    """
    west, south, east, north = bounds
    aspect = 1 / math.cos(math.radians((south + north) / 2))
    height = width * (north - south) * aspect / (east - west)
    figure = Figure(figsize=(width, height))
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    axes.set_aspect(aspect)
    axes.set_axis_off()
    return figure, axes
