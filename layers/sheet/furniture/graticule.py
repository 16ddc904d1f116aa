"""Meridians and parallels across the map, their labels at its edges, and its frame."""

from __future__ import annotations

import numpy as np
from matplotlib.collections import LineCollection

from data.i18n import number, t
from layers.sheet import look
from layers.sheet.canvas import INK, QUIET, Box, Canvas
from layers.sheet.mapped import MapAxes
from layers.sheet.projection import Floats
from layers.sheet.type import width

STEPS = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0)
LINES = 6
"""The most lines one way."""
SIZE = 5.4
FINE = 181
"""Points of a line."""
CORNER = 5.0
"""Points between a label and the map's corner."""


def draw(canvas: Canvas, axes: MapAxes, box: Box, language: str) -> None:
    """Draw the lines beneath the marks, the labels left of and below the map, the frame."""
    west, south, east, north = axes.bounds
    step = next((one for one in STEPS if max(east - west, north - south) / one <= LINES),
                STEPS[-1])
    lons = np.arange(np.ceil(west / step), np.floor(east / step) + 1) * step
    lats = np.arange(np.ceil(south / step), np.floor(north / step) + 1) * step
    lats = lats[np.abs(lats) < 90]
    along_lat = np.linspace(max(south - 1, -90), min(north + 1, 90), FINE)
    along_lon = np.linspace(west - 1, east + 1, FINE)
    meridians = [np.column_stack([np.full(FINE, lon), along_lat]) for lon in lons]
    parallels = [np.column_stack([along_lon, np.full(FINE, lat)]) for lat in lats]
    lines = [axes.projection.metres(line) for line in (*meridians, *parallels)]
    axes.add_collection(LineCollection(
        [line[np.isfinite(line).all(axis=1)] for line in lines], colors="#8f9aa0",
        linewidths=0.3, alpha=0.55, zorder=1.5, transform=axes.flat, gid="sheet/graticule"),
        autolim=False)
    _below(canvas, axes, box, list(zip(lons, lines, strict=False)), language)
    _left(canvas, axes, box, list(zip(lats, lines[len(lons):], strict=True)), language)
    canvas.block(box, "none", INK, 0.7, zorder=look.NAMES + 1)


def _below(
    canvas: Canvas, axes: MapAxes, box: Box, lines: list[tuple[float, Floats]], language: str
) -> None:
    size, last = SIZE * canvas.type, -np.inf
    (x0, x1), edge = axes.get_xlim(), axes.get_ylim()[0]
    for lon, line in lines:
        at = _crossing(line[:, 1], line[:, 0], edge)
        if at is None:
            continue
        said = _longitude(lon, language)
        x, half = box.x + (at - x0) / (x1 - x0) * box.width, width(said, size) / 2
        if x - half < max(box.x + CORNER, last + 4) or x + half > box.right - CORNER:
            continue
        canvas.rule([(x, box.bottom), (x, box.bottom + 2.2)], INK, 0.5)
        canvas.text(x, box.bottom + 2.8 + size, said, size, ink=QUIET, side="center",
                    name="graticule")
        last = x + half


def _left(
    canvas: Canvas, axes: MapAxes, box: Box, lines: list[tuple[float, Floats]], language: str
) -> None:
    size, last = SIZE * canvas.type, np.inf
    (y0, y1), edge = axes.get_ylim(), axes.get_xlim()[0]
    for lat, line in lines:
        at = _crossing(line[:, 0], line[:, 1], edge)
        if at is None:
            continue
        said = _latitude(lat, language)
        y, half = box.bottom - (at - y0) / (y1 - y0) * box.height, width(said, size) / 2
        if y + half > min(box.bottom - CORNER, last - 4) or y - half < box.y + CORNER:
            continue
        canvas.rule([(box.x, y), (box.x - 2.2, y)], INK, 0.5)
        canvas.axes.text(box.x - 3.2 - size * 0.42, y, said, fontsize=size, color=QUIET,
                         rotation=90, ha="center", va="center", gid="sheet/graticule",
                         parse_math=False)
        last = y - half


def _crossing(towards: Floats, along: Floats, edge: float) -> float | None:
    """Return where a line crosses an edge, measured along it; None where it does not."""
    side = np.sign(towards - edge)
    at = np.flatnonzero(side[:-1] * side[1:] < 0)
    if not len(at):
        return None
    i = int(at[0])
    share = (edge - towards[i]) / (towards[i + 1] - towards[i])
    return float(along[i] + share * (along[i + 1] - along[i]))


def _longitude(lon: float, language: str) -> str:
    lon = (round(lon, 6) + 180) % 360 - 180
    size = number(round(abs(lon), 2), language)
    if lon in (0, -180):
        return f"{size}°"
    return t(language, "{size}° E", size=size) if lon > 0 else t(language, "{size}° W", size=size)


def _latitude(lat: float, language: str) -> str:
    size = number(round(abs(lat), 2), language)
    if round(lat, 6) == 0:
        return "0°"
    return t(language, "{size}° N", size=size) if lat > 0 else t(language, "{size}° S", size=size)
