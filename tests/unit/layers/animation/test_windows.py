"""The windows of frames: on the page's grid of time, within the time asked for."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import UsageError
from layers.animation.windows import MOST, Window, label, length, number, starts, windows
from layers.exports.clock import Clock

DAY = dt.timedelta(1)
STEPS = ["day", "week", "month", "quarter", "year"]


def days(text):
    return tuple(dt.date.fromisoformat(part) for part in text.split(".."))


@pytest.mark.parametrize(("clock", "told"), [
    (Clock("moving", "year"), ["2019-01-01..2019-12-31", "2020-01-01..2020-12-31"]),
    (Clock("moving", "year", 2), ["2019-01-01..2020-12-31"]),
    (Clock("growing", "year"), ["2019-01-01..2019-12-31", "2019-01-01..2020-12-31"]),
    (Clock("moving", "year", 9), ["2019-01-01..2020-12-31"])])
def test_windows_move_or_grow(clock, told):
    found = windows(clock, *days("2019-01-01..2020-12-31"))
    assert [(one.first, one.last) for one in found] == [days(text) for text in told]


def test_windows_keep_within_the_time_asked_for():
    found = windows(Clock("moving", "month", 2), *days("2019-01-20..2019-04-10"))
    assert [(one.first.isoformat(), one.last.isoformat()) for one in found] == [
        ("2019-01-20", "2019-02-28"), ("2019-02-01", "2019-03-31"), ("2019-03-01", "2019-04-10")]


def test_weeks_begin_on_monday():
    (first, *_) = windows(Clock("moving", "week"), *days("2026-03-02..2026-03-20"))
    assert (first.first.weekday(), first.last.weekday()) == (0, 6)


@given(st.dates(dt.date(1971, 1, 1), dt.date(2100, 1, 1)), st.sampled_from(STEPS))
def test_every_day_lies_in_its_step(day, step):
    at = number(day, step)
    assert starts(at, step) <= day < starts(at + 1, step)
    assert number(starts(at, step), step) == at


@given(st.dates(dt.date(1990, 1, 1), dt.date(1990, 12, 1)), st.integers(0, 200),
       st.sampled_from(STEPS), st.integers(1, 5), st.sampled_from(["moving", "growing"]))
def test_frames_leave_out_no_day_and_go_on_by_one_step(first, more, step, long, mode):
    last = first + more * DAY
    found = windows(Clock(mode, step, long), first, last)
    assert found[0].first == first and found[-1].last == last
    for before, after in pairwise(found):
        assert number(after.last, step) == number(before.last, step) + 1
        assert before.first <= after.first <= before.last + DAY


def test_too_many_frames_are_refused_with_a_way_out():
    with pytest.raises(UsageError, match=f"{MOST}.*longer step"):
        windows(Clock("moving", "day"), *days("2010-01-01..2020-12-31"))


@pytest.mark.parametrize(("clock", "told"), [
    (Clock("moving", "month", 3), (3, None)), (Clock("moving", "quarter", 2), (6, None)),
    (Clock("moving", "week", 2), (1, 14)), (Clock("moving", "day", 40), (2, 40)),
    (Clock("growing", "day"), (24, None))])
def test_classes_are_made_for_the_length_of_a_window(clock, told):
    assert length(clock, *days("2019-01-01..2020-12-31")) == told


@pytest.mark.parametrize(("window", "english", "french"), [
    ("2019-01-01..2019-12-31", "2019", "2019"),
    ("2019-01-01..2020-12-31", "2019 – 2020", "2019 – 2020"),
    ("2019-04-01..2019-06-30", "Q2 2019", "T2 2019"),
    ("2019-03-01..2019-03-31", "Mar 2019", "mars 2019"),
    ("2019-03-01..2019-04-30", "Mar 2019 – Apr 2019", "mars 2019 – avr. 2019"),
    ("2019-03-04..2019-03-10", "4 Mar 2019 – 10 Mar 2019", "4 mars 2019 – 10 mars 2019"),
    ("2019-03-04..2019-03-04", "4 Mar 2019", "4 mars 2019")])
def test_a_window_is_said_in_the_largest_words_that_it_fills(window, english, french):
    assert label(Window(*days(window)), "en") == english
    assert label(Window(*days(window)), "fr") == french
