"""What a comparison says beneath its maps: both legends, the numbers, and what to bear in mind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data import comparison_told
from data.compared import Counted, compared
from data.i18n import amount, number, t
from data.store import Snapshot
from layers.metric_rate import PER
from layers.sheet.canvas import INK, QUIET, Canvas
from layers.sheet.flow import Item, gap
from layers.sheet.furniture import key
from layers.sheet.furniture.words import heading, paragraph
from layers.sheet.gather import Content, Part
from layers.sheet.type import LINE, width, wrapped

LAYER = "difference"
APART = 5.0
"""From one column of numbers to the next, in sizes of letters."""


def part_of(content: Content) -> Part:
    """Return what a map shows of incidents."""
    return next(part for part in content.parts if part.layer.id == LAYER)


@dataclass(frozen=True, eq=False)
class Sides:
    """Both windows: what they hold, and what their maps show."""

    a: Counted
    b: Counted
    first: Content
    second: Content
    language: str

    def said(self) -> str:
        """Say what changed and by how much, as the page does."""
        change, for_people = compared(self.a, self.b)
        return comparison_told.headline(self.a, self.b, change, for_people, self.language)


def shared(sides: Sides, room: float, size: float) -> list[Item]:
    """Return the legend of both windows: the same classes, with the hexagons of either."""
    found = [_pair(t(sides.language, "Legend"), ("A", "B"), room, size * 1.08, bold=True)]
    pairs = zip(sides.first.parts, sides.second.parts, strict=True)
    for pair in sorted(pairs, key=lambda one: one[0].layer.id != LAYER):
        found += [*_section(pair, room, size, sides.language), gap(size * 0.55)]
    return found


def _section(
    pair: tuple[Part, Part], room: float, size: float, language: str
) -> Iterator[Item]:
    """Tell a layer's entries, those of either window, with how many marks each has."""
    first = pair[0].legend
    yield paragraph(first.title, room, size, bold=True, keep=True, name="legend-title")
    for entry in dict.fromkeys(one for part in pair for one in part.legend.entries):
        if not entry.live:
            told = [number(part.counts.get(entry.key, 0), language) for part in pair]
            counted_ = any(key.counts(entry, part) for part in pair)
            yield key.line(entry, room, size, told if counted_ else [], apart=APART * size)
    if not any(part.drawing for part in pair):
        yield paragraph(t(language, "No data in this selection."), room, size * 0.92, ink=INK,
                        name="legend-empty")
    if any(part.legend.synthetic for part in pair):
        yield paragraph(t(language, "Synthetic demonstration data"), room, size * 0.92,
                        ink=key.MARK, bold=True, name="legend-synthetic")


def change(content: Content, room: float, size: float, language: str, spare: int) -> list[Item]:
    """Return the legend of the difference."""
    return key.items(content.parts, room, size, language, spare=spare)


def numbers(sides: Sides, room: float, size: float) -> list[Item]:
    """Return the numbers of both windows side by side."""
    language, both = sides.language, (sides.a, sides.b)
    rows = [
        (t(language, "Incidents"), [number(one.incidents, language) for one in both]),
        (t(language, "of these known to a region or less exactly, and in no hexagon"),
         [number(one.coarse, language) for one in both]),
        (t(language, "For a year"), [amount(one.yearly, language) for one in both])]
    if any(one.persons for one in both):
        rows.append((t(language, "For a year and 100,000 persons"), [
            amount(one.yearly / one.persons * PER, language) if one.persons
            else t(language, "not known") for one in both]))
    rows += [(t(language, "Sources"), [number(len(one.sources), language) for one in both]),
             (t(language, "withheld as single records: licence"),
              [number(one.numbers.withheld, language) for one in (sides.first, sides.second)])]
    return [_pair(t(language, "Numbers"), ("A", "B"), room, size * 1.08, bold=True),
            *(_pair(said, told, room, size) for said, told in rows)]


def cautions(
    sides: Sides, view: Snapshot, known: tuple[dt.date, dt.date] | None, room: float, size: float
) -> list[Item]:
    """Return what may make the windows differ other than what happened; data covers `known`."""
    said = comparison_told.notes(view, sides.a, sides.b, sides.language,
                                 known=known) if known else []
    return [gap(size * 0.4), *(paragraph(one, room, size * 0.9, ink=QUIET) for one in said)]


def _pair(
    said: str, told: Sequence[str], room: float, size: float, *, bold: bool = False
) -> Item:
    """Return words and a number for either window; in bold the head of a block, over a line."""
    if bold:
        return _head(heading(said, room, size), told, room, size)
    apart = APART * size
    lines = wrapped(said, size, room - apart - width(told[0], size) - size)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.lines(x, y, lines, size, name="number")
        for i, one in enumerate(reversed(told)):
            canvas.lines(x + room - i * apart, y, [one], size, bold=True, side="right",
                         name="number")

    return Item((len(lines) * LINE + 0.1) * size, draw)


def _head(plain: Item, told: Sequence[str], room: float, size: float) -> Item:
    apart = APART * size / 1.08

    def draw(canvas: Canvas, x: float, y: float) -> None:
        plain.draw(canvas, x, y)
        for i, one in enumerate(reversed(told)):
            canvas.text(x + room - i * apart, y + size * 1.05, one, size, bold=True,
                        side="right", name="heading")

    return Item(plain.height, draw, keep=True)
