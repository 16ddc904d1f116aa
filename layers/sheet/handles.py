"""Samples for matplotlib's legends, in the look of the marks they stand for."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.path import Path

from layers.legend import Legend
from layers.sheet import look
from layers.sheet.look import Look
from layers.style import Style

HATCHES = {0.0: "-", 45.0: "/", 90.0: "|", 135.0: "\\"}
LARGEST = 7.0
"""Pixels: a dot's sample is no larger than its line of text; a symbol's has the size of its
marks, as `layers.swatch` has it."""


def legend_handles(legend: Legend, theme: int = 0) -> tuple[list[Any], list[str]]:
    """Return samples and labels of a legend's entries, as `Axes.legend` takes them.

    A sample is an artist, or a tuple of artists that matplotlib lays over one another.
    """
    drawn = [entry for entry in legend.entries if not entry.live]
    return ([sample(entry.style, theme) for entry in drawn],
            [entry.label for entry in drawn])


def sample(style: Style, theme: int = 0) -> Any:
    """Return the sample of one look; it has no place yet."""
    how = Look(style, theme)
    match how.style.form:
        case "fill" | "outline" | "hatch":
            return _patch(how)
        case "line" | "arc":
            return _line(how)
        case _:
            return _marker(how)


def _patch(how: Look) -> Patch:
    style = how.style
    if style.form == "fill":
        return Patch(facecolor=how.tone, edgecolor="none", alpha=style.alpha)
    pattern = HATCHES[style.angle] * (2 if style.sparse else 4) if style.form == "hatch" else None
    patch = Patch(facecolor="none", edgecolor=how.tone, linewidth=how.width, hatch=pattern,
                  linestyle=how.dashes(how.width), alpha=style.alpha)
    patch.set_hatch_linewidth(how.hatch_width)
    return patch


def _line(how: Look) -> Line2D:
    style = how.style
    if style.dash:
        # As `layers.swatch`: half as long, so that a sample shows more than one of them.
        how = replace(how, style=replace(style, dash=(style.dash[0] / 2, style.dash[1] / 2)))
    return Line2D([], [], color=how.tone, linewidth=how.width, linestyle=how.dashes(how.width),
                  marker=">" if how.style.arrow else "", markersize=how.head * 0.6,
                  markeredgecolor="none")


def _marker(how: Look) -> Any:
    """Return a circle or hexagon, with its letter over it if it has one."""
    style = how.style
    empty = style.hollow or style.form == "ring"
    radius = style.radius if style.form == "symbol" else min(LARGEST, style.radius)
    shape = Line2D(
        [], [], linestyle="none", marker="H" if style.form == "hexagon" else "o",
        markersize=2 * radius * look.POINTS,
        markerfacecolor=how.paper if empty else how.tone,
        markeredgecolor=how.tone if empty else how.paper,
        markeredgewidth=how.edge_width(style.radius), alpha=style.alpha)
    broken = bool(style.dash) and empty and style.radius >= look.SMALL
    parts = _broken(how, shape) if broken else (shape,)
    if not style.letter:
        return parts if broken else shape
    letter = Line2D([], [], linestyle="none", marker=rf"$\mathbf{{{style.letter}}}$",
                    color=how.letter_ink, markeredgewidth=0,
                    markersize=4.2 + 2.2 * (len(style.letter) - 1))
    return *parts, letter


def _broken(how: Look, shape: Line2D) -> tuple[Line2D, Line2D]:
    """Return a circle's disc, and its edge in dashes, which matplotlib does not give markers."""
    assert how.style.dash is not None
    drawn, left = how.style.dash
    around = 360.0 / max(3, round(math.tau * how.style.radius / (drawn + left)))
    arcs = [Path.arc(start, start + around * drawn / (drawn + left))
            for start in np.arange(0.0, 359.9, around)]
    size = shape.get_markersize()
    edge = Line2D([], [], linestyle="none", marker=Path.make_compound_path(*arcs),
                  markersize=size, markerfacecolor="none",
                  markeredgecolor=shape.get_markeredgecolor(),
                  markeredgewidth=shape.get_markeredgewidth(), alpha=how.style.alpha)
    shape.set_markeredgecolor("none")
    return shape, edge
