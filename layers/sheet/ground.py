"""The ground of a sheet: land, water and boundaries, as on the page.

The country stronger than the region, what is disputed dashed.
"""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from layers.palette import Themes
from layers.sheet import areas, look
from layers.sheet.look import Look
from layers.sheet.page import Paper
from layers.sheet.topology import Feature, ground
from layers.style import Style

LAND: Themes = ("#f3f0e9", "#25292d")
WATER: Themes = ("#d9e4e8", "#14181c")
RIVER: Themes = ("#bdd2da", "#2f424d")
COUNTRY: Themes = ("#8d877b", "#85807a")
UNIT: Themes = ("#c6bfb1", "#454a50")
"""The page's own: `assets/js/basemap.js`."""
DISPUTED = Style("line", COUNTRY, width=1.3, dash=(5, 4))
BOTTOM = 0.5


def draw(axes: Axes, theme: int = 0) -> None:
    """Draw land and water beneath everything, and boundaries over fillings."""
    page, held = Paper.of(axes), ground()
    axes.add_patch(Rectangle((0, 0), 1, 1, transform=axes.transAxes, facecolor=WATER[theme],
                             edgecolor="none", zorder=BOTTOM, gid="ground/water"))
    _plot(axes, page, held["land"], "land", facecolor=LAND[theme], edgecolor="none", zorder=BOTTOM)
    for rank in (3, 2, 1):
        rivers = [one for one in held["rivers"] if one.about["rank"] == rank]
        _plot(axes, page, rivers, "rivers", color=RIVER[theme], zorder=BOTTOM,
              linewidth=(2.05 - 0.35 * rank) * look.POINTS)
    _plot(axes, page, held["lakes"], "lakes", facecolor=WATER[theme], edgecolor="none",
          zorder=BOTTOM)
    _borders(axes, page, theme)


def _borders(axes: Axes, page: Paper, theme: int) -> None:
    borders = ground()["borders"]
    for rank, colours, width in (("unit", UNIT, 0.8), ("country", COUNTRY, 1.3)):
        agreed = [one for one in borders
                  if one.about["rank"] == rank and not one.about["disputed"]]
        _plot(axes, page, agreed, rank, color=colours[theme], linewidth=width * look.POINTS,
              zorder=look.BORDERS)
    how = Look(DISPUTED, theme)
    _plot(axes, page, [one for one in borders if one.about["disputed"]], "disputed",
          color=how.tone, linewidth=how.width, linestyle=how.dashes(how.width),
          zorder=look.BORDERS)


def _plot(
    axes: Axes, page: Paper, features: Sequence[Feature], name: str, **how: object
) -> None:
    """Draw features as far as they are seen, as one group `ground/<name>`."""
    seen = (page.seen(one.shape) for one in features)
    areas.plot(axes, [shape for shape in seen if not shapely.is_empty(shape)], f"ground/{name}",
               **how)
