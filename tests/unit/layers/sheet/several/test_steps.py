"""Months, quarters and years of a window."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from layers.sheet.several.steps import steps


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(("step", "names"), [
    ("year", ["2019", "2020", "2021"]),
    ("quarter", ["2019-q4", "2020-q1", "2020-q2", "2020-q3", "2020-q4", "2021-q1"]),
])
def test_a_window_is_parted_into_calendar_steps(step, names):
    assert [one.name for one in steps(step, day("2019-11-05"), day("2021-02-10"))] == names


def test_steps_are_gapless_and_cut_to_the_window():
    found = steps("month", day("2020-01-15"), day("2020-04-02"))
    assert (found[0].first, found[-1].last) == (day("2020-01-15"), day("2020-04-02"))
    assert all(b.first == a.last + dt.timedelta(1)
               for a, b in pairwise(found))
    assert [one.last for one in found[:2]] == [day("2020-01-31"), day("2020-02-29")]


@pytest.mark.parametrize(("step", "english", "french"), [
    ("year", "2019", "2019"), ("quarter", "Q3 2019", "T3 2019"), ("month", "Jul 2019",
                                                                  "juil. 2019")])
def test_a_step_is_named_in_both_languages(step, english, french):
    one = steps(step, day("2019-07-01"), day("2019-07-02"))[0]
    assert (one.label(step, "en"), one.label(step, "fr")) == (english, french)
