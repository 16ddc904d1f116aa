"""Incidents by month as bars in SVG: read in grey as in colour, by sight and by ear."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np
from markupsafe import escape

from data.i18n import number

WIDTH, HEIGHT = 720, 190
LEFT, RIGHT, TOP, BOTTOM = 40, 8, 10, 26
"""Margins of the bars, for the numbers beside and the years beneath them."""
GAP = 0.18
"""Share of a month's width that is left between bars."""
STEPS = (1, 2, 5)
LINES = 4
"""About so many lines across."""
LEAST_YEAR = 34
"""Units of width that the number of a year needs."""


def svg(
    months: Sequence[tuple[dt.date, int]], language: str, *, title: str, says: str,
    since: dt.date | None = None,
) -> str:
    """Draw a bar for each month; colours are those of the page's style sheet.

    Args:
        months: first days of months, without gaps, and counts.
        language: of numbers.
        title: the figure's name.
        says: what it shows, in a sentence.
        since: bars from this day on are hatched; None for none.

    Returns:
        An `svg` element that scales with its width.
    """
    top = ticks(max((n for _, n in months), default=0))
    wide = (WIDTH - LEFT - RIGHT) / max(1, len(months))
    parts = [_defs(), *_lines(top, language)]
    for i, (first, n) in enumerate(months):
        parts += _year(i, first, wide)
        if n:
            parts.append(_bar(i, n, wide, top[-1], late=since is not None and first >= _of(since)))
    inside = "".join(parts)
    return (f'<svg class="bars" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            f'aria-label="{escape(title)}. {escape(says)}" xmlns="http://www.w3.org/2000/svg">'
            f"<title>{escape(title)}</title><desc>{escape(says)}</desc>{inside}</svg>")


def ticks(most: int) -> list[int]:
    """Return round numbers from 0 to the least one that holds the highest bar."""
    if most <= 1:
        return [0, 1]
    ideal = most / LINES
    scale = 10 ** int(np.floor(np.log10(max(ideal, 1))))
    step = next((s * scale for s in (*STEPS, 10) if s * scale >= ideal), scale)
    return list(range(0, most + step, step))


def _defs() -> str:
    """Hatch the latest bars, so that they are told apart without colour."""
    return ('<defs><pattern id="late" width="4" height="4" patternUnits="userSpaceOnUse" '
            'patternTransform="rotate(45)"><rect class="late-paper" width="4" height="4"/>'
            '<rect class="late-line" width="2" height="4"/></pattern></defs>')


def _lines(top: list[int], language: str) -> list[str]:
    return [f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{number(n, language)}</text>'
            for n in top for y in (_height(n, top[-1]),)]


def _height(n: int, most: int) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - n / most)


def _bar(i: int, n: int, wide: float, most: int, *, late: bool) -> str:
    y = _height(n, most)
    look = ' class="late"' if late else ""
    return (f'<rect{look} x="{LEFT + (i + GAP / 2) * wide:.2f}" y="{y:.1f}" '
            f'width="{wide * (1 - GAP):.2f}" height="{HEIGHT - BOTTOM - y:.1f}"/>')


def _year(i: int, first: dt.date, wide: float) -> list[str]:
    """Mark where a year begins, and name it where there is room: every so many, if not all."""
    if first.month != 1 and i:
        return []
    x = LEFT + i * wide
    every = max(1, int(np.ceil(LEAST_YEAR / (12 * wide))))
    # The first year may be cut short, and the next one's number then needs its room.
    short = first.month > 1 and (13 - first.month) * wide < LEAST_YEAR
    named = first.year % every == 0 and not short
    mark = f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{HEIGHT - BOTTOM}" ' \
           f'y2="{HEIGHT - BOTTOM + 5}"/>'
    text = f'<text x="{x + 3:.1f}" y="{HEIGHT - 8}">{first.year}</text>' if named else ""
    return [mark + text]


def _of(day: dt.date) -> dt.date:
    """Return the first whole month of a spell that begins on a day."""
    return day if day.day == 1 else dt.date(day.year + day.month // 12, day.month % 12 + 1, 1)
