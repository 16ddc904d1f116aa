"""An axes on which degrees are drawn through a projection."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Transform

from layers.sheet.projection import Projection

ALONG = 41
"""Points at which each edge of the frame, and lines across it, are looked at."""
EQUATOR = 40_075_016.7
"""Metres around the earth."""


class _Forth(Transform):
    """Degrees to metres."""

    input_dims = output_dims = 2
    has_inverse = True

    def __init__(self, projection: Projection) -> None:
        super().__init__()
        self.projection = projection

    def transform_non_affine(self, values: Any) -> Any:
        return self.projection.metres(values)

    def inverted(self) -> Transform:
        return _Back(self.projection)


class _Back(_Forth):
    """Metres to degrees."""

    def transform_non_affine(self, values: Any) -> Any:
        return self.projection.degrees(values)

    def inverted(self) -> Transform:
        return _Forth(self.projection)


class MapAxes(Axes):
    """Drawn on in degrees; its limits are metres about the centre of its projection.

    Attributes:
        projection: between both.
        flat: from metres to the page, for shapes that were projected all at once.
    """

    flat: Transform

    def __init__(self, figure: Figure, place: Any, projection: Projection) -> None:
        self.projection = projection
        super().__init__(figure, place)
        self.set_axis_off()

    def _set_lim_and_transforms(self) -> None:
        super()._set_lim_and_transforms()  # type: ignore[misc]
        self.flat = self.transData
        self.transData = _Forth(self.projection) + self.flat

    def shows(self, half_width: float, half_height: float) -> None:
        """Show so many metres to each side of the centre; once, before anything is drawn."""
        self.set_xlim(-half_width, half_width)
        self.set_ylim(-half_height, half_height)

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north of what is seen, degrees; east may pass 180."""
        (x0, x1), (y0, y1) = self.get_xlim(), self.get_ylim()
        return bounds_of(self.projection, x0, x1, y0, y1)

    @property
    def metres_a_point(self) -> float:
        """Metres on the plane that a point of the page shows."""
        (x0, x1), figure = self.get_xlim(), self.get_figure(root=True)
        assert figure is not None
        points = float(self.get_position().width * figure.get_size_inches()[0] * 72)
        return float(x1 - x0) / points


def bounds_of(
    projection: Projection, x0: float, x1: float, y0: float, y1: float
) -> tuple[float, float, float, float]:
    """Return the degrees that a rectangle of the plane holds; all around where it holds a pole."""
    xs, ys = np.meshgrid(np.linspace(x0, x1, ALONG), np.linspace(y0, y1, ALONG))
    seen = projection.degrees(np.column_stack([xs.ravel(), ys.ravel()]))
    seen = seen[np.isfinite(seen).all(axis=1)]
    south, north = float(seen[:, 1].min()), float(seen[:, 1].max())
    poles = projection.metres(np.array([(projection.lon, 90.0), (projection.lon, -90.0)]))
    here = (poles[:, 0] >= x0) & (poles[:, 0] <= x1) & (poles[:, 1] >= y0) & (poles[:, 1] <= y1)
    if projection.world or here.any():
        return (projection.lon - 180, -90.0 if here[1] or projection.world else south,
                projection.lon + 180, 90.0 if here[0] or projection.world else north)
    # Around the centre, so that what crosses the antimeridian stays in one piece.
    turned = (seen[:, 0] - projection.lon + 180) % 360 - 180
    return projection.lon + float(turned.min()), south, projection.lon + float(turned.max()), north


def zoom_of(metres_a_pixel: float, lat: float) -> float:
    """Return the zoom at which a screen shows as many metres a pixel."""
    return math.log2(EQUATOR * math.cos(math.radians(lat)) / 512 / metres_a_pixel)


def metres_of(zoom: float, lat: float) -> float:
    """Return the metres that a pixel of a screen shows at a zoom."""
    return EQUATOR * math.cos(math.radians(lat)) / 512 / math.pow(2.0, zoom)
