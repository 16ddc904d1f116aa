"""The windows of an animation's frames, on the same grid of time as the page's clock."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from data.errors import wrong_value
from data.i18n import day, month, msg, quarter
from layers.exports.clock import Clock, Step

MOST = 300
"""Frames; a longer film is too large to send, and nobody watches it to its end."""
MONTHS: dict[Step, int] = {"month": 1, "quarter": 3, "year": 12}
DAYS: dict[Step, int] = {"day": 1, "week": 7}
MONDAY = dt.date(1970, 1, 5)


@dataclass(frozen=True)
class Window:
    """What one frame shows: first and last day, both included."""

    first: dt.date
    last: dt.date


def windows(clock: Clock, first: dt.date, last: dt.date) -> list[Window]:
    """Return the window of each frame from a first day to a last.

    A moving window is full from the first frame on, where time is long enough for one.

    Raises:
        UsageError: there would be too many frames.
    """
    low, high = number(first, clock.step), number(last, clock.step)
    begin = low if clock.mode == "growing" else min(high, low + clock.length - 1)
    if high - begin + 1 > MOST:
        raise wrong_value("--step", clock.step, msg(
            "that is {count} frames, and {most} are the most: take a longer step, or a shorter "
            "time by --from and --to", count=high - begin + 1, most=MOST))
    back = 0 if clock.mode == "growing" else clock.length - 1
    return [Window(first if clock.mode == "growing" else max(first, starts(at - back, clock.step)),
                   min(last, starts(at + 1, clock.step) - dt.timedelta(1)))
            for at in range(begin, high + 1)]


def number(when: dt.date, step: Step) -> int:
    """Number the steps of time; weeks begin on Monday."""
    if step in DAYS:
        return (when - MONDAY).days // DAYS[step]
    return (when.year * 12 + when.month - 1) // MONTHS[step]


def starts(at: int, step: Step) -> dt.date:
    """Return the first day of a step by its number."""
    if step in DAYS:
        return MONDAY + dt.timedelta(at * DAYS[step])
    months = at * MONTHS[step]
    return dt.date(months // 12, months % 12 + 1, 1)


def length(clock: Clock, first: dt.date, last: dt.date) -> tuple[int, int | None]:
    """Return what classes are made for: months that a window touches, and its days if not whole.

    Of a growing window they hold for the longest.
    """
    if clock.mode == "growing":
        return (last.year - first.year) * 12 + last.month - first.month + 1, None
    if clock.step in DAYS:
        days = DAYS[clock.step] * clock.length
        return 1 + (days - 1) // 31, days
    return MONTHS[clock.step] * clock.length, None


def overlapping(clock: Clock) -> bool:
    """Tell whether a day lies in the windows of several frames."""
    return clock.mode == "growing" or clock.length > 1


def label(window: Window, language: str) -> str:
    """Say a window in the largest words that it fills: a year, quarters, months, or days."""
    first, last = window.first, window.last
    return (_year(first, last) or _quarter(first, last, language)
            or _months(first, last, language) or _days(first, last, language))


def _year(first: dt.date, last: dt.date) -> str:
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return ""
    return str(first.year) if first.year == last.year else f"{first.year} – {last.year}"


def _quarter(first: dt.date, last: dt.date, language: str) -> str:
    one = first.month % 3 == 1 and number(first, "quarter") == number(last, "quarter")
    return quarter(first, language) if one and _full(first, last) and last.month % 3 == 0 else ""


def _months(first: dt.date, last: dt.date, language: str) -> str:
    if not _full(first, last):
        return ""
    said = month(first, language), month(last, language)
    return said[0] if said[0] == said[1] else f"{said[0]} – {said[1]}"


def _days(first: dt.date, last: dt.date, language: str) -> str:
    said = day(first, language), day(last, language)
    return said[0] if first == last else f"{said[0]} – {said[1]}"


def _full(first: dt.date, last: dt.date) -> bool:
    return first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
