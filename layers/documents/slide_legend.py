"""The legend and the numbers of a map as native shapes and words, in one column or several."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from data.i18n import number, t
from layers.documents import slide_sample
from layers.documents.legend import Row, rows
from layers.documents.slide_text import Type, box, lines
from layers.sheet.canvas import INK, QUIET
from layers.sheet.furniture.key import MARK
from layers.sheet.furniture.numbers import told
from layers.sheet.gather import Content
from layers.sheet.type import width

SIZES = (8.4, 7.6, 6.8, 6.2)
"""Points of letters, tried from the largest."""
LINE = 1.24
INDENT = slide_sample.WIDE + 5.0
INKS = {"note": QUIET, "invented": MARK}
BOLD = ("title", "invented")


@dataclass(frozen=True)
class Block:
    """A piece of the column: its height, points, and what draws it at x and y.

    `heads` tells whether it is the heading of what follows.
    """

    height: float
    draw: Callable[[Any, float, float], None]
    heads: bool = False


def blocks(content: Content, room: float, size: float, language: str) -> list[Block]:
    """Return legend and numbers as pieces one under the other."""
    return [*legend(content, room, size, language), *numbers(content, room, size, language)]


def legend(content: Content, room: float, size: float, language: str) -> list[Block]:
    """Return the legend as pieces one under the other."""
    return [_heading(t(language, "Legend"), room, size, language,
                     t(language, "in the selection")),
            *(_row(row, room, size, language) for row in rows(content.parts, language))]


def numbers(content: Content, room: float, size: float, language: str) -> list[Block]:
    """Return the numbers of incidents as pieces one under the other."""
    found = [Block(size * 0.7, lambda shapes, x, y: None),
             _heading(t(language, "Incidents"), room, size, language)]
    for words, count in told(content, language):
        shown = "" if count is None else number(count, language)
        found.append(_counted(words, shown, room, Type(size, language)))
    return found


def said(words: str, room: float, size: float, language: str) -> Block:
    """Return a piece of words alone."""
    return _paragraph(Row("note", words), room, Type(size, language, QUIET))


def place(shapes: Any, found: list[Block], x: float, y: float) -> None:
    """Draw pieces one under the other."""
    for one in found:
        one.draw(shapes, x, y)
        y += one.height


def _heading(said: str, room: float, size: float, language: str, right: str = "") -> Block:
    how = Type(size * 1.08, language, bold=True)

    def draw(shapes: Any, x: float, y: float) -> None:
        box(shapes, (x, y, room * 0.6, size * LINE * 1.1), said, how, "heading")
        if right:
            box(shapes, (x + room * 0.4, y, room * 0.6, size * LINE * 1.1), right,
                Type(size * 0.86, language, QUIET, side="right", anchor="bottom"), "heading note")

    return Block(size * LINE * 1.35, draw, heads=True)


def _row(row: Row, room: float, size: float, language: str) -> Block:
    sampled = row.role in ("entry", "apart")
    how = Type(size * 0.9 if row.role == "note" else size, language, INKS.get(row.role, INK),
               bold=row.role in BOLD)
    if not sampled:
        return _paragraph(row, room, how)
    beside = width(row.count, size) + size * 0.8 if row.count else 0.0
    count = lines(row.said, size, room - INDENT - beside)
    tall = max(count * LINE * size, slide_sample.height(row.style) if row.style else 0.0) + 1.5

    def draw(shapes: Any, x: float, y: float) -> None:
        if row.style:
            slide_sample.sample(shapes, row.style, x, y + tall / 2, language)
        else:
            slide_sample.apart(shapes, x, y + tall / 2)
        middle = how.but(anchor="middle")
        box(shapes, (x + INDENT, y, room - INDENT - beside, tall), row.said, middle, "legend label")
        if row.count:
            box(shapes, (x + room - beside, y, beside, tall), row.count,
                middle.but(ink=QUIET, side="right"), "legend count")

    return Block(tall, draw)


def _paragraph(row: Row, room: float, how: Type) -> Block:
    tall = lines(row.said, how.size, room, bold=how.bold) * LINE * how.size + 1.5

    def draw(shapes: Any, x: float, y: float) -> None:
        box(shapes, (x, y, room, tall), row.said, how, f"legend {row.role}")

    return Block(tall, draw, heads=row.role == "title")


def _counted(said: str, count: str, room: float, how: Type) -> Block:
    beside = width(count, how.size, bold=True) + how.size * 0.8 if count else 0.0
    tall = lines(said, how.size, room - beside) * LINE * how.size + 0.8

    def draw(shapes: Any, x: float, y: float) -> None:
        box(shapes, (x, y, room - beside, tall), said, how, "number label")
        if count:
            box(shapes, (x + room - beside, y, beside, tall), count,
                how.but(bold=True, side="right"), "number")

    return Block(tall, draw)
