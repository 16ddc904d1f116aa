"""How to find what a sheet shows again: a QR code and a link, or the selection's code."""

from __future__ import annotations

import numpy as np
import segno
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from data.i18n import t
from layers.sheet.canvas import INK, QUIET, SHEET, Box, Canvas
from layers.sheet.flow import Item
from layers.sheet.gather import Content
from layers.sheet.type import LINE, shortened, wrapped


def item(
    content: Content, address: str, room: float, size: float, language: str
) -> Item:
    """Return the block: as tall as it is wide with a QR code, and a few lines without."""
    if address:
        return _linked(address + "?" + content.link, room, size, language)
    said = wrapped(t(language, "Selection code"), size * 0.9, room)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        y = canvas.lines(x, y, said, size * 0.9, ink=QUIET, name="code")
        canvas.lines(x, y, [content.code], size * 1.05, bold=True, name="code")

    return Item((len(said) * 0.9 + 1.05 + 0.3) * LINE * size, draw)


def _linked(link: str, room: float, size: float, language: str) -> Item:
    lines = shortened(t(language, "Scan for the live map"), size * 0.86, room, 2)
    side = room - size

    def draw(canvas: Canvas, x: float, y: float) -> None:
        qr(canvas, link, Box(x, y, side, side))
        canvas.lines(x, y + side + size * 0.3, lines, size * 0.86, ink=QUIET, name="code")

    return Item(side + size * (0.4 + len(lines) * LINE * 0.86), draw)


def qr(canvas: Canvas, link: str, box: Box) -> None:
    """Draw a link's QR code as vectors, its quiet zone included."""
    dark = np.array([[bool(cell) for cell in row] for row in
                     segno.make_qr(link, error="l").matrix_iter(border=2)])
    cell = box.width / len(dark)
    rows, columns = np.nonzero(dark)
    # A little more than a cell, so that no hair of paper shows between neighbours.
    corners = np.array([(0, 0), (1.02, 0), (1.02, 1.02), (0, 1.02), (0, 0)])
    at = (np.column_stack([columns, rows])[:, None, :] + corners) * cell
    codes = np.tile([Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY],
                    len(rows))
    canvas.block(box, SHEET[0])
    canvas.put(PathPatch(Path(at.reshape(-1, 2) + np.array([box.x, box.y]), codes), facecolor=INK,
                         edgecolor="none", gid="sheet/qr"))
