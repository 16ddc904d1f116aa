"""The windows of an export moved on, so that a brief of last month becomes one of this month."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from data.errors import UsageError, wrong_value
from data.i18n import msg
from data.selection import Selection
from layers.exports.export import Export
from layers.exports.many import Compare

DAY = dt.timedelta(days=1)
Window = tuple[dt.date | None, dt.date]
"""First and last day, both included; a first day of None leaves the past open."""
Move = Callable[[Window], Window]


def window_of(export: Export) -> Window | None:
    """Return the window that decides how far an export moves, the later one of a comparison.

    None where it does not end: such an export always reaches to the newest data.
    """
    if isinstance(export.many, Compare):
        return max(export.many.first, export.many.second, key=lambda one: one[1])
    chosen = export.sheet.selection
    return (chosen.date_from, chosen.date_to) if chosen.date_to else None


def whole_months(window: Window) -> bool:
    """Tell whether a window is of whole months, and so moves by months."""
    first, last = window
    return (first is None or first.day == 1) and (last + DAY).day == 1


def by_months(export: Export, months: int) -> Export:
    """Move all windows by calendar months; one of days keeps its length.

    Raises:
        UsageError: the export has no window that ends, or would leave the calendar.
    """
    _require(export)
    return _moved(export, lambda window: _by_months(window, months))


def until(export: Export, day: dt.date) -> Export:
    """Move all windows alike, so that the deciding one ends on a day.

    One of whole months ends with the last month that is over by that day.

    Raises as `by_months`.
    """
    window = _require(export)
    if not whole_months(window) or not _all_whole(export):
        step = day - window[1]
        return _moved(export, lambda one: (one[0] and one[0] + step, one[1] + step))
    end = day if (day + DAY).day == 1 else day.replace(day=1) - DAY
    months = (end.year - window[1].year) * 12 + end.month - window[1].month
    return _moved(export, lambda one: _by_months(one, months))


def whole_until(export: Export, newest: dt.date, today: dt.date) -> Export:
    """Move windows on to the last whole period: by the data's newest day, and before today.

    It never moves them back.
    """
    window = window_of(export)
    if window is None:
        return export
    found = until(export, min(newest, today - DAY))
    there = window_of(found)
    return found if there and there[1] > window[1] else export


def _require(export: Export) -> Window:
    window = window_of(export)
    if window is None:
        raise UsageError(msg("The saved export has no last day, so there is nothing to move: it "
                             "always reaches to the newest data."))
    return window


def _all_whole(export: Export) -> bool:
    many = export.many
    return not isinstance(many, Compare) or all(
        whole_months(one) for one in (many.first, many.second))


def _moved(export: Export, move: Move) -> Export:
    try:
        many = export.many
        if isinstance(many, Compare):
            many = Compare(_closed(move(many.first)), _closed(move(many.second)))
        sheet, classes = export.sheet, export.sheet.classes
        sheet = replace(sheet, selection=_selection(sheet.selection, move),
                        classes=classes and _selection(classes, move))
        return replace(export, many=many, sheet=sheet)
    except (ValueError, OverflowError) as error:
        raise wrong_value("--months", "…", msg("there is no such date")) from error


def _closed(window: Window) -> tuple[dt.date, dt.date]:
    first, last = window
    assert first is not None
    return first, last


def _selection(selection: Selection, move: Move) -> Selection:
    if selection.date_to is None:
        return selection
    first, last = move((selection.date_from, selection.date_to))
    return replace(selection, date_from=first, date_to=last)


def _by_months(window: Window, months: int) -> Window:
    first, last = window
    if whole_months(window):
        return (first and _month(first, months)), _end(_month(last.replace(day=1), months))
    if first is None:
        return None, _month(last, months)
    start = _month(first, months)
    return start, start + (last - first)


def _month(day: dt.date, months: int) -> dt.date:
    """Return the day so many months later, the last of its month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _end(first: dt.date) -> dt.date:
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
