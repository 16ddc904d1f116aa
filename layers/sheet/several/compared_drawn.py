"""The page of a comparison: three maps of one size and view, side by side, or one below another."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from matplotlib.figure import Figure

from data.compared import counted, pointed
from data.comparison import Side
from data.i18n import nmsg
from data.selection import Selection
from data.sentence import when
from layers.sheet import flow, mapping
from layers.sheet.canvas import Box, Canvas
from layers.sheet.compose import EDGE, GUTTER
from layers.sheet.description import Sheet
from layers.sheet.fitting import frame
from layers.sheet.flow import Item, tall
from layers.sheet.furniture import strip
from layers.sheet.furniture.words import paragraph
from layers.sheet.gather import Content, gathered
from layers.sheet.press import Press
from layers.sheet.several import compared_words as words
from layers.sheet.several.compared_words import Sides
from layers.sheet.several.cut import cut
from layers.sheet.several.frame import Framed, framed
from layers.sheet.type import shortened, width

SENTENCE, LABEL, SIZE = 9.2, 7.6, 7.0
LABELS, UNDER = 12.0, 11.0
"""Points of A4 above a map for what it is called, and below it for the labels of meridians."""
SHARES = ((1.0, 0), (1.0, 1), (0.93, 1), (0.86, 1), (0.86, 2), (0.8, 2), (0.74, 2), (0.68, 2),
          (0.62, 2))
"""Size of letters beside the maps, and how little room there is for notes."""
BELOW, BESIDE = 0.46, 0.3
"""The most of the room's height that words below the maps take, and of its width those beside."""
BETWEEN = " · "
STANDING = 1.2
"""Height of a page, as a share of its width, from which maps stand one below another."""

Column = list[Item]
Made = Callable[[float, float, int], list[Column]]
"""Makes the words of each map for a width, a size of letters, and how little room there is."""


@dataclass(frozen=True)
class Places:
    """Where the maps stand, and the upper left corners of the words that belong to each."""

    maps: tuple[Box, ...]
    words: tuple[tuple[float, float], ...]
    columns: list[Column]


def draw(difference: Sheet, first: Sheet, second: Sheet, press: Press) -> Figure:
    """Draw the page."""
    sheets = _alike((first, second, difference), press)
    contents = [_gathered(sheet, press) for sheet in sheets]
    page = framed(difference, _together(contents), press)
    of = _side(first), _side(second)
    view = press.counting(pointed, *(side.within() for side in of))
    known = press.reach(Selection())
    a, b = (counted(view, side, press.ground) for side in of)
    sides = Sides(a, b, contents[0], contents[1], difference.language)
    top = _sentence(page, sides.said())

    def made(room: float, size: float, spare: int) -> list[Column]:
        return [words.shared(sides, room, size),
                [*words.numbers(sides, room, size),
                 *words.cautions(sides, view, known, room, size)],
                words.change(contents[2], room, size, difference.language, spare)]

    where = _places(page, top, made, difference.language)
    labels = [_label("A", first, a.incidents), _label("B", second, b.incidents),
              words.part_of(contents[2]).legend.title]
    for sheet, content, box, label in zip(sheets, contents, where.maps, labels, strict=True):
        shown = frame(sheet, press, box.width, box.height)
        _titled(page.canvas, box, label)
        axes = mapping.draw(page.canvas, box, shown, content, sheet, scaled=False)
    for column, (x, y) in zip(where.columns, where.words, strict=True):
        flow.place(page.canvas, column, x, y)
    foot = max(box.bottom for box in where.maps) + UNDER * page.canvas.type
    across = Box(where.maps[0].x, 0, where.maps[-1].right - where.maps[0].x, 0)
    strip.draw(page.canvas, axes, across, foot, difference.language)
    return page.canvas.figure


def _alike(sheets: Sequence[Sheet], press: Press) -> list[Sheet]:
    """Give sheets the resolution that maps of a third of the page ask for."""
    if sheets[0].resolution is not None:
        return list(sheets)
    width, height = sheets[0].size
    standing = height > STANDING * width
    shown = frame(sheets[0], press, width * (0.62 if standing else 0.3),
                  height * (0.24 if standing else 0.4))
    return [replace(one, resolution=shown.resolution) for one in sheets]


def _gathered(sheet: Sheet, press: Press) -> Content:
    width, height = sheet.size
    return gathered(sheet, press, frame(sheet, press, width / 3, height / 3))


def _together(contents: Sequence[Content]) -> Content:
    """Return what a page says of all its maps: their sources, and one hash."""
    first = contents[-1]
    total = hashlib.sha256("".join(one.digest for one in contents).encode())
    return replace(
        first, digest=total.hexdigest()[:len(first.digest)],
        sources=tuple(dict.fromkeys(one for part in contents for one in part.sources)),
        citations=tuple(dict.fromkeys(one for part in contents for one in part.citations)),
        synthetic=any(one.synthetic for one in contents))


def _side(sheet: Sheet) -> Side:
    selection = sheet.selection
    assert selection.date_from is not None and selection.date_to is not None
    return Side(selection.anytime(), (selection.date_from, selection.date_to))


def _sentence(page: Framed, said: str) -> float:
    """Write what changed; return where the maps may begin."""
    k, room = page.canvas.type, page.room
    item = paragraph(said, room.width, SENTENCE * k, bold=True, name="finding")
    return flow.place(page.canvas, [item], room.x, room.y) + 4 * k


def _places(page: Framed, top: float, made: Made, language: str) -> Places:
    standing = page.canvas.height > STANDING * page.canvas.width
    return (_stacked if standing else _abreast)(page, top, made, language)


def _abreast(page: Framed, top: float, made: Made, language: str) -> Places:
    """Put maps side by side, and words below each."""
    k, room = page.canvas.type, page.room
    gutter, edge, under = (one * k for one in (GUTTER, EDGE, UNDER))
    under += strip.height(page.canvas)
    wide = (room.width - 2 * gutter) / 3
    most = (room.bottom - top) * BELOW
    columns = _fitting(made, wide - edge, most, page.canvas, language)
    deep = max(tall(column) for column in columns)
    height = room.bottom - deep - under - top - LABELS * k
    xs = [room.x + i * (wide + gutter) for i in range(3)]
    maps = tuple(Box(x + edge, top + LABELS * k, wide - edge, height) for x in xs)
    return Places(maps, tuple((box.x, room.bottom - deep) for box in maps), columns)


def _stacked(page: Framed, top: float, made: Made, language: str) -> Places:
    """Put maps one below another, and words beside each."""
    k, room = page.canvas.type, page.room
    gutter, edge = GUTTER * k, EDGE * k
    each = (room.bottom - strip.height(page.canvas) - top) / 3
    side = room.width * BESIDE
    columns = _fitting(made, side, each - 6 * k, page.canvas, language)
    wide = room.width - side - gutter - edge
    maps = tuple(Box(room.x + edge, top + i * each + LABELS * k, wide,
                     each - (LABELS + UNDER) * k) for i in range(3))
    corners = tuple((room.right - side, box.y - LABELS * k) for box in maps)
    return Places(maps, corners, columns)


def _fitting(
    made: Made, room: float, most: float, canvas: Canvas, language: str
) -> list[Column]:
    """Return columns no taller than `most`, in letters as large as there is room for."""
    k = canvas.type
    for share, spare in SHARES:
        size = SIZE * k * share
        columns = made(room, size, spare)
        if all(tall(column) <= most for column in columns):
            return columns
    return [cut(column, most, room, size, language) for column in columns]


def _titled(canvas: Canvas, box: Box, label: str) -> None:
    """Write what a map is called; the number of incidents, told below as well, may give way."""
    size = LABEL * canvas.type
    if width(label, size, bold=True) > box.width:
        label = label.rpartition(BETWEEN)[0] or label
    (line,) = shortened(label, size, box.width, 1, bold=True)
    canvas.text(box.x, box.y - 3.6 * canvas.type, line, size, bold=True, name="map-title")


def _label(letter: str, sheet: Sheet, incidents: int) -> str:
    said = nmsg("{count} incident", "{count} incidents", incidents).render(sheet.language)
    return BETWEEN.join([letter, when(sheet.selection, sheet.language), said])
