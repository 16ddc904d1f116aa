"""Time beneath the map: bars of all incidents, and the window of a frame among them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from data.i18n import clauses, nmsg, number
from data.queries import charts
from layers.animation.windows import Window, label, starts
from layers.sheet.canvas import INK, QUIET, Box, Canvas
from layers.sheet.description import Sheet
from layers.sheet.furniture.numbers import told
from layers.sheet.gather import Content
from layers.sheet.press import Press
from layers.sheet.type import width

HEIGHT = 50.0
"""Points of A4 of the whole band."""
WORDS, BARS = 17.0, 22.0
SAID, SMALL = 12.0, 6.6
EPOCH = 1970 * 12
GREY = "#c8c3b8"


@dataclass(frozen=True)
class Bars:
    """Incidents by month: where each begins and ends as a share of the time, and their number."""

    reach: Window
    spans: tuple[tuple[dt.date, dt.date], ...]
    counts: tuple[int, ...]

    def share(self, day: dt.date) -> float:
        """Return how far along the time a day begins, 0 to 1."""
        whole = (self.reach.last - self.reach.first).days + 1
        return min(1.0, max(0.0, (day - self.reach.first).days / whole))


def counted(sheet: Sheet, reach: Window, press: Press) -> Bars:
    """Count incidents by the month in which they began, where that is known."""
    dimension = replace(charts.BY_NAME["trend"], own={})
    rows = press.charted(dimension, sheet.selection)
    known = {EPOCH + int(row["key"]): int(row["incidents"]) for row in rows
             if row["part"] == charts.SHOWN}
    low, high = (day.year * 12 + day.month - 1 for day in (reach.first, reach.last))
    months = [month for month in sorted(known) if low <= month <= high]
    return Bars(reach, tuple((starts(month, "month"), starts(month + 1, "month"))
                             for month in months), tuple(known[month] for month in months))


def draw_still(canvas: Canvas, box: Box, bars: Bars) -> None:
    """Draw what stays: the base line, and the years."""
    k, base = canvas.type, box.y + (WORDS + BARS) * canvas.type
    canvas.rule([(box.x, base), (box.right, base)], QUIET, 0.5)
    last = -1e9
    for year in range(bars.reach.first.year, bars.reach.last.year + 1):
        at = box.x + bars.share(dt.date(year, 1, 1)) * box.width
        said = str(year)
        wide = width(said, SMALL * k)
        if at < last or at + wide > box.right:
            continue
        canvas.rule([(at, base), (at, base + 2.5 * k)], QUIET, 0.5)
        canvas.text(at + 1.5 * k, base + SMALL * k * 1.2, said, SMALL * k, ink=QUIET, name="year")
        last = at + wide + 8 * k


def draw_frame(
    canvas: Canvas, box: Box, bars: Bars, window: Window, said: str, *, ink: str, language: str
) -> None:
    """Draw what one frame says: its window in words, its numbers, and its place in time."""
    k = canvas.type
    canvas.text(box.x, box.y + SAID * k, label(window, language), SAID * k, bold=True,
                name="window")
    canvas.text(box.right, box.y + SAID * k, said, SMALL * k, ink=INK, side="right",
                name="numbers")
    _bars(canvas, box, bars, (GREY, ink), window)
    top, tall = box.y + WORDS * k, BARS * k
    left = box.x + bars.share(window.first) * box.width
    right = box.x + bars.share(window.last + dt.timedelta(1)) * box.width
    canvas.block(Box(left, top - 1.5 * k, max(right - left, 1.2 * k), tall + 1.5 * k), ink,
                 alpha=0.14, gid="sheet/window")
    for x in (left, max(right, left + 1.2 * k)):
        canvas.rule([(x, top - 1.5 * k), (x, top + tall)], ink, 1.1 * k)


def numbers(content: Content, language: str) -> str:
    """Say how many incidents a window holds, and where they are."""
    rows = [(nmsg("{count} incident", "{count} incidents", content.numbers.incidents).render(
        language)), *(f"{number(count, language)} {said}"
                      for said, count in told(content, language)[1:-1] if count is not None)]
    return clauses(rows, language)


def _bars(
    canvas: Canvas, box: Box, bars: Bars, inks: tuple[str, str], window: Window
) -> None:
    """Draw the bars of months: those that the window touches in the second ink."""
    most = max(bars.counts, default=1)
    k = canvas.type
    base, tall = box.y + (WORDS + BARS) * k, BARS * k
    for (first, after), count in zip(bars.spans, bars.counts, strict=True):
        touched = first <= window.last and after > window.first
        left, right = (box.x + bars.share(day) * box.width for day in (first, after))
        high = count / most * tall
        gap = min(0.6, (right - left) * 0.15)
        canvas.block(Box(left + gap, base - high, right - left - 2 * gap, high),
                     inks[touched], gid="sheet/bar")
