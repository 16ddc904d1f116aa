"""Areas: in text and back, on the ground, and why some are refused."""

from __future__ import annotations

import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer

from data.errors import UsageError
from data.selection import Selection
from data.shapes.area import MOST_CORNERS, circle, of_rings, parse_area
from data.shapes.outline import drawn, square_km

TRIANGLE = "polygon:-1.2,15.1_0.9,15.1_0,17"


def test_an_outline_reads_as_it_is_written():
    assert str(parse_area(TRIANGLE)) == TRIANGLE
    spaced = "POLYGON: -1.2,15.1 0.9,15.1 ; 0,17 -1.2,15.1"
    assert str(parse_area(spaced)) == TRIANGLE
    assert str(parse_area("circle:-0.04,16.27,25")) == "circle:-0.04,16.27,25"


@given(st.floats(-170, 170), st.floats(-70, 70), st.floats(0.5, 900))
def test_a_circle_in_a_link_comes_back(lon, lat, km):
    try:
        made = circle(lon, lat, km)
    except UsageError:
        return  # it crosses the line of 180°
    chosen = Selection(area=made)
    again = Selection.from_query(chosen.to_query()).area.circle
    assert again == pytest.approx(made.circle, abs=1e-3)
    assert square_km(made.shape) == pytest.approx(math.pi * made.circle[2] ** 2, rel=0.01)


def test_a_circle_has_the_area_of_a_round_one():
    assert square_km(circle(-0.04, 16.27, 100).shape) == pytest.approx(math.pi * 1e4, rel=2e-4)


def test_an_area_in_km2_agrees_with_an_equal_area_projection():
    shape = parse_area("polygon:-9,12_3,12.5_4,20_-8,21").shape
    there = Transformer.from_crs("EPSG:4326", "EPSG:6933", always_xy=True)
    flat = shapely.transform(shapely.segmentize(shape, 0.01), there.transform, interleaved=False)
    assert square_km(shape) == pytest.approx(flat.area / 1e6, rel=1e-4)


def test_edges_are_drawn_straight_in_degrees():
    (ring,) = drawn(parse_area("polygon:0,0_10,10_0,10").shape)
    first = [point for point in ring if 0 < point[0] < 10 and point[1] < 10]
    assert len(first) > 50 and all(lon == pytest.approx(lat) for lon, lat in first)


@pytest.mark.parametrize(("text", "why"), [
    ("polygon:0,0_1,1_1,0_0,1", "crosses itself near longitude 0.5, latitude 0.5"),
    ("polygon:0,0_1,1", "at least three corners"), ("polygon:0,0_1,1_0,0", "three corners"),
    ("polygon:170,0_-170,0_-170,10", "180°"), ("circle:179.9,0,100", "180°"),
    ("circle:0,89.9,500", "pole"), ("polygon:0,91_1,0_2,2", "no place"),
    ("circle:nan,0,5", "no place"), ("circle:0,0,0.1", "0.5 to 1,000 km"),
    ("circle:0,0,2000", "0.5 to 1,000 km"), ("circle:0,0", "write polygon"),
    ("square:0,0", "write polygon"), ("polygon:a,b_1,1_2,2", "write polygon"),
    ("polygon:0,0,1_1,1_2,2", "write polygon"), ("", "write polygon"),
])
def test_what_is_no_area_is_refused_with_a_reason(text, why):
    with pytest.raises(UsageError, match=why):
        parse_area(text)


def test_corners_have_a_limit():
    many = [(math.cos(a / 50), math.sin(a / 50)) for a in range(MOST_CORNERS + 1)]
    with pytest.raises(UsageError, match="at most 200"):
        of_rings([many])


def test_the_longest_area_still_fits_a_link():
    around = [2 * math.pi * a / MOST_CORNERS for a in range(MOST_CORNERS)]
    area = of_rings([[(-100 + 9 * math.cos(a), -50 + 9 * math.sin(a)) for a in around]])
    assert len(Selection(area=area).to_query()) < 6000
