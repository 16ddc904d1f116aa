"""Areas on paper: filled, hatched by lines of their own, outlined."""

from __future__ import annotations

import geopandas
import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from layers.hatch import hatch
from layers.marks import Area
from layers.sheet import look
from layers.sheet.look import Look
from layers.sheet.page import Floats, Paper

GAP = 0.5
"""Points of paper left between hexagons, as on the page."""


def draw(axes: Axes, marks: list[Area], how: Look) -> None:
    """Draw the areas of one legend entry."""
    shapes = [mark.shape for mark in marks if not mark.shape.is_empty]
    alpha, form = how.opacity * how.style.alpha, how.style.form
    if form in look.FILLED:
        edge = how.paper if form == "hexagon" else "none"
        plot(axes, shapes, how.name, facecolor=how.tone, edgecolor=edge, linewidth=GAP,
             alpha=alpha, zorder=look.FILLS)
        return
    if form == "hatch":
        _hatch(axes, shapes, how, alpha)
    plot(axes, shapes, how.name, facecolor="none", edgecolor=how.tone, linewidth=how.width,
         linestyle=how.dashes(how.width), alpha=alpha, zorder=look.MARKS)


def plot(axes: Axes, shapes: list[shapely.Geometry], name: str, **how: object) -> None:
    """Draw shapes by GeoPandas as artists of the group `name`, the axes' limits as they are."""
    before, page = len(axes.collections), Paper.of(axes)
    if page.metres is not None:
        how["transform"] = page.metres
        shapes = page.met(shapes)
    if not shapes:
        return
    geopandas.GeoSeries(page.placed(shapes)).plot(ax=axes, aspect=None, autolim=False, **how)
    for artist in axes.collections[before:]:
        artist.set_gid(name)


def _hatch(axes: Axes, shapes: list[shapely.Geometry], how: Look, alpha: float) -> None:
    """Rule lines at the same distance on paper whatever the scale, cut where shapes end."""
    page = Paper.of(axes)
    lines: list[Floats] = []
    for shape in shapes:
        on_paper = shapely.transform(page.seen(shape), page.points)
        paths = hatch(on_paper, how.hatch_spacing, how.style.angle)
        lines += [page.degrees(paths.vertices[low:high].astype(np.float64)) for low, high in
                  zip(paths.starts[:-1], paths.starts[1:], strict=True)]
    axes.add_collection(LineCollection(
        lines, colors=how.tone, linewidths=how.hatch_width, alpha=alpha, zorder=look.MARKS,
        gid=how.name + "/hatch"), autolim=False)
