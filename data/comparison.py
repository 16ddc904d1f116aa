"""Two sides that are compared: what each holds, and in which window of time.

Side B has the window of the clock; side A's follows from it by a rule, or is given in dates.
Either side may narrow the page's selection in a few fields, written as in a link.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from urllib.parse import parse_qs

from data.errors import AtlasError
from data.i18n import Message
from data.selection import Selection, first_day, last_day

Days = tuple[dt.date, dt.date]
"""First and last day, both included."""

BEFORE, YEAR, SAME = "before", "year", "same"
RULES = (BEFORE, YEAR, SAME)
OWN_FIELDS = frozenset({"kind", "source", "country", "admin1"})
"""What a side may say of its own."""
YEAR_DAYS = 365.25


@dataclass(frozen=True)
class Side:
    """One side of a comparison.

    Attributes:
        selection: its filter; the window is apart.
        days: its window.
    """

    selection: Selection
    days: Days

    @property
    def length(self) -> int:
        """Days in the window."""
        return (self.days[1] - self.days[0]).days + 1

    def within(self) -> Selection:
        """Return the selection in the window."""
        return replace(self.selection, date_from=self.days[0], date_to=self.days[1])


def narrowed(selection: Selection, own: str) -> Selection:
    """Put a side's own fields in the place of the page's; the window is left open.

    Raises:
        UsageError: a value that is not understood.
    """
    given = {name: values for name, values in parse_qs(own).items() if name in OWN_FIELDS}
    mine = Selection.from_arguments(given)
    open_ended = selection.anytime()
    if mine.countries or mine.admin1:
        open_ended = replace(open_ended, countries=mine.countries, admin1=mine.admin1,
                             units=None, picked=())
    return replace(open_ended, kinds=mine.kinds or open_ended.kinds,
                   sources=mine.sources or open_ended.sources)


def own_faults(own: str) -> Message | None:
    """Return what is wrong with a side's own fields, None where they can be read."""
    try:
        narrowed(Selection(), own)
    except AtlasError as error:
        return error.message
    return None


def other_places(a: Selection, b: Selection) -> bool:
    """Tell whether two sides are about different places, so that no hexagon is of both."""
    return (a.countries, a.admin1, a.picked) != (b.countries, b.admin1, b.picked)


def against(rule: str, days: Days) -> Days:
    """Return side A's window for side B's.

    `before` is as long and ends the day before: whole months stay whole months. `year` has the
    same months a year earlier. `same` is the same. Anything else is a first and a last day.
    """
    if rule == SAME:
        return days
    if rule == BEFORE:
        return _before(days)
    if rule == YEAR:
        return _months_on(days[0], -12), _end(days[1], _months_on(days[1], -12))
    return dates(rule)


def dates(text: str) -> Days:
    """Read `2019-01-01,2019-12-31`, or months or years in the place of days.

    Raises:
        UsageError: it is no window of time.
    """
    first, _, last = text.partition(",")
    window = first_day(first, "when"), last_day(last or first, "when")
    Selection(date_from=window[0], date_to=window[1])
    return window


def rule_faults(text: str) -> Message | None:
    """Return what is wrong with a rule, None where it is one."""
    if text in RULES:
        return None
    try:
        dates(text)
    except AtlasError as error:
        return error.message
    return None


def whole_months(days: Days) -> bool:
    """Tell whether a window begins and ends with a month."""
    return days[0].day == 1 and days[1].day == _length(days[1])


def _before(days: Days) -> Days:
    last = days[0] - dt.timedelta(days=1)
    if not whole_months(days):
        return last - (days[1] - days[0]), last
    months = (days[1].year - days[0].year) * 12 + days[1].month - days[0].month + 1
    return _months_on(days[0], -months), last


def _months_on(day: dt.date, months: int) -> dt.date:
    """Move a day by months; the last days of a long month become the last of a short one."""
    at = day.year * 12 + day.month - 1 + months
    first = dt.date(at // 12, at % 12 + 1, 1)
    return first.replace(day=min(day.day, _length(first)))


def _end(day: dt.date, moved: dt.date) -> dt.date:
    """Keep the end of a month the end of a month."""
    return moved.replace(day=_length(moved)) if day.day == _length(day) else moved


def _length(day: dt.date) -> int:
    return calendar.monthrange(day.year, day.month)[1]
