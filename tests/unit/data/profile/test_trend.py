"""An area against its own past: spells, whole years, months without gaps."""

from __future__ import annotations

import datetime as dt
import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.ground import Ground
from data.profile.area import find
from data.profile.build import build
from data.profile.trend import EPOCH, Days, compare, days_of, years_before
from data.selection import Selection
from tests.support import plain

FIRST, LAST = dt.date(2015, 1, 1), dt.date(2025, 12, 31)
SOME_DAYS = st.dates(FIRST, LAST)


def counted(*days):
    return days_of([{"day": (day - EPOCH).days, "n": 1} for day in sorted(days)])


@given(st.lists(SOME_DAYS, max_size=40), SOME_DAYS)
def test_two_spells_that_meet_hold_what_their_whole_holds(days, cut):
    found = counted(*days)
    before = found.spell(FIRST, cut)
    after = found.spell(cut + dt.timedelta(days=1), LAST + dt.timedelta(days=1))
    assert before.incidents + after.incidents == len(days)
    assert before.incidents == sum(day <= cut for day in days)


@given(SOME_DAYS, st.integers(1, 5))
def test_years_are_whole(day, years):
    earlier = years_before(day, years)
    assert earlier.year == day.year - years
    assert (earlier.month, earlier.day) in ((day.month, day.day), (2, 28))


def test_a_clear_change_is_one_whose_interval_leaves_out_1():
    days = Days(np.array([0, 400]), np.array([10, 100]))
    first, second = (EPOCH, EPOCH + dt.timedelta(days=364)), (
        EPOCH + dt.timedelta(days=365), EPOCH + dt.timedelta(days=729))
    assert compare(days, second, first).change == "more"
    assert compare(days, first, second).change == "fewer"
    assert compare(days, second, second).change == "unclear"
    assert compare(days, second, first).ratio.value == pytest.approx(10)


def test_a_mean_of_years_is_compared_by_the_day(profiled):
    trend = profiled("Gao").trend
    assert trend.years == 5
    assert trend.mean.later == trend.year.later
    assert trend.mean.earlier.last == trend.year.earlier.last
    assert trend.mean.earlier.yearly == pytest.approx(trend.mean.earlier.incidents / 5, rel=0.01)


def test_months_run_on_without_gaps_and_hold_every_dated_incident(profiled):
    found = profiled("Kidal")
    months = [first for first, _ in found.trend.months]
    assert all((b.year * 12 + b.month) - (a.year * 12 + a.month) == 1
               for a, b in itertools.pairwise(months))
    assert sum(n for _, n in found.trend.months) + found.trend.loose == found.happened.incidents


def test_nothing_is_compared_where_records_are_shorter_than_two_years(profiled):
    trend = profiled("Gao", "to=2016-06-30").trend
    assert (trend.year, trend.mean, trend.years) == (None, None, 0)
    assert trend.until == dt.date(2016, 6, 30)


def test_a_window_ends_what_is_counted_and_its_beginning_does_not(profiled):
    whole, cut = profiled("Gao", "to=2020-12-31"), profiled("Gao", "from=2020-06-01&to=2020-12-31")
    assert cut.trend.year == whole.trend.year
    assert cut.happened.incidents < whole.happened.incidents


def test_a_record_known_to_its_year_does_not_stretch_what_is_compared(bring, store):
    monthly = [f"{year}-{month:02}-10" for year in (2017, 2018) for month in range(1, 13)]
    bring(plain(*({"date": date} for date in (*monthly, "2019-03-31", "2019"))))
    snapshot = store.require()
    ground = Ground(snapshot)
    profile = build(find(ground, "ML-7"), Selection(), snapshot, ground)
    assert profile.reporting.gaps.months == 27
    found = profile.trend
    assert (found.until, found.loose) == (dt.date(2019, 3, 31), 1)
    assert found.year.later.incidents == 10
    assert found.months[-1] == (dt.date(2019, 3, 1), 1)


def test_a_source_that_begins_within_what_is_compared_is_named(profiled):
    uneven = profiled("Gao", "to=2020-12-31").trend.uneven
    assert [one.source for one in uneven] == ["Synthetic demonstration B"]
    assert profiled("Gao").trend.uneven == ()
