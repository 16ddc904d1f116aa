"""A layer's marks on a sheet, in the very look that its legend gives them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TypeVar

from matplotlib.axes import Axes

from layers.legend import Legend
from layers.marks import Area, Drawing, Line, Mark, Ring, Symbol
from layers.sheet import areas, lines, names, symbols
from layers.sheet.look import Look

M = TypeVar("M", bound=Mark)


def draw(
    axes: Axes, drawing: Drawing, legend: Legend, theme: int = 0, opacity: float = 1.0,
    *, named: bool = True,
) -> None:
    """Draw marks: areas, then lines, circles and symbols, then names.

    The axes' limits must stand, since hatches, arrowheads and names are measured on paper.
    Artists of one legend entry share the group id `<layer>/<key>`.

    Args:
        axes: longitude and latitude, WGS 84 degrees; see `layers.sheet.page.blank`.
        drawing: of a layer.
        legend: of the same layer and request; it gives the look.
        theme: 0 for a light sheet, 1 for a dark one.
        opacity: of the layer, 0 to 1.
        named: whether names are written now; see `names_of`.

    Raises:
        KeyError: where a mark's key is not in the legend.
    """
    looks = _looks(drawing, legend, theme, opacity)
    for key, zones in _by_key(drawing, Area).items():
        areas.draw(axes, zones, looks[key])
    for key, paths in _by_key(drawing, Line).items():
        lines.draw(axes, paths, looks[key])
    for key, circles in _by_key(drawing, Ring).items():
        lines.rings(axes, circles, looks[key])
    among = sum(isinstance(mark, Symbol) for mark in drawing)
    for key, spots in _by_key(drawing, Symbol).items():
        for hollow in (False, True):
            own = [spot for spot in spots if spot.hollow == hollow]
            style = replace(looks[key].style, hollow=True) if hollow else looks[key].style
            if own:
                symbols.draw(axes, own, replace(looks[key], style=style), among)
    if named:
        names_of(axes, drawing, legend, theme)


def names_of(
    axes: Axes, drawing: Drawing, legend: Legend, theme: int = 0,
    taken: list[names.Box] | None = None,
) -> None:
    """Write the names of a layer's marks, clear of what other words cover; see `names.draw`."""
    looks = _looks(drawing, legend, theme)
    names.draw(axes, [(mark, looks[mark.key]) for mark in drawing], taken)


def _looks(
    drawing: Drawing, legend: Legend, theme: int, opacity: float = 1.0
) -> dict[str, Look]:
    keys = {mark.key for mark in drawing}
    return {key: Look(legend.style(key), theme, opacity, f"{legend.layer}/{key}") for key in keys}


def _by_key(drawing: Drawing, kind: type[M]) -> dict[str, list[M]]:
    """Return the marks of a kind by legend entry, in drawing order."""
    groups: dict[str, list[M]] = defaultdict(list)
    for mark in drawing:
        if isinstance(mark, kind):
            groups[mark.key].append(mark)
    return groups
