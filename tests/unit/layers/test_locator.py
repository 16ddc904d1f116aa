"""The small map of an area: in proportion, cut to its frame, names apart."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
import shapely

from layers.locator import WIDTH, Spot, View, Way, svg

HERE = shapely.box(0, 15, 2, 17)


def paths(text):
    return re.findall(r'<path class="([a-z ]+)"', text)


def test_a_square_on_the_ground_is_drawn_as_one():
    view = View.of(shapely.box(10, 59, 12, 61))
    flat = view.flat(shapely.box(10, 59.5, 12, 60.5)).bounds
    assert (flat[2] - flat[0]) / (flat[3] - flat[1]) == pytest.approx(1, rel=0.01)


def test_what_lies_outside_the_frame_is_cut():
    view = View.of(HERE)
    west, north, east, south = view.flat(shapely.box(-100, -50, 100, 80)).bounds
    assert (west, north) == (-2, -2)
    assert (east, south) == pytest.approx((WIDTH + 2, view.height + 2))


def test_ways_are_dashed_where_their_path_is_not_known():
    line = shapely.LineString([(-5, 16), (5, 16)])
    text = svg(("A", HERE), [], [Way(line, known=True), Way(line, known=False)], [], title="A")
    assert paths(text) == ["own", "way", "way straight"]


def test_names_that_would_meet_are_left_out_and_their_marks_are_not():
    spots = [Spot(1, 16.5, "First"), Spot(1.01, 16.5, "Second"), Spot(40, 16, "Far away")]
    text = svg(("A", HERE), [], [], spots, title="A")
    assert "First" in text
    assert "Second" not in text
    assert text.count("<circle") == 2


def test_every_name_is_text():
    text = svg(("A & <b>", HERE), [("C & D", shapely.box(2, 15, 4, 17))], [],
               [Spot(1, 15.2, "<i>", site=True)], title="T & U")
    read = ET.fromstring(text)
    assert {one.text for one in read.iter("{http://www.w3.org/2000/svg}text")} == {
        "A & <b>", "C & D", "<i>"}
    assert "<rect" in text


def test_countries_lie_beneath_and_their_borders_above_units():
    text = svg(("A", HERE), [("B", shapely.box(2, 15, 4, 17))], [], [], title="A",
               land=[shapely.box(-5, 10, 5, 20)])
    assert paths(text) == ["land", "beside", "border", "own"]
