"""A sheet drawn from its description: the map, and everything around it, each in its place."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.figure import Figure

from data.settings import Settings
from layers.sheet import flow, mapping
from layers.sheet.canvas import RULE, Box, Canvas
from layers.sheet.description import Sheet
from layers.sheet.fitting import Frame, frame
from layers.sheet.furniture import foot, heading, locator, strip
from layers.sheet.furniture.foot import About
from layers.sheet.gather import Content, gathered, seen
from layers.sheet.mapped import MapAxes
from layers.sheet.panel import Panel, below, beside, beside_twice
from layers.sheet.press import Press

MARGIN, EDGE, GUTTER = 22.0, 9.0, 12.0
"""Points of A4: around the page; left of the map, for labels; and between columns."""
SIDE, LEAST_SIDE = 0.225, 150.0
"""Width of the column beside the map: of the page's, and at least so many points of A4."""
NARROWER = 0.86
"""Width of each of two columns, as a share of that of a single one."""
ABOVE_FOOT = 12.0
"""Points of A4 between the foot and what stands above it."""
SPARE = 12.0
"""Points of A4 that sheets divided alike have for a line that only some of them need."""
FOOT, PANEL = 0.27, 0.4
"""The most of the page's height that the foot, and the panel below the map, take."""


@dataclass(frozen=True, eq=False)
class Places:
    """Where the parts of a page stand."""

    map: Box
    panel: tuple[Panel, list[float], float]
    foot: tuple[list[list[flow.Item]], float]


@dataclass(frozen=True)
class Layout:
    """How a page is divided, for sheets that are to be divided alike.

    Attributes:
        top: where the map begins, points from the page's upper edge.
        panel: the most that the panel may be tall, points, where it stands below the map.
        foot: from the top of the foot to the page's lower edge, points.
        twice: whether the panel beside the map has two columns.
    """

    top: float
    panel: float
    foot: float
    twice: bool


def laid_out(sheet: Sheet, press: Press) -> Layout:
    """Return how a sheet would be divided by itself."""
    canvas, _, where, top = _arranged(sheet, press, [], None)
    panel, _, start = where.panel
    spare = SPARE * canvas.type
    return Layout(top, panel.height + spare, canvas.height - where.foot[1] + spare,
                  twice=start == top and len(panel.columns) > 1)


def compose(sheet: Sheet, press: Press, layout: Layout | None = None) -> Figure:
    """Draw a sheet, ready for `save`; divided as `layout` says, or as its content needs.

    Raises:
        UsageError: an option of a layer names what there is not.
    """
    made: list[MapAxes] = []
    canvas, (shown, content), where, _ = _arranged(sheet, press, made, layout)
    made.append(mapping.draw(canvas, where.map, shown, content, sheet))
    panel, xs, y = where.panel
    for column, x in zip(panel.columns, xs, strict=True):
        flow.place(canvas, column, x, y)
    draw_foot(canvas, *where.foot, press.settings)
    return canvas.figure


def _arranged(
    sheet: Sheet, press: Press, made: list[MapAxes], layout: Layout | None
) -> tuple[Canvas, tuple[Frame, Content], Places, float]:
    """Draw the heading, and find what the map shows and where everything stands."""
    canvas = Canvas(*sheet.size, sheet.type)
    canvas.figure.set_label(sheet.title or "")
    width, height = sheet.size
    shown = frame(sheet, press, width * 0.68, height * (0.45 if sheet.portrait else 0.6))
    content = gathered(sheet, press, shown)
    canvas.figure.set_label(content.title)
    top = heading.draw(canvas, content, press.settings, MARGIN * canvas.type)
    top = max(top, layout.top) if layout else top
    for _ in range(2):
        about = About(sheet, content, press.settings, locator.tells(shown))
        where = _places(canvas, about, top, made, layout)
        shown = frame(sheet, press, where.map.width, where.map.height)
        before, content = content, seen(content, sheet, shown)
        if before.in_view == content.in_view:
            break
    about = About(sheet, content, press.settings, about.inset)
    return canvas, (shown, content), _places(canvas, about, top, made, layout), top


def _places(
    canvas: Canvas, about: About, top: float, made: list[MapAxes], layout: Layout | None
) -> Places:
    k, standing = canvas.type, about.sheet.portrait and canvas.height > canvas.width
    margin, gutter = MARGIN * k, GUTTER * k
    inner = canvas.width - 2 * margin
    foot_columns, foot_top = footed(canvas, about, layout.foot if layout else 0.0)
    bottom = foot_top - ABOVE_FOOT * k
    under = strip.height(canvas) + 9 * k
    left = margin + EDGE * k
    if standing:
        room = (inner - 2 * gutter) / 3
        most = layout.panel if layout else canvas.height * PANEL
        panel = below(about, lambda: made[0], room, most)
        start = bottom - (layout.panel if layout else panel.height)
        box = Box(left, top, canvas.width - margin - left, start - 6 * k - under - top)
        xs = [margin + i * (room + gutter) for i in range(3)]
        return Places(box, (panel, xs, start), (foot_columns, foot_top))
    side = max(SIDE * canvas.width, LEAST_SIDE * k)
    panel, xs = beside(about, lambda: made[0], side, bottom - top), [canvas.width - margin - side]
    if panel.cut or (layout and layout.twice):
        side *= NARROWER
        panel = beside_twice(about, lambda: made[0], side, bottom - top)
        xs = [canvas.width - margin - 2 * side - gutter, canvas.width - margin - side]
    box = Box(left, top, xs[0] - gutter - left, bottom - under - top)
    return Places(box, (panel, xs, top), (foot_columns, foot_top))


def footed(
    canvas: Canvas, about: About, least: float = 0.0
) -> tuple[list[list[flow.Item]], float]:
    """Return the foot in columns, and where it begins: at least so far from the lower edge."""
    k, (count, room) = canvas.type, _foot_columns(canvas)
    columns, tall = foot.columns(about, room, count, canvas.height * FOOT)
    marked = 12 * k if about.settings.marking else 0.0
    return columns, canvas.height - max(MARGIN * k + marked + tall, least)


def draw_foot(
    canvas: Canvas, columns: list[list[flow.Item]], top: float, settings: Settings
) -> None:
    """Draw a foot from its top edge on, under a fine line; and the marking beneath it."""
    k, (_, room) = canvas.type, _foot_columns(canvas)
    margin = MARGIN * k
    canvas.rule([(margin, top - 6 * k), (canvas.width - margin, top - 6 * k)], RULE, 0.6)
    for i, column in enumerate(columns):
        flow.place(canvas, column, margin + i * (room + GUTTER * k), top)
    if settings.marking:
        heading.foot_marking(canvas, settings.marking)


def _foot_columns(canvas: Canvas) -> tuple[int, float]:
    """Return how many columns the foot has, and how wide each is, points."""
    k = canvas.type
    inner = canvas.width - 2 * MARGIN * k
    count = 2 if inner < 520 * k else 3
    return count, (inner - (count - 1) * GUTTER * k) / count
