"""Beside the map of an animation: its legend, in one column or two, and how to find it again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from data.i18n import nmsg, t
from layers.sheet import flow
from layers.sheet.canvas import Canvas
from layers.sheet.compose import GUTTER, LEAST_SIDE, NARROWER, SIDE
from layers.sheet.furniture import code, key
from layers.sheet.furniture.words import heading, paragraph
from layers.sheet.gather import Content, Part
from layers.sheet.press import Press

SIZES = ((7.2, 0), (6.7, 1), (6.2, 1), (6.2, 2), (5.6, 2))
"""Points of letters of the legend, and how little room there is for notes; tried in turn."""
CODE, BELOW = 0.4, 6.0
"""Share of a column that the code takes at most, and points above it."""


@dataclass(frozen=True, eq=False)
class Legend:
    """What stands there.

    Attributes:
        columns: of the legend.
        last: the code, at the foot of the first column.
        room: width of a column, points.
        gutter: between two of them.
        height: of all.
    """

    columns: list[list[flow.Item]]
    last: flow.Item
    room: float
    gutter: float
    height: float

    @property
    def width(self) -> float:
        """Of all columns together, points."""
        return self.room * len(self.columns) + self.gutter * (len(self.columns) - 1)


def arranged(
    canvas: Canvas, content: Content, press: Press, most: float, language: str
) -> Legend:
    """Arrange the legend, which counts nothing: its numbers would change with every frame."""
    k = canvas.type
    # Told first: what has classes, without which its colours say nothing.
    parts = tuple(sorted(map(_bare, content.parts), key=lambda one: bool(one.legend.classes())))
    single = max(SIDE * canvas.width, LEAST_SIDE * k)
    for count, room in ((1, single), (2, single * NARROWER)):
        last = code.item(content, press.settings.public_address, room * CODE, 6.2 * k, language)
        left = most - last.height - BELOW * k
        for points, spare in SIZES:
            items = _items(parts, room, points * k, language, spare)
            found = _parted(items, (left, most)[:count])
            if found is not None:
                return Legend(found, last, room, GUTTER * k, most)
    found = _cut(items, (left, most), (room, SIZES[-1][0] * k), language)
    return Legend(found, last, room, GUTTER * k, most)


def draw(canvas: Canvas, legend: Legend, x: float, y: float) -> None:
    """Draw it from its upper left corner."""
    for i, column in enumerate(legend.columns):
        flow.place(canvas, column, x + i * (legend.room + legend.gutter), y)
    legend.last.draw(canvas, x, y + legend.height - legend.last.height)


def _items(
    parts: tuple[Part, ...], room: float, size: float, language: str, spare: int
) -> list[flow.Item]:
    return [heading(t(language, "Legend"), room, size * 1.08),
            *key.items(parts, room, size, language, spare=spare)[1:]]


def _parted(items: list[flow.Item], rooms: tuple[float, ...]) -> list[list[flow.Item]] | None:
    """Part pieces into columns of heights; None where they do not fit."""
    if len(rooms) == 1:
        return [items] if flow.tall(items) <= rooms[0] else None
    for at in range(len(items), 0, -1):
        first, rest = items[:at], items[at:]
        if flow.tall(first) <= rooms[0] and not first[-1].keep:
            return [first, rest] if flow.tall(rest) <= rooms[1] else None
    return None


def _cut(
    items: list[flow.Item], rooms: tuple[float, float], how: tuple[float, float], language: str
) -> list[list[flow.Item]]:
    """Keep what two columns have room for, and say how much is missing."""
    kept = list(items)
    while True:
        kept.pop()
        missing = nmsg("and {count} more line, which the atlas lists",
                       "and {count} more lines, which the atlas lists",
                       len(items) - len(kept)).render(language)
        found = _parted([*kept, paragraph(missing, *how, name="legend-more")], rooms)
        if found is not None or not kept:
            return found or [[], []]


def _bare(part: Part) -> Part:
    entries = tuple(replace(entry, key="") for entry in part.legend.entries)
    return replace(part, legend=replace(part.legend, entries=entries), counts=Counter(),
                   apart=None)
