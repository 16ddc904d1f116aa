"""The mark across the map of a sheet on which anything is invented."""

from __future__ import annotations

import math
from typing import Any

from matplotlib import patheffects
from matplotlib.patches import Rectangle

from data.i18n import t
from layers.sheet import look
from layers.sheet.canvas import SHEET, Box, Canvas
from layers.sheet.page import FONTS
from layers.sheet.type import width

INK, ALPHA, HALO = "#5a3b2a", 0.2, 0.3
STEEPEST = 24.0
"""Degrees that the mark rises at most."""
ACROSS, UP = 0.8, 0.44
"""Of the map's width and height that each of the two marks takes at most."""
AT = (0.27, 0.73)


def draw(canvas: Canvas, box: Box, language: str, *, zorder: float = look.NAMES) -> None:
    """Write the mark twice over the map, so that no half of it can be cut out without one.

    Over a page of text, `zorder` puts it beneath the words.
    """
    said = t(language, "SYNTHETIC DATA")
    angle = min(math.radians(STEEPEST), 0.6 * math.atan2(box.height, box.width))
    long = width(said, 1.0, bold=True)
    size = min(box.width * ACROSS / (long * math.cos(angle) + math.sin(angle)),
               box.height * UP / (long * math.sin(angle) + math.cos(angle)))
    edge = Rectangle((box.x, box.y), box.width, box.height, transform=canvas.axes.transData)
    how: dict[str, Any] = {
        "fontsize": size, "fontweight": "bold", "fontfamily": FONTS, "ha": "center",
        "va": "center", "rotation": math.degrees(angle), "zorder": zorder, "clip_path": edge}
    halo = patheffects.Stroke(linewidth=1.6, foreground=SHEET[0], alpha=HALO)
    for share in AT:
        at = box.x + box.width / 2, box.y + box.height * share
        canvas.axes.text(*at, said, color=SHEET[0], path_effects=[halo],
                         gid="sheet/synthetic/halo", **how)
        canvas.axes.text(*at, said, color=INK, alpha=ALPHA, gid="sheet/synthetic", **how)
