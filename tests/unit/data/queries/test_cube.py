"""The cube in the browser: any window is counted from it without asking again."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.queries.cube import cube
from data.queries.hexes import hexes
from data.queries.stats import totals
from data.selection import Selection

DAYS = st.dates(dt.date(2014, 6, 1), dt.date(2026, 6, 30))
EPOCH = dt.date(1970, 1, 1)


@pytest.fixture(scope="module")
def rows(snapshot):
    return snapshot.rows(cube(Selection(), 5))


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DAYS, DAYS)
def test_a_window_counted_from_the_cube_is_the_windows_query(snapshot, rows, one, other):
    start, end = sorted([one, other])
    first, last = (start - EPOCH).days, (end - EPOCH).days
    window = Selection(date_from=start, date_to=end)
    found: Counter = Counter()
    deaths: Counter = Counter()
    for row in rows:
        if row["start"] <= last and row["end"] >= first:
            found[row["cell"]] += row["n"]
            deaths[row["cell"]] += row["deaths"]
    asked = snapshot.rows(hexes(window, 5))
    assert dict(found) == {r["cell"]: r["incidents"] for r in asked}
    assert {c: d for c, d in deaths.items() if d} == {
        r["cell"]: r["fatalities_best"] for r in asked if r["fatalities_best"]}
    assert sum(found.values()) == snapshot.rows(totals(window))[0]["incidents"]


def test_the_window_of_the_selection_is_left_to_the_cube(snapshot, rows):
    assert snapshot.rows(cube(Selection.of(from_="2019", to="2019"), 5)) == rows


def test_months_hold_what_days_hold(snapshot):
    chosen = Selection.of(kind=["kidnapping"])
    days = snapshot.rows(cube(chosen, 4, "day"))
    months = snapshot.rows(cube(chosen, 4, "month"))
    assert sum(r["n"] for r in days) == sum(r["n"] for r in months)
    assert len(months) < len(days)


def test_coarse_dates_are_counted(snapshot, rows):
    fine = snapshot.rows(totals(Selection(max_date_precision=2)))[0]["incidents"]
    coarse = sum(row["coarse"] for row in rows)
    assert coarse == sum(row["n"] for row in rows) - fine > 0
    assert all(row["coarse"] <= row["n"] for row in rows)


def test_months_are_numbered_from_1970(bring, store):
    bring("date_start,date_end,lat,lon\n1969-12-31,1970-01-01,16,0\n2019-03-31,2019-04-01,16,0\n")
    found = store.require().rows(cube(Selection(), 4, "month"))
    assert [(r["start"], r["end"]) for r in found] == [(-1, 0), (590, 591)]


def test_rows_are_ordered_with_those_apart_last(rows):
    keys = [(r["cell"] is None, r["cell"] or 0, r["start"], r["end"], r["kind"]) for r in rows]
    assert keys == sorted(keys)
