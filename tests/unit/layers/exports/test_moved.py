"""Windows move by months where they are whole months, by days otherwise."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import UsageError
from data.selection import Selection
from layers.exports import moved
from layers.exports.export import Export
from layers.exports.many import Compare, Series
from layers.sheet.description import Sheet

D = dt.date.fromisoformat


def of(start, end, many=None):
    return Export("pdf", Sheet(Selection(date_from=start and D(start), date_to=end and D(end))),
                  many)


def window(export):
    return tuple(day and day.isoformat() for day in moved.window_of(export))


@pytest.mark.parametrize(("start", "end", "months", "then"), [
    ("2026-01-01", "2026-01-31", 1, ("2026-02-01", "2026-02-28")),
    ("2024-01-01", "2024-01-31", 1, ("2024-02-01", "2024-02-29")),
    ("2025-11-01", "2026-01-31", 3, ("2026-02-01", "2026-04-30")),
    ("2025-01-01", "2025-12-31", 12, ("2026-01-01", "2026-12-31")),
    ("2026-03-01", "2026-03-31", -1, ("2026-02-01", "2026-02-28")),
    ("2026-01-29", "2026-02-11", 1, ("2026-02-28", "2026-03-13")),
    (None, "2026-01-31", 1, (None, "2026-02-28")),
])
def test_by_months(start, end, months, then):
    assert window(moved.by_months(of(start, end), months)) == then


@pytest.mark.parametrize(("start", "end", "day", "then"), [
    ("2026-01-01", "2026-01-31", "2026-03-31", ("2026-03-01", "2026-03-31")),
    ("2026-01-01", "2026-01-31", "2026-03-30", ("2026-02-01", "2026-02-28")),
    ("2026-01-05", "2026-01-11", "2026-01-18", ("2026-01-12", "2026-01-18")),
])
def test_until_a_day(start, end, day, then):
    assert window(moved.until(of(start, end), D(day))) == then


@pytest.mark.parametrize(("newest", "today", "then"), [
    ("2026-03-10", "2026-06-01", "2026-02-28"), ("2026-03-31", "2026-06-01", "2026-03-31"),
    ("2026-06-30", "2026-03-15", "2026-02-28"), ("2025-06-30", "2026-03-15", "2026-01-31"),
])
def test_by_itself_it_ends_with_the_last_whole_month_and_never_goes_back(newest, today, then):
    export = moved.whole_until(of("2026-01-01", "2026-01-31"), D(newest), D(today))
    assert window(export)[1] == then


def test_a_window_of_days_ends_with_yesterday_at_the_latest():
    week = of("2026-01-05", "2026-01-11")
    assert window(moved.whole_until(week, D("2026-06-30"), D("2026-02-01"))) == (
        "2026-01-25", "2026-01-31")


def test_both_windows_of_a_comparison_move_alike():
    export = of(None, None, Compare((D("2024-01-01"), D("2024-03-31")),
                                    (D("2025-01-01"), D("2025-03-31"))))
    many = moved.until(export, D("2025-07-02")).many
    assert many == Compare((D("2024-04-01"), D("2024-06-30")), (D("2025-04-01"), D("2025-06-30")))


def test_a_series_moves_with_its_selection_and_its_classes():
    export = of("2025-01-01", "2025-12-31", Series("month"))
    export = replace(export, sheet=replace(export.sheet, classes=export.sheet.selection))
    after = moved.by_months(export, 1)
    assert window(after) == ("2025-02-01", "2026-01-31") and after.many == Series("month")
    assert after.sheet.classes == after.sheet.selection


def test_without_a_last_day_nothing_moves():
    export = of("2025-01-01", None)
    assert moved.whole_until(export, D("2026-01-01"), D("2026-01-01")) is export
    with pytest.raises(UsageError, match="no last day"):
        moved.by_months(export, 1)


def test_a_date_beyond_the_calendar_is_refused():
    with pytest.raises(UsageError, match="no such date"):
        moved.by_months(of("2026-01-01", "2026-01-31"), 12 * 9000)


@given(st.dates(D("1990-01-01"), D("2030-01-01")), st.integers(0, 60), st.integers(1, 40))
def test_a_window_of_whole_months_stays_one_and_comes_back(start, length, months):
    first = start.replace(day=1)
    export = moved.by_months(of(first.isoformat(), moved._end(first).isoformat()), 0)
    export = replace(export, sheet=export.sheet.of(replace(
        export.sheet.selection, date_to=moved._end(moved._month(first, length)))))
    after = moved.by_months(export, months)
    assert moved.whole_months(moved.window_of(after))
    assert moved.by_months(after, -months) == export
