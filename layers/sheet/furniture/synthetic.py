"""The mark across the map of a sheet on which anything is invented."""

from __future__ import annotations

from data.i18n import t
from layers.sheet import look
from layers.sheet.canvas import Box, Canvas
from layers.sheet.page import FONTS
from layers.sheet.type import width

INK, ALPHA, ANGLE = "#5a3b2a", 0.10, 24.0
SHARE = 0.7
"""Of the map's width that the mark takes."""


def draw(canvas: Canvas, box: Box, language: str) -> None:
    """Write the mark twice over the map, so that no part of it can be cut out without one."""
    said = t(language, "SYNTHETIC DATA")
    size = min(box.width * SHARE / width(said, 1.0, bold=True), box.height * 0.16)
    for share in (0.29, 0.74):
        canvas.axes.text(
            box.x + box.width / 2, box.y + box.height * share, said, fontsize=size,
            fontweight="bold", fontfamily=FONTS, color=INK, alpha=ALPHA, rotation=ANGLE,
            ha="center", va="center", gid="sheet/synthetic", zorder=look.NAMES)
