"""Symbols on paper: circles with a letter, as large on the page as on the screen."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from layers.marks import Symbol
from layers.sheet import look
from layers.sheet.look import Look
from layers.sheet.page import FONTS, Floats, Paper


def draw(axes: Axes, marks: list[Symbol], how: Look, among: int) -> None:
    """Draw the symbols of one legend entry, and their letters as text.

    Args:
        axes: in degrees.
        marks: of the entry.
        how: the look.
        among: how many symbols the layer has; where they crowd, they shrink together. Sizes
            that tell an amount stay true, and dots are small already.
    """
    page, hollow = Paper.of(axes), how.style.hollow
    spots = _spots(page, marks)
    stay = how.style.form == "dot" or any(mark.shares for mark in marks)
    share = 1.0 if stay else look.crowding(among, page.zoom)
    radii = share * np.array([mark.radius or how.style.radius for mark in marks])
    edges = [how.edge_width(radius) for radius in radii]
    axes.scatter(
        spots[:, 0], spots[:, 1], s=(2 * radii * look.POINTS) ** 2,
        facecolors=how.paper if hollow else how.tone, edgecolors=how.tone if hollow else how.paper,
        linewidths=edges, linestyles=[
            how.dashes(edge) if radius >= look.SMALL else "solid"
            for edge, radius in zip(edges, radii, strict=True)], alpha=how.opacity,
        zorder=look.MARKS, gid=how.name)
    for mark, radius, spot in zip(marks, radii, spots, strict=True):
        letter = mark.letter or how.style.letter
        if letter and radius >= look.LETTERED_FROM and page.shows(spot):
            axes.text(
                spot[0], spot[1], letter, fontsize=look.letter_size(radius), fontweight="bold",
                fontfamily=FONTS, color=how.letter_ink, alpha=how.opacity, ha="center",
                va="center_baseline", clip_on=True, zorder=look.MARKS, gid=how.name + "/letter")


def _spots(page: Paper, marks: list[Symbol]) -> Floats:
    """Return where symbols stand, degrees; those moved off their point by as much on paper."""
    at = page.points(np.array([(mark.lon, mark.lat) for mark in marks], np.float64))
    moved = np.array([(mark.dx, -mark.dy) for mark in marks], np.float64)
    return page.degrees(at + moved * look.POINTS)
