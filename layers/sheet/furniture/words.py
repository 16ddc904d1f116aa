"""Pieces that are words alone: headings of blocks, paragraphs, and lines with a number."""

from __future__ import annotations

from layers.sheet.canvas import INK, QUIET, Canvas
from layers.sheet.flow import Item
from layers.sheet.type import LINE, width, wrapped


def heading(said: str, room: float, size: float, *, at_right: str = "") -> Item:
    """Return the heading of a block over a fine rule, and a few words at its right."""

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.text(x, y + size * 1.05, said, size, bold=True, name="heading")
        if at_right:
            canvas.text(x + room, y + size * 1.05, at_right, size * 0.85, ink=QUIET, side="right",
                        name="heading")
        canvas.rule([(x, y + size * 1.55), (x + room, y + size * 1.55)])

    return Item(size * 2.0, draw, keep=True)


def paragraph(
    said: str, room: float, size: float, *, ink: str = INK, bold: bool = False,
    keep: bool = False, name: str = "note", after: float = 0.25,
) -> Item:
    """Return a text that is wrapped to the room."""
    lines = wrapped(said, size, room, bold=bold)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.lines(x, y, lines, size, bold=bold, ink=ink, name=name)

    return Item((len(lines) * LINE + after) * size, draw, keep)


def counted(said: str, number: str, room: float, size: float, *, bold: bool = False) -> Item:
    """Return a label and, at the right end of its first line, a number."""
    lines = wrapped(said, size, room - width(number, size, bold=True) - size)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.lines(x, y, lines, size, name="number", bold=bold)
        canvas.lines(x + room, y, [number], size, bold=True, side="right", name="number")

    return Item((len(lines) * LINE + 0.1) * size, draw)
