"""The small chart: how incidents went with time, or which kinds they are."""

from __future__ import annotations

import math
from dataclasses import dataclass

from data import taxonomy
from data.i18n import Message, amount, msg, nmsg, number, t
from data.packages.aggregates import LEAST
from layers.palette import GROUP_COLOURS
from layers.sheet.canvas import QUIET, RULE, Box, Canvas
from layers.sheet.flow import Item
from layers.sheet.furniture.words import counted, heading, paragraph
from layers.sheet.gather import ChartRow
from layers.sheet.type import shortened, width

TALL = 46.0
YEARLY, QUARTERLY = 120, 48
"""Months from which bars are years, and quarters."""
KINDS = 6
UNKNOWN = -1


@dataclass(frozen=True)
class Bars:
    """Bars of equal spans of time: their numbers, the first one's place, months in each."""

    counts: tuple[int, ...]
    first: int
    months: int

    @property
    def title(self) -> Message:
        """Say what a bar is."""
        return {1: msg("Incidents by month"), 3: msg("Incidents by quarter"),
                12: msg("Incidents by year")}[self.months]


def items(
    rows: tuple[ChartRow, ...], kind: str, room: float, size: float, *, language: str, accent: str,
    left: int = 0,
) -> list[Item]:
    """Return the chart as pieces of a column; nothing where there is nothing to count.

    `left` incidents are in no bar, since too few are alike of what leaves in counts only.
    """
    if not rows:
        return []
    note = paragraph(too_few(left).render(language), room, size * 0.86, ink=QUIET)
    below = [note] if left else []
    if kind == "kinds":
        return [*_kinds(rows, room, size, language), *below]
    bars = trend(rows)
    if bars is None:
        return []
    found = [heading(bars.title.render(language), room, size * 1.08),
             _bars(bars, room, size, language, accent)]
    unknown = sum(n for key, n in rows if key is None)
    if unknown:
        found.append(paragraph(unknown_months(unknown).render(language), room, size * 0.86,
                               ink=QUIET))
    return [*found, *below]


def too_few(count: int) -> Message:
    """Say how many incidents no bar holds, since not enough of them are alike."""
    return nmsg("{count} incident is in no bar: fewer than {least} are alike that leave in counts "
                "only.",
                "{count} incidents are in no bar: fewer than {least} are alike that leave in "
                "counts only.", count, least=LEAST)


def unknown_months(count: int) -> Message:
    """Say how many incidents no bar holds."""
    return nmsg("{count} incident of which the month is not known is left out.",
                "{count} incidents of which the month is not known are left out.", count)


def trend(rows: tuple[ChartRow, ...]) -> Bars | None:
    """Add months, numbered from January 1970, to bars of one length; None without any."""
    known = {int(key): n for key, n in rows if key is not None}
    if not known:
        return None
    span = max(known) - min(known) + 1
    months = 12 if span > YEARLY else 3 if span > QUARTERLY else 1
    first, last = min(known) // months, max(known) // months
    counts = [0] * (last - first + 1)
    for month, n in known.items():
        counts[month // months - first] += n
    return Bars(tuple(counts), first, months)


def _bars(bars: Bars, room: float, size: float, language: str, accent: str) -> Item:
    top, k = max(bars.counts), size / 7.2
    nice = _nice(top)
    said = number(nice, language)
    indent, tall = width(said, size * 0.8) + 4 * k, TALL * k

    def draw(canvas: Canvas, x: float, y: float) -> None:
        left, base, wide = x + indent, y + 5 * k + tall, room - indent
        for share in (0.0, 0.5, 1.0):
            level = base - share * tall
            canvas.rule([(left, level), (x + room, level)], RULE, 0.4)
        for share, label in ((0.0, "0"), (1.0, said)):
            canvas.text(left - 3 * k, base - share * tall + size * 0.28, label, size * 0.8,
                        ink=QUIET, side="right", name="chart")
        step = wide / len(bars.counts)
        for i, count in enumerate(bars.counts):
            high = count / nice * tall
            canvas.block(Box(left + (i + 0.12) * step, base - high, step * 0.76, high), accent,
                         gid="sheet/bar")
        _years(canvas, bars, (left, base, wide), size)

    return Item(tall + 5 * k + size * 1.9, draw)


def _years(
    canvas: Canvas, bars: Bars, place: tuple[float, float, float], size: float
) -> None:
    """Write years under their first bar, as many as there is room for."""
    left, base, wide = place
    step, label = wide / len(bars.counts), width("2000", size * 0.8)
    firsts = [i for i in range(len(bars.counts)) if (bars.first + i) * bars.months % 12 == 0]
    each = 12 // bars.months * step
    skip = max(1, math.ceil((label + 9) / each))
    starts = firsts or [0]
    for i in starts:
        year = 1970 + (bars.first + i) * bars.months // 12
        if firsts and year % skip:
            continue
        at = left + i * step
        canvas.rule([(at, base), (at, base + 2)], QUIET, 0.5)
        middle = at + (step / 2 if bars.months == 12 else 0)
        middle = min(max(middle, left + label / 2 - 2), left + wide - label / 2)
        canvas.text(middle, base + size * 1.15, str(year), size * 0.8, ink=QUIET, side="center",
                    name="chart")


def _nice(top: float) -> int:
    """Return a round number from `top` on that halves well."""
    power = 10 ** math.floor(math.log10(max(top, 1)))
    return next(int(one * power) for one in (1, 2, 4, 5, 6, 8, 10) if one * power >= top)


def _kinds(
    rows: tuple[ChartRow, ...], room: float, size: float, language: str
) -> list[Item]:
    named = [(key, n) for key, n in rows if key is not None]
    total, most = sum(n for _, n in rows), max(n for _, n in rows)
    found = [heading(t(language, "Incidents by kind"), room, size * 1.08)]
    for key, n in named[:KINDS]:
        kind = taxonomy.BY_ID[key]
        colour = GROUP_COLOURS[kind.group][0]
        found.append(bar(kind.label(language), (n, most), room, size,
                          language=language, colour=colour))
    rest = total - sum(n for _, n in named[:KINDS])
    if rest:
        found.append(counted(t(language, "others"), amount(rest, language), room, size * 0.92))
    return found


def bar(
    said: str, share: tuple[int, int], room: float, size: float, *, language: str, colour: str
) -> Item:
    """Return words and a number over a bar as long as its share: the number and the most."""
    n, most = share
    count = number(n, language)
    (line,) = shortened(said, size * 0.92, room - width(count, size) - size, 1)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.lines(x, y, [line], size * 0.92, name="chart")
        canvas.lines(x + room, y, [count], size * 0.92, bold=True, side="right", name="chart")
        canvas.block(Box(x, y + size * 1.35, room * n / most, size * 0.34), colour,
                     gid="sheet/bar")

    return Item(size * 2.0, draw)
