"""Pieces of furniture by themselves: lines, columns, bars, links."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.sheet.description import Sheet, Shown
from layers.sheet.fitting import frame
from layers.sheet.flow import Item, balanced, columns, gap, tall
from layers.sheet.furniture.chart import trend
from layers.sheet.furniture.strip import round_length
from layers.sheet.link import page_query
from layers.sheet.type import shortened, width, wrapped


@given(st.text("abc déÉ/=&,.", min_size=1, max_size=80), st.floats(20, 200))
def test_lines_are_within_the_room_and_lose_nothing(text, room):
    lines = wrapped(text, 7, room)
    assert all(width(line, 7) <= room or len(line) == 1 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_text_that_is_too_long_says_so():
    lines = shortened("many words " * 30, 7, 100, 2)
    assert len(lines) == 2 and lines[-1].endswith("…")


def test_columns_keep_a_heading_with_what_follows():
    def none(canvas, x, y):
        pass
    items = [gap(10), Item(5, none, keep=True), gap(10)]
    assert [tall(one) for one in columns(items, 2, 20)] == [10, 15]
    assert columns(items, 1, 20) is None


def test_balanced_columns_are_about_as_tall():
    found = balanced([gap(10)] * 9, 3, 90)
    assert [tall(one) for one in found] == [30, 30, 30]


@pytest.mark.parametrize(("months", "each"), [(12, 1), (60, 3), (200, 12)])
def test_bars_hold_every_incident(months, each):
    bars = trend(tuple((str(480 + i), i + 1) for i in range(months)))
    assert bars.months == each and sum(bars.counts) == months * (months + 1) // 2


@pytest.mark.parametrize(("most", "metres"), [(999, 500), (2000, 2000), (480_000, 200_000)])
def test_a_bar_is_a_round_length(most, metres):
    assert round_length(most) == metres


def test_a_link_brings_layers_opacity_and_choices_back(press):
    sheet = Sheet(layers=(Shown("hexagons", 0.8, (("metric", "rate"),)), Shown("corridors")),
                  view=(-3.0, 17.0, 5.0), language="fr")
    query = parse_qs(page_query(sheet, frame(sheet, press, 500, 300)))
    assert query == {"layers": ["hexagons:80,corridors"], "options": ["hexagons.metric:rate"],
                     "view": ["-3.000,17.000,5.00"], "lang": ["fr"]}
