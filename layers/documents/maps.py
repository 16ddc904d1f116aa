"""The picture of a page of a document, whose title, legend and sources are native words."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace

import numpy as np
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from layers.exports.pages import Page, Single
from layers.sheet import mapping
from layers.sheet.boxes import boxes
from layers.sheet.canvas import INCH, Box, Canvas
from layers.sheet.description import Sheet
from layers.sheet.fitting import Frame, frame
from layers.sheet.furniture import strip
from layers.sheet.gather import Content, gathered
from layers.sheet.look import POINTS
from layers.sheet.mapped import MapAxes, zoom_of
from layers.sheet.press import Press
from layers.sheet.save import CREATOR

EDGE, UNDER, TOP = 9.0, 9.0, 1.0
"""Points of A4 left of the map and beneath it, for labels; and above it, for its frame."""
CODE = re.compile(r"[0-9a-f]{10}")
BELOW_RULE = 3.0
"""Points between the line under a drawn title and what is kept of the page."""


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture and what it says.

    Attributes:
        png: its bytes.
        width, height: points at which its letters have their size.
        content: what it says, in words and numbers.
        whole: whether legend and sources are drawn within it.
    """

    png: bytes
    width: float
    height: float
    content: Content
    whole: bool


def picture(page: Page, press: Press, room: tuple[float, float], dpi: int) -> Picture:
    """Draw a page without what a document says in words of its own.

    A sheet's map is drawn alone, as large as `room`, points. Of other pages, such as two maps
    and their difference, everything beneath the title is drawn, as large as their own page.

    Raises:
        AtlasError: what is to be drawn is not there.
    """
    if isinstance(page, Single):
        figure, content = alone(page.sheet, press, *room)
        return Picture(_png(figure, dpi), *room, content, whole=False)
    sheet = page.sheets[0]
    figure = page.draw(press)
    width, height = (float(side) * INCH for side in figure.get_size_inches())
    tall = height - _heading(figure, press.settings.accent)
    content = gathered(sheet, press, _shown(figure) or frame(sheet, press, width, tall))
    content = replace(content, code=_code(figure) or content.code)
    kept = Bbox.from_extents(0, 0, width / INCH, tall / INCH)
    return Picture(_png(figure, dpi, kept), width, tall, content, whole=True)


def alone(sheet: Sheet, press: Press, width: float, height: float) -> tuple[Figure, Content]:
    """Draw the map of a sheet by itself into so many points, and return what it says."""
    canvas = Canvas(width, height, sheet.type)
    k = sheet.type
    box = Box(EDGE * k, TOP, width - EDGE * k - 1,
              height - TOP - strip.height(canvas) - UNDER * k)
    shown = frame(sheet, press, box.width, box.height)
    content = gathered(sheet, press, shown)
    mapping.draw(canvas, box, shown, content, sheet)
    canvas.figure.set_label(content.title)
    return canvas.figure, content


def _shown(figure: Figure) -> Frame | None:
    """Return what the largest map of a page shows, so that words and picture agree."""
    maps = [axes for axes in figure.axes if isinstance(axes, MapAxes)]
    if not maps:
        return None
    axes = max(maps, key=lambda one: one.get_position().width * one.get_position().height)
    half = float(axes.get_xlim()[1]), float(axes.get_ylim()[1])
    zoom = zoom_of(axes.metres_a_point * POINTS, axes.projection.lat)
    return Frame(axes.projection, half, zoom)


def _code(figure: Figure) -> str:
    """Return the selection's code as the picture has it; empty where it has none."""
    codes = [one.said for one in boxes(figure) if CODE.fullmatch(one.said)]
    return codes[-1] if codes else ""


def _heading(figure: Figure, accent: str) -> float:
    """Return where the drawn title of a page ends, points from its top; 0 without one."""
    for line in figure.axes[0].lines if figure.axes else ():
        ys = np.asarray(line.get_ydata(), float)
        if to_hex(line.get_color()) == accent and len(set(ys.tolist())) == 1:
            return float(ys[0]) + BELOW_RULE
    return 0.0


def _png(figure: Figure, dpi: int, box: Bbox | None = None) -> bytes:
    written = io.BytesIO()
    figure.savefig(written, format="png", dpi=dpi, bbox_inches=box,
                   metadata={"Software": CREATOR})
    return written.getvalue()
