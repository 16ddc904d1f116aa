"""A brief put on its pages: a map with its legend, and the sections poured into columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from matplotlib.figure import Figure

from data.profile.build import Profile
from layers.sheet import flow, mapping
from layers.sheet.canvas import Box, Canvas
from layers.sheet.compose import EDGE, GUTTER
from layers.sheet.description import Sheet
from layers.sheet.fitting import frame
from layers.sheet.flow import Item
from layers.sheet.furniture import code, key, numbers, strip, synthetic
from layers.sheet.gather import Content, gathered
from layers.sheet.press import Press
from layers.sheet.several.brief import happened, passing, sources, standing
from layers.sheet.several.brief.taxation import taxation
from layers.sheet.several.brief.telling import Telling
from layers.sheet.several.cut import cut
from layers.sheet.several.frame import Framed, framed

SIZE = 7.2
TRIED = (
    (1.08, 12), (1.0, 12), (1.0, 8), (0.95, 8), (0.95, 6), (0.92, 5), (0.92, 4), (0.88, 4),
    (0.88, 3), (0.85, 3), (0.85, 2), (0.82, 2), (0.82, 1), (0.78, 1), (0.78, 0), (0.72, 0),
    (0.66, 0))
"""Size of letters, and the most lines of a list, tried one after another until all has its place
on two pages: readable letters come before long lists."""
DEEP, BELOW = 0.42, 0.45
"""Share of the room's height that the map takes above the text; and the most that its legend
takes below it, where the text stands at its right."""
SHARES = (1.0, 0.92, 0.85, 0.78, 0.7)
"""Size of letters of the legend."""
KEY = 0.27
"""Share of the room's width that the legend takes beside a map over two columns."""
QR = 58.0
"""Points of A4 that the code of the link takes at most."""

SECTIONS: tuple[Callable[[Telling], list[Item]], ...] = (
    happened.happened, happened.trend, taxation, standing.standing, passing.corridors,
    passing.relations, passing.interventions, standing.answers, sources.gaps, sources.documents)


@dataclass(frozen=True)
class Column:
    """Room for text: its page, its upper left corner and its height, points."""

    page: int
    x: float
    y: float
    height: float


@dataclass(frozen=True)
class Frames:
    """Where everything stands: the map and its legend on the first page, and the columns."""

    map: Box
    key: Box
    columns: tuple[Column, ...]
    room: float


def typeset(sheet: Sheet, profile: Profile, press: Press, at: int) -> Figure:
    """Draw the first or the second page of a brief."""
    content = _content(sheet, profile, press)
    page = framed(sheet, content, press)
    frames = _frames(page, content, sheet, press)
    if at == 0:
        _map(page.canvas, frames, sheet, content, press)
    elif content.synthetic:
        synthetic.draw(page.canvas, page.room, sheet.language, zorder=1.0)
    poured = _poured(profile, content, sheet, frames, press)
    for column, items in zip(frames.columns, poured, strict=True):
        if column.page == at:
            flow.place(page.canvas, items, column.x, column.y)
    return page.canvas.figure


def _content(sheet: Sheet, profile: Profile, press: Press) -> Content:
    width, height = sheet.size
    content = gathered(sheet, press, frame(sheet, press, width * 0.6, height * 0.35))
    return replace(content, synthetic=content.synthetic or profile.synthetic)


def _frames(page: Framed, content: Content, sheet: Sheet, press: Press) -> Frames:
    """Divide both pages: the map over two of four columns where they are wide, else over two."""
    k, room = page.canvas.type, page.room
    lying = page.canvas.width > 1.2 * page.canvas.height
    gutter, edge, count = GUTTER * k, EDGE * k, 4 if lying else 2
    wide = (room.width - (count - 1) * gutter) / count
    xs = [room.x + i * (wide + gutter) for i in range(count)]
    under = strip.height(page.canvas) + 9 * k
    second = [Column(1, x, room.y, room.height) for x in xs]
    if lying:
        across = 2 * wide + gutter
        deep = room.height - 4 * k - _below(page, content, sheet, press, wide)
        box = Box(room.x + edge, room.y, across - edge, deep - under)
        legend = Box(room.x, room.y + deep + 4 * k, across, room.height - deep - 4 * k)
        first = [Column(0, x, room.y, room.height) for x in xs[2:]]
        return Frames(box, legend, (*first, *second), wide)
    deep, side = room.height * DEEP, room.width * KEY
    box = Box(room.x + edge, room.y, room.width - side - gutter - edge, deep - under)
    y = room.y + deep + 4 * k
    first = [Column(0, x, y, room.bottom - y) for x in xs]
    return Frames(box, Box(room.right - side, room.y, side, deep), (*first, *second), wide)


def _below(
    page: Framed, content: Content, sheet: Sheet, press: Press, wide: float
) -> float:
    """Return how tall the legend below a map is, points: what it needs, if it may."""
    size, language = SIZE * page.canvas.type * SHARES[1], sheet.language
    legend = flow.tall(key.items(content.parts, wide, size, language, spare=2))
    told = flow.tall(numbers.items(content, wide, size, language))
    link = _code(content, wide, page.canvas, sheet, press).height
    return min(max(legend, told + link), page.room.height * BELOW)


def _map(
    canvas: Canvas, frames: Frames, sheet: Sheet, content: Content, press: Press
) -> None:
    box = frames.key
    shown = frame(sheet, press, frames.map.width, frames.map.height)
    mapping.draw(canvas, frames.map, shown, content, sheet)
    if box.width > box.height:
        _key_below(canvas, box, content, sheet, press)
    else:
        _key_beside(canvas, box, content, sheet, press)


def _key_beside(
    canvas: Canvas, box: Box, content: Content, sheet: Sheet, press: Press
) -> None:
    """Put legend and numbers one below the other, and the code at the very bottom."""
    k, language = canvas.type, sheet.language
    link = _code(content, box.width, canvas, sheet, press)
    room = box.height - link.height - 4 * k
    for share in SHARES:
        size = SIZE * k * share
        told = [*key.items(content.parts, box.width, size, language, spare=2),
                *numbers.items(content, box.width, size, language)]
        if flow.tall(told) <= room:
            break
    flow.place(canvas, cut(told, room, box.width, size, language), box.x, box.y)
    link.draw(canvas, box.x, box.bottom - link.height)


def _key_below(
    canvas: Canvas, box: Box, content: Content, sheet: Sheet, press: Press
) -> None:
    """Put the legend at the left, numbers at the right, and the code below them."""
    k, language = canvas.type, sheet.language
    wide = (box.width - GUTTER * k) / 2
    x = box.x + wide + GUTTER * k
    link = _code(content, wide, canvas, sheet, press)
    for share in SHARES:
        size = SIZE * k * share
        legend = key.items(content.parts, wide, size, language, spare=2)
        told = numbers.items(content, wide, size, language)
        if flow.tall(legend) <= box.height and flow.tall(told) + link.height <= box.height:
            break
    flow.place(canvas, cut(legend, box.height, wide, size, language), box.x, box.y)
    flow.place(canvas, cut(told, box.height - link.height, wide, size, language), x, box.y)
    link.draw(canvas, x, box.bottom - link.height)


def _code(
    content: Content, room: float, canvas: Canvas, sheet: Sheet, press: Press
) -> Item:
    k, address = canvas.type, press.settings.public_address
    return code.item(content, address, min(room, QR * k) if address else room, SIZE * k * 0.9,
                     sheet.language)


def _poured(
    profile: Profile, content: Content, sheet: Sheet, frames: Frames, press: Press
) -> list[list[Item]]:
    """Return the pieces of each column, in letters and lists for which there is room."""
    rooms = [column.height for column in frames.columns]
    for share, limit in TRIED:
        telling = Telling(profile, sheet.language, frames.room, SIZE * sheet.type * share, limit,
                          press.settings.accent, notes=sheet.notes,
                          withheld=content.numbers.withheld)
        items = _told(telling)
        found = flow.poured(items, rooms)
        if found is not None:
            return found
    return _cut(items, rooms, telling)


def _told(telling: Telling) -> list[Item]:
    found: list[Item] = []
    for section in SECTIONS:
        inside = section(telling)
        if inside:
            found += [*([telling.space()] if found else []), *inside]
    return found


def _cut(items: Sequence[Item], rooms: Sequence[float], telling: Telling) -> list[list[Item]]:
    """Fill all columns but the last; that one says how many lines are left out."""
    low, high = 0, len(items)
    while high - low > 1:
        middle = (low + high) // 2
        fits = flow.poured(items[:middle], rooms[:-1]) is not None
        low, high = (middle, high) if fits else (low, middle)
    found = flow.poured(items[:low], rooms[:-1])
    assert found is not None
    return [*found, cut(list(items[low:]), rooms[-1], telling.room, telling.size,
                        telling.language)]
