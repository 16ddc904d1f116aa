"""Windows that are compared, and what a side says of its own."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.comparison import (
    Side,
    against,
    narrowed,
    other_places,
    own_faults,
    rule_faults,
    whole_months,
)
from data.errors import UsageError
from data.selection import Selection

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1))


def window(text):
    first, last = text.split(",")
    return dt.date.fromisoformat(first), dt.date.fromisoformat(last)


@pytest.mark.parametrize(("rule", "days", "found"), [
    ("before", "2020-01-01,2020-12-31", "2019-01-01,2019-12-31"),
    ("before", "2020-03-01,2020-03-31", "2020-02-01,2020-02-29"),
    ("before", "2020-03-05,2020-03-10", "2020-02-28,2020-03-04"),
    ("year", "2020-02-01,2020-02-29", "2019-02-01,2019-02-28"),
    ("year", "2021-02-01,2021-02-28", "2020-02-01,2020-02-29"),
    ("year", "2020-05-03,2020-06-09", "2019-05-03,2019-06-09"),
    ("same", "2020-05-03,2020-06-09", "2020-05-03,2020-06-09"),
    ("2018,2018-03", "2020-05-03,2020-06-09", "2018-01-01,2018-03-31"),
])
def test_the_first_window_follows_from_the_second(rule, days, found):
    assert against(rule, window(days)) == window(found)


@given(DAYS, st.integers(0, 800))
def test_the_window_before_touches_and_is_as_long(first, more):
    days = first, first + dt.timedelta(days=more)
    before = against("before", days)
    assert before[1] + dt.timedelta(days=1) == days[0]
    assert whole_months(days) == whole_months(before) or not whole_months(days)
    if not whole_months(days):
        assert before[1] - before[0] == days[1] - days[0]


@pytest.mark.parametrize("text", ["", "yesterday", "2020-13", "2021,2020", "2020-02-30,2020-03"])
def test_what_is_no_rule_is_said(text):
    assert rule_faults(text).render("en")


def test_a_side_puts_its_own_in_the_place_of_the_pages():
    page = Selection.from_query("kind=kidnapping&country=ML&text=gold&from=2019&to=2020")
    side = narrowed(page, "kind=cattle_theft&source=Here")
    assert side.text == "gold" and side.countries == ("ML",) and side.sources == ("Here",)
    assert side.kinds == Selection.from_query("kind=cattle_theft").kinds
    assert side.date_from is None and side.date_to is None


def test_a_place_of_its_own_takes_the_place_of_the_pages():
    page = Selection.from_query("country=ML&admin1=Gao")
    side = narrowed(page, "admin1=Mopti")
    assert side.admin1 == ("Mopti",) and side.countries == ()
    assert other_places(side, page) and not other_places(page, narrowed(page, "kind=kidnapping"))


def test_fields_that_a_side_has_not_are_left_alone_and_faults_are_said():
    assert narrowed(Selection(), "text=x&bbox=1") == Selection()
    assert own_faults("kind=kidnapping") is None
    assert "nonsense" in own_faults("kind=nonsense").render("en")
    with pytest.raises(UsageError):
        narrowed(Selection(), "kind=nonsense")


def test_a_side_knows_its_days():
    side = Side(Selection(), window("2020-02-01,2020-02-29"))
    assert side.length == 29
    assert side.within().date_to == dt.date(2020, 2, 29)
