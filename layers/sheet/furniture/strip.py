"""Beneath the map: a scale bar true at its centre, the projection, and where north is."""

from __future__ import annotations

import numpy as np
from matplotlib.patches import Polygon

from data.i18n import number, t
from layers.sheet.canvas import INK, QUIET, SHEET, Box, Canvas
from layers.sheet.mapped import ALONG, MapAxes
from layers.sheet.type import shortened, width

SHARE = 0.24
"""Of the map's width that the bar takes at most."""
NICE = (1.0, 2.0, 5.0)
PARTS = 4
UP = 1.0
"""Degrees that north may turn on the page before an arrow says where it is."""
SIZE, HEIGHT = 5.8, 22.0


def height(canvas: Canvas) -> float:
    """Return how tall the strip is, points."""
    return HEIGHT * canvas.type


def draw(canvas: Canvas, axes: MapAxes, box: Box, y: float, language: str) -> None:
    """Draw the strip from y on, as wide as the map in `box`."""
    k = canvas.type
    used = scale_bar(canvas, axes, (box.x, y + 2 * k), box.width * SHARE, language)
    right = box.right
    if turned(axes) > UP:
        right = _north(canvas, right - 6 * k, y + 1 * k) - 4 * k
    said = [axes.projection.name(language)]
    if turned(axes) > UP:
        said.append(t(language, "north is up at the map’s centre"))
    said.append(t(language, "scale true at the map’s centre"))
    lines = shortened(" · ".join(said), SIZE * k, right - used - 26 * k, 2)
    for i, line in enumerate(lines):
        canvas.text(right, y + (8 + i * 8) * k, line, SIZE * k, ink=QUIET, side="right",
                    name="projection")


def scale_bar(
    canvas: Canvas, axes: MapAxes, at: tuple[float, float], most: float, language: str
) -> float:
    """Draw a bar of a round number of kilometres; return its right edge, words included."""
    k, size, (x, y) = canvas.type, SIZE * canvas.type, at
    metres = round_length(most * axes.metres_a_point)
    long = axes.projection.across(metres) / axes.metres_a_point
    tall, part = 3.2 * k, long / PARTS
    for i in range(PARTS):
        canvas.block(Box(x + i * part, y, part, tall), SHEET[0] if i % 2 else INK, INK, 0.5,
                     gid="sheet/scale")
    labels: list[tuple[float, str]] = [(0.0, "0"), (long / 2, number(_km(metres / 2), language)),
              (long, t(language, "{n} km", n=number(_km(metres), language)))]
    for along, said in labels:
        side = "center" if along else "left"
        canvas.text(x + along, y + tall + size * 1.2, said, size, side=side,  # type: ignore[arg-type]
                    name="scale")
    return x + long + width(labels[-1][1], size) / 2


def round_length(most: float) -> float:
    """Return the longest of 1, 2 or 5 times a power of ten, metres, that is no longer."""
    power = 10.0 ** np.floor(np.log10(most))
    return float(max(one * power for one in NICE if one * power <= most))


def turned(axes: MapAxes) -> float:
    """Return by how many degrees north leaves the vertical, where it does so most."""
    xs, ys = np.meshgrid(np.linspace(*axes.get_xlim(), ALONG), np.linspace(*axes.get_ylim(), ALONG))
    angles = axes.projection.north(np.column_stack([xs.ravel(), ys.ravel()]))
    return float(np.abs(angles[np.isfinite(angles)]).max())


def _km(metres: float) -> float:
    km = metres / 1000
    return int(km) if km >= 1 and km == int(km) else km


def _north(canvas: Canvas, x: float, y: float) -> float:
    """Draw an arrow about x with its letter; return its left edge."""
    k = canvas.type
    half, tall = 3.4 * k, 11 * k
    tip, left, right, notch = (x, y), (x - half, y + tall), (x + half, y + tall), (
        x, y + tall * 0.78)
    canvas.put(Polygon([tip, left, notch], facecolor=INK, edgecolor=INK, linewidth=0.4))
    canvas.put(Polygon([tip, right, notch], facecolor=SHEET[0], edgecolor=INK, linewidth=0.4))
    canvas.text(x, y + tall + 6.6 * k, "N", 6.2 * k, bold=True, side="center", name="north")
    return x - half
