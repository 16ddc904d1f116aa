"""Bars by month: as high as counts, hatched from a day on, told in words."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from layers.month_bars import svg, ticks

NAME = "{http://www.w3.org/2000/svg}"


def months(counts, year=2020):
    return [(dt.date(year + i // 12, i % 12 + 1, 1), n) for i, n in enumerate(counts)]


def bars(text):
    return [one for one in ET.fromstring(text) if one.tag == NAME + "rect"]


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=150))
def test_bars_are_as_high_as_counts(counts):
    found = bars(svg(months(counts), "en", title="A", says="b"))
    some = [n for n in counts if n]
    assert len(found) == len(some)
    if some:
        heights = [float(one.get("height")) for one in found]
        scale = max(heights) / max(some)
        assert all(abs(height - n * scale) < 0.3 for height, n in zip(heights, some, strict=True))


@given(st.integers(0, 10**6))
def test_lines_are_round_and_the_last_holds_the_highest(most):
    found = ticks(most)
    assert found[0] == 0
    assert found[-1] >= most
    assert 2 <= len(found) <= 8
    assert len({b - a for a, b in itertools.pairwise(found)}) == 1


def test_bars_from_a_day_on_are_hatched_once_their_month_is_whole():
    text = svg(months([1] * 24), "en", title="A", says="b", since=dt.date(2020, 12, 31))
    assert [one.get("class") for one in bars(text)] == [None] * 12 + ["late"] * 12


def test_what_it_shows_is_said_and_escaped():
    text = svg(months([1]), "en", title="A <b>", says="most & least")
    read = ET.fromstring(text)
    assert read.get("role") == "img"
    assert read.get("aria-label") == "A <b>. most & least"


def test_years_are_named_where_there_is_room():
    few, many = (svg(months([1] * n), "en", title="A", says="b") for n in (36, 480))
    assert re.findall(r">(20\d\d)<", few) == ["2020", "2021", "2022"]
    named = re.findall(r">(20\d\d)<", many)
    assert 5 < len(named) < 25
