"""The legend of a sheet: what the page's legend says, and how many marks each entry has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from data.i18n import nmsg, number, t
from data.packages.aggregates import LEAST
from layers.legend import Entry
from layers.sheet.canvas import INK, QUIET, Canvas
from layers.sheet.flow import Item, gap
from layers.sheet.furniture.words import heading, paragraph
from layers.sheet.gather import Part
from layers.sheet.handles import sample
from layers.sheet.look import POINTS
from layers.sheet.type import LINE, width, wrapped
from layers.swatch import TALL, WIDE

MARK = "#8a3b12"
"""The ink of what must not be missed: that data is invented."""
SMALL, LARGEST_ALIKE = 7.2, 10.0
"""Points of letters below which symbols shrink with them, and pixels of radius up to which
symbols are of one size, and so may."""
NOTES = (99, 1, 0)
"""How many notes stand under a layer, by how little room there is."""


def items(
    parts: tuple[Part, ...], room: float, size: float, language: str, *, spare: int = 0
) -> list[Item]:
    """Return the legend as pieces of a column.

    Args:
        parts: layers, from the ground up; the topmost is told first.
        room: width of the column, points.
        size: of letters, points.
        language: of the words.
        spare: 0 to 2: how little room there is.
    """
    found = [heading(t(language, "Legend"), room, size * 1.08,
                     at_right=t(language, "in the selection"))]
    for part in reversed(parts):
        found += _section(part, room, size, language, NOTES[spare])
        found.append(gap(size * 0.55))
    return found


def _section(
    part: Part, room: float, size: float, language: str, notes: int
) -> Iterator[Item]:
    legend = part.legend
    yield paragraph(legend.title, room, size, bold=True, keep=True, name="legend-title")
    if legend.leads and legend.notes:
        yield paragraph(legend.notes[0], room, size * 0.9, ink=QUIET, name="legend-note")
    for entry in legend.entries:
        if not entry.live:
            yield _entry(entry, part, room, size, language)
    if legend.apart and part.apart is not None:
        yield _apart(part, room, size, language)
    for sentence in stays(part, language):
        yield paragraph(sentence, room, size * 0.9, name="legend-withheld")
    for sentence in absent(part, language):
        yield paragraph(sentence, room, size * 0.92, ink=INK, name="legend-empty")
    if legend.synthetic:
        yield paragraph(t(language, "Synthetic demonstration data"), room, size * 0.92, ink=MARK,
                        bold=True, name="legend-synthetic")
    rest = legend.notes[1:] if legend.leads else legend.notes
    for note in rest[:notes]:
        yield paragraph(note.replace("`", ""), room, size * 0.86, ink=QUIET, name="legend-note")


def stays(part: Part, language: str) -> Iterator[str]:
    """Say what a licence keeps off the map."""
    if part.withheld:
        yield t(language, "{n} not drawn: the licence of their source forbids passing on "
                "single records.", n=part.withheld)
    if part.left:
        yield nmsg("{count} incident is in no count here: its licence lets it leave only where "
                   "{least} are counted together.",
                   "{count} incidents are in no count here: their licence lets them leave only "
                   "where {least} are counted together.", part.left, least=LEAST).render(language)


def absent(part: Part, language: str) -> Iterator[str]:
    """Say so where nothing of a layer is seen."""
    if not part.drawing and not part.withheld and not part.left:
        yield t(language, "No data in this selection.")
    elif not part.in_view:
        yield t(language, "Nothing of it lies in this view.")


def _entry(entry: Entry, part: Part, room: float, size: float, language: str) -> Item:
    count = number(part.counts.get(entry.key, 0), language) if counts(entry, part) else ""
    return line(entry, room, size, [count] if count else [], shrunk=_shrunk(part, size))


def line(
    entry: Entry, room: float, size: float, told: Sequence[str], *, shrunk: float = 1.0,
    apart: float = 0.0,
) -> Item:
    """Return an entry as a line: its sample, what it means, and numbers at the right.

    Args:
        entry: of a legend.
        room: width of the line, points.
        size: of letters, points.
        told: numbers, the last one at the very right.
        shrunk: how much smaller symbols are drawn.
        apart: from one number's right edge to the next one's, points.
    """
    share = size / 7.2
    wide = WIDE * POINTS * share
    across = 2 * entry.style.radius * POINTS * shrunk if entry.style.form == "symbol" else 0.0
    wide = max(wide, across + 2)
    beside = apart * (len(told) - 1) + width(told[0], size) + size * 0.8 if told else 0.0
    indent = wide + size * 0.7
    lines = wrapped(entry.label, size, room - indent - beside)
    tall = max(len(lines) * LINE * size, across + 2, TALL * POINTS * share) + size * 0.16

    def draw(canvas: Canvas, x: float, y: float) -> None:
        middle = y + tall / 2
        put(canvas, sample(entry.style), (x, middle), (wide, 9.0 * share), shrunk)
        top = middle - len(lines) * LINE * size / 2
        canvas.lines(x + indent, top, lines, size, name="legend-label")
        for i, count in enumerate(reversed(told)):
            canvas.lines(x + room - i * apart, middle - LINE * size / 2, [count], size, ink=QUIET,
                         side="right", name="legend-count")

    return Item(tall, draw)


def _shrunk(part: Part, size: float) -> float:
    """Return how much smaller symbols are in a legend of small letters, where sizes say nothing."""
    radii = [entry.style.radius for entry in part.legend.entries]
    if part.legend.per_root or max(radii, default=0.0) > LARGEST_ALIKE or size >= SMALL:
        return 1.0
    return size / SMALL


def counts(entry: Entry, part: Part) -> bool:
    """Tell whether marks are counted under an entry; some entries only explain."""
    return bool(entry.key) and (
        entry.key in part.counts or entry in part.legend.classes())


def _apart(part: Part, room: float, size: float, language: str) -> Item:
    assert part.legend.apart is not None
    share, count = size / 7.2, number(part.apart or 0, language)
    wide = WIDE * POINTS * share
    indent = wide + size * 0.7
    lines = wrapped(part.legend.apart.label, size, room - indent - width(count, size) - size * 0.8)
    tall = max(len(lines) * LINE * size, TALL * POINTS * share) + size * 0.16

    def draw(canvas: Canvas, x: float, y: float) -> None:
        box = Rectangle((x + wide * 0.16, y + tall / 2 - 3.6 * share), wide * 0.68, 7.2 * share,
                        facecolor="none", edgecolor=QUIET, linewidth=0.7, linestyle=(0, (2, 1.5)))
        canvas.put(box)
        top = y + (tall - len(lines) * LINE * size) / 2
        canvas.lines(x + indent, top, lines, size, name="legend-label")
        canvas.lines(x + room, top, [count], size, ink=QUIET, side="right", name="legend-count")

    return Item(tall, draw)


def put(
    canvas: Canvas, made: Any, at: tuple[float, float], room: tuple[float, float],
    shrunk: float = 1.0,
) -> None:
    """Give a sample its place, `at` its left edge and middle; symbols have a size of their own."""
    (x, y), (wide, tall) = at, room
    if isinstance(made, tuple):
        for one in made:
            put(canvas, one, at, room, shrunk)
    elif isinstance(made, Patch):
        box = Rectangle((x + 1, y - tall / 2), wide - 2, tall)
        box.update_from(made)
        box.set_transform(canvas.axes.transData)
        box.set_hatch_linewidth(made.get_hatch_linewidth())
        canvas.put(box)
    elif isinstance(made, Line2D):
        marked = made.get_linestyle() == "None"
        made.set_markersize(made.get_markersize() * (shrunk if marked else 1.0))
        made.set_data([x + wide / 2] if marked else [x + 1, x + wide - 1],
                      [y] if marked else [y, y])
        if not marked and made.get_marker() not in ("", "None"):
            made.set_markevery([1])
        canvas.axes.add_line(made)
