"""Pieces of furniture one under the other, in one column or in several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from layers.sheet.canvas import Canvas


@dataclass(frozen=True)
class Item:
    """One piece.

    Attributes:
        height: points.
        draw: draws it with its upper left corner at x and y.
        keep: whether it must not be parted from the next.
        blank: whether it is empty page, which no column needs at its top.
    """

    height: float
    draw: Callable[[Canvas, float, float], None]
    keep: bool = False
    blank: bool = False


def gap(height: float) -> Item:
    """Return a piece of empty page."""
    return Item(height, lambda canvas, x, y: None, blank=True)


def tall(items: Sequence[Item]) -> float:
    """Return how tall a column of all pieces is, points."""
    return sum(item.height for item in items)


def place(canvas: Canvas, items: Sequence[Item], x: float, y: float) -> float:
    """Draw pieces one under the other; return where the next would begin."""
    for item in items:
        item.draw(canvas, x, y)
        y += item.height
    return y


def columns(items: Sequence[Item], count: int, room: float) -> list[list[Item]] | None:
    """Part pieces into columns no taller than `room`, in order; None where they do not fit."""
    found: list[list[Item]] = [[]]
    for group in _kept(items):
        if tall(found[-1]) + tall(group) > room and found[-1]:
            found.append([])
        if tall(group) > room or len(found) > count:
            return None
        found[-1] += group
    return found


def poured(items: Sequence[Item], rooms: Sequence[float]) -> list[list[Item]] | None:
    """Part pieces into columns each of its own height, in order; None where they do not fit.

    Empty page is left out at the top of a column.
    """
    found: list[list[Item]] = [[] for _ in rooms]
    at = 0
    for group in _kept(items):
        while at < len(rooms) and tall(found[at]) + tall(group) > rooms[at]:
            at += 1
        if at == len(rooms):
            return None
        if found[at] or not all(item.blank for item in group):
            found[at] += group
    return found


def balanced(items: Sequence[Item], count: int, most: float) -> list[list[Item]] | None:
    """Part pieces into columns of about one height, at most `most`; None where none fits."""
    low = tall(items) / count
    for step in range(21):
        found = columns(items, count, low + (most - low) * step / 20) if most >= low else None
        if found is not None:
            return found
    return None


def _kept(items: Sequence[Item]) -> list[list[Item]]:
    groups: list[list[Item]] = []
    together = False
    for item in items:
        if together:
            groups[-1].append(item)
        else:
            groups.append([item])
        together = item.keep
    return groups
