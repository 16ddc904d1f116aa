"""What stands beside or below the map: legend, numbers, chart, locator and code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from data.i18n import nmsg
from layers.sheet.canvas import Box, Canvas
from layers.sheet.flow import Item, balanced, columns, gap, poured, tall
from layers.sheet.furniture import chart, code, key, locator, numbers
from layers.sheet.furniture.foot import About
from layers.sheet.furniture.words import paragraph
from layers.sheet.mapped import MapAxes

SIZE = 7.2
SHARES = (
    (1.0, 0, True, True), (0.93, 0, True, True), (0.93, 1, True, True), (0.86, 1, True, True),
    (0.86, 2, True, True), (0.86, 2, False, True), (0.86, 2, False, False),
    (0.78, 2, False, True), (0.78, 2, False, False), (0.7, 2, False, False))
"""Size of letters, how little room there is for notes, and whether the chart and the locator
stand: tried one after another."""
INSET = 0.54
"""Share of a column that the locator takes."""
GAP = 7.0

Drawn = Callable[[], MapAxes]
"""The map, once it has been drawn: the locator shows its frame."""


@dataclass(frozen=True, eq=False)
class Panel:
    """Pieces of the panel, in columns; `cut` where not all of them have room."""

    columns: list[list[Item]]
    cut: bool = False

    @property
    def height(self) -> float:
        """How tall the tallest column is, points."""
        return max(tall(one) for one in self.columns)


def beside(about: About, drawn: Drawn, room: float, most: float) -> Panel:
    """Arrange one column, at most so tall; its locator stands at the very bottom."""
    for legend, rest, bottom in _tried(about, drawn, room):
        column = [*legend, *rest]
        spare = most - tall(column) - tall(bottom)
        if spare >= 0:
            return Panel([[*column, gap(spare), *bottom]])
    return Panel([_cut(legend, most - tall(rest), room, about) + rest], cut=True)


def beside_twice(about: About, drawn: Drawn, room: float, most: float) -> Panel:
    """Arrange two columns, for a legend that one cannot hold."""
    for legend, rest, bottom in _tried(about, drawn, room):
        found = columns([*legend, *rest, *bottom], 2, most)
        if found is not None:
            return Panel([*found, *([[]] * (2 - len(found)))])
    return _across(legend, [*rest, *bottom], about, room, [most] * 2)


def below(about: About, drawn: Drawn, room: float, most: float) -> Panel:
    """Arrange three columns: a long legend takes two of them, and leaves the locator's place."""
    for legend, rest, bottom in _tried(about, drawn, room):
        alone = max(tall(legend), tall(rest), tall(bottom))
        if alone <= min(most, tall(rest) + tall(bottom)):
            return Panel([legend, bottom[1:], rest])
        third = [*rest, *bottom]
        if tall(third) > most:
            continue
        found = balanced(legend, 2, max(tall(third), min(most, tall(legend))))
        if found is not None and all(tall(one) <= most for one in found):
            return Panel([*found, *([[]] * (2 - len(found))), third])
    return _across(legend, [*rest, *bottom], about, room, [most] * 3)


def _tried(
    about: About, drawn: Drawn, room: float
) -> Iterator[tuple[list[Item], list[Item], list[Item]]]:
    sheet, content = about.sheet, about.content
    k, language = sheet.type, sheet.language
    for share, spare, charted, inset in SHARES:
        size = SIZE * k * share
        legend = key.items(content.parts, room, size, language, spare=spare)
        rest = numbers.items(content, room, size, language)
        if charted:
            bars = chart.items(content.chart, sheet.chart, room, size, language=language,
                               accent=about.settings.accent, left=content.uncharted)
            rest += [gap(GAP * k), *bars] if bars else []
        bottom = [gap(GAP * k), _bottom(about, drawn, room, size, inset=inset and about.inset)]
        yield legend, rest, bottom


def _bottom(about: About, drawn: Drawn, room: float, size: float, *, inset: bool) -> Item:
    """Return the locator and, at its right, the code."""
    left = room * INSET if inset else 0.0
    space = room - left - (size if inset else 0.0)
    found = code.item(about.content, about.settings.public_address,
                      min(space, room * (1 - INSET)), size, about.sheet.language)
    deep = max(left, found.height)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        if inset:
            locator.draw(canvas, drawn(), Box(x, y + deep - left, left, left))
        found.draw(canvas, x + room - space, y + deep - found.height)

    return Item(deep, draw)


def _across(
    legend: list[Item], rest: list[Item], about: About, room: float, rooms: list[float]
) -> Panel:
    """Pour a long legend through all columns, before what must stand; cut it where it is longer."""
    whole = poured([*legend, *rest], rooms)
    if whole is not None:
        return Panel(whole)
    for kept in _fewer(legend, room, about):
        found = poured([*kept, *rest], rooms)
        if found is not None:
            return Panel(found, cut=True)
    return Panel([*([[]] * (len(rooms) - 1)), rest], cut=True)


def _cut(legend: list[Item], most: float, room: float, about: About) -> list[Item]:
    """Keep what one column holds of a legend that is too long for it."""
    return next((kept for kept in _fewer(legend, room, about) if tall(kept) <= most), [])


def _fewer(legend: list[Item], room: float, about: About) -> Iterator[list[Item]]:
    """Leave out more and more of a legend's end, each time with a line that says how much."""
    size = SIZE * about.sheet.type * SHARES[-1][0]
    for count in range(len(legend) - 1, 0, -1):
        # A heading does not stand without what it heads.
        if legend[count - 1].keep or legend[count - 1].blank:
            continue
        missing = nmsg("and {count} more line, which the atlas lists",
                       "and {count} more lines, which the atlas lists",
                       sum(not one.blank for one in legend[count:])).render(about.sheet.language)
        yield [*legend[:count], paragraph(missing, room, size, name="legend-more"),
               gap(GAP * about.sheet.type)]
