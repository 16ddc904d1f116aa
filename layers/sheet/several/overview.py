"""The first sheet of an atlas: every unit with its number on a map, and a list of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matplotlib.figure import Figure

from data.i18n import nmsg, number, t
from data.profile.told import PLURALS
from layers.sheet.canvas import QUIET, Box, Canvas
from layers.sheet.compose import EDGE, GUTTER
from layers.sheet.description import Sheet
from layers.sheet.fitting import frame
from layers.sheet.flow import Item, gap, place, tall
from layers.sheet.furniture import strip
from layers.sheet.furniture.words import heading, paragraph
from layers.sheet.gather import Content, gathered, subtitle, title
from layers.sheet.press import Press
from layers.sheet.several import numbered
from layers.sheet.several.frame import Framed, framed
from layers.sheet.several.units import Unit
from layers.sheet.type import LINE, width, wrapped

SIZE = 7.2
BESIDE, LEAST = 0.2, 140.0
"""Width of a column beside the map: of the page's, and at least so many points of A4."""
BELOW = 0.4
"""Share of the room that the list takes where it stands below the map."""
STEPS = 20
"""Heights of columns that are tried, up to all of the room."""
ACROSS = 4
"""Columns of a page that holds the list alone."""


@dataclass(frozen=True)
class Row:
    """A line of the list: the number on the map, the unit, and its incidents."""

    at: int
    id: str
    name: str
    incidents: int


@dataclass(frozen=True)
class Overview:
    """A page of the list: the first with a map of all units, others without.

    Attributes:
        sheet: of all units together; its layers are left out.
        rows: those listed on this page.
        every: those numbered on the map; none where there is no map.
        notes: what is said below the list, on its last page.
        name: among the pages.
    """

    sheet: Sheet
    rows: tuple[Row, ...]
    every: tuple[Row, ...]
    notes: tuple[str, ...]
    name: str = "overview"

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheet of all units."""
        return (self.sheet,)

    def draw(self, press: Press) -> Figure:
        """Draw it."""
        page = framed(self.sheet, _content(self.sheet, press), press)
        parts, columns, _ = _arranged(page, self.sheet, self.rows, self.notes,
                                      mapped=bool(self.every))
        if parts.map is not None:
            _map(page.canvas, parts.map, self, press)
        for column, x in zip(columns, parts.xs, strict=False):
            place(page.canvas, column, x, parts.top)
        return page.canvas.figure


@dataclass(frozen=True)
class Parts:
    """Where a page has its map, if any, and the columns of its list, points."""

    map: Box | None
    xs: tuple[float, ...]
    top: float
    room: float
    height: float


def pages(
    whole: Sheet, units: Sequence[Unit], level: int, elsewhere: int, press: Press
) -> tuple[Overview, ...]:
    """Return as many pages as the list needs; the first one has the map.

    Args:
        whole: the sheet of all units together.
        units: in their order.
        level: of the units.
        elsewhere: incidents of the selection that are in none of them.
        press: what it is printed from.
    """
    language = whole.language
    named = title(whole) if whole.title is None else whole.title
    under = subtitle(whole) if whole.subtitle is None else whole.subtitle
    said = nmsg("{count} sheet", "{count} sheets", len(units)).render(language)
    sheet = replace(whole, layers=(), chart="trend", title=named, outlined="",
                    subtitle=" · ".join(part for part in (under, said) if part))
    every = tuple(Row(i, one.id, one.name, one.incidents) for i, one in enumerate(units, 1))
    notes = tuple(_notes(level, elsewhere, language))
    page = framed(sheet, _content(sheet, press), press)
    left, found = every, list[Overview]()
    while left or not found:
        first = not found
        _, _, fit = _arranged(page, sheet, left, notes, mapped=first)
        last = fit >= len(left)
        found.append(Overview(
            sheet, left[:fit], every if first else (), notes if last else (),
            "overview" if first else f"overview-{len(found) + 1}"))
        left = left[fit:]
    return tuple(found)


def _notes(level: int, elsewhere: int, language: str) -> list[str]:
    said = [t(language, "The {units} without an incident of the selection have no sheet.",
              units=PLURALS[level])]
    if elsewhere:
        said.insert(0, nmsg(
            "{count} incident is known to none of them, and on no sheet.",
            "{count} incidents are known to none of them, and on no sheet.",
            elsewhere).render(language))
    return said


def _content(sheet: Sheet, press: Press) -> Content:
    wide, tall_ = sheet.size
    return gathered(sheet, press, frame(sheet, press, wide, tall_))


def _arranged(
    page: Framed, sheet: Sheet, rows: Sequence[Row], notes: Sequence[str], *, mapped: bool
) -> tuple[Parts, list[list[Item]], int]:
    """Return where everything stands, the columns, and how many lines they hold.

    A list that one column beside the map holds leaves the other's room to the map.
    """
    for beside in (1, 2):
        parts = _parted(page.canvas, page.room, sheet, beside if mapped else 0)
        columns, fit = _filled(rows, notes, parts, sheet)
        if fit == len(rows):
            return parts, _balanced(rows, notes, parts, sheet), fit
    return parts, columns, fit


def _balanced(
    rows: Sequence[Row], notes: Sequence[str], parts: Parts, sheet: Sheet
) -> list[list[Item]]:
    """Fill columns to about one height, where all lines fit."""
    for share in range(1, STEPS + 1):
        lower = replace(parts, height=parts.height * share / STEPS)
        columns, fit = _filled(rows, notes, lower, sheet)
        if fit == len(rows):
            break
    return columns


def _parted(canvas: Canvas, room: Box, sheet: Sheet, beside: int) -> Parts:
    """Divide a page between its map and its list; 0 columns beside a map are a page without."""
    k = canvas.type
    gutter, edge, under = GUTTER * k, EDGE * k, strip.height(canvas) + 9 * k
    if not beside:
        wide = (room.width - (ACROSS - 1) * gutter) / ACROSS
        xs = tuple(room.x + i * (wide + gutter) for i in range(ACROSS))
        return Parts(None, xs, room.y, wide, room.height)
    if sheet.portrait and canvas.height > canvas.width:
        wide, deep = (room.width - 2 * gutter) / 3, room.height * BELOW
        box = Box(room.x + edge, room.y, room.width - edge, room.height - deep - under)
        xs = tuple(room.x + i * (wide + gutter) for i in range(3))
        return Parts(box, xs, room.bottom - deep + 4 * k, wide, deep - 4 * k)
    wide = max(BESIDE * canvas.width, LEAST * k)
    count = min(beside, 1 if canvas.width < 1.2 * canvas.height else 2)
    xs = tuple(room.right - (count - i) * wide - (count - 1 - i) * gutter for i in range(count))
    box = Box(room.x + edge, room.y, xs[0] - gutter - room.x - edge, room.height - under)
    return Parts(box, xs, room.y, wide, room.height)


def _filled(
    rows: Sequence[Row], notes: Sequence[str], parts: Parts, sheet: Sheet
) -> tuple[list[list[Item]], int]:
    """Fill columns with lines, in order; return them, and how many lines they hold."""
    size, language = SIZE * sheet.type, sheet.language
    said = [paragraph(note, parts.room, size * 0.9, ink=QUIET, name="note") for note in notes]
    rest = tall(said) + size
    lines = [_line(row, parts.room, size, language) for row in rows]
    columns: list[list[Item]] = []
    done = 0
    while done < len(lines) and len(columns) < len(parts.xs):
        column = [heading(t(language, "Sheets"), parts.room, size * 1.08,
                          at_right=t(language, "incidents"))]
        while done < len(lines) and tall(column) + lines[done].height <= parts.height:
            column.append(lines[done])
            done += 1
        columns.append(column)
    if done < len(lines):
        return columns, done
    if tall(columns[-1]) + rest <= parts.height:
        columns[-1] += [gap(size), *said]
    elif len(columns) < len(parts.xs):
        columns.append(said)
    else:
        # What is said below the list goes with its last line to another page.
        columns[-1].pop()
        done -= 1
    return columns, done


def _line(row: Row, room: float, size: float, language: str) -> Item:
    count = number(row.incidents, language)
    indent = width("000", size, bold=True) + size * 0.6
    lines = wrapped(row.name, size, room - indent - width(count, size) - size)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.lines(x + indent - size * 0.6, y, [str(row.at)], size, bold=True, side="right",
                     name="index")
        canvas.lines(x + indent, y, lines, size, name="index")
        canvas.lines(x + room, y, [count], size, ink=QUIET, side="right", name="index")

    return Item((len(lines) * LINE + 0.12) * size, draw)


def _map(canvas: Canvas, box: Box, page: Overview, press: Press) -> None:
    shown = frame(page.sheet, press, box.width, box.height)
    content = _content(page.sheet, press)
    marks = [(str(row.at), row.id) for row in page.every]
    numbered.draw(canvas, box, shown, marks, press, language=page.sheet.language,
                  invented=content.synthetic)
