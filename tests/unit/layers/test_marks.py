"""Marks come and go with the window, and travel to the browser whole."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from data.selection import Selection
from layers import marks_wire, wire
from layers.legend import Entry, Legend
from layers.marks import Area, Line, Ring, Symbol, shown, tally, within
from layers.palette import CLAIM
from layers.style import UNSURE, Style

DAYS = st.dates(dt.date(2010, 1, 1), dt.date(2030, 1, 1))
HOLED = shapely.Polygon(
    [(0, 0), (4, 0), (4, 4), (0, 4)], holes=[[(1, 1), (2, 1), (2, 2), (1, 2)]])
TWO = shapely.MultiPolygon([HOLED, shapely.box(5, 5, 6, 6)])
LEGEND = Legend("claims", "Claims", (
    Entry(Style("hatch", CLAIM, angle=135), "zone", "zone"),
    Entry(Style("line", CLAIM, dash=UNSURE, arrow=True), "way", "way"),
    Entry(Style("symbol", CLAIM, letter="A"), "place", "place"),
    Entry(Style("symbol", CLAIM), "only explains")))
DRAWING = (
    Area(id="a", key="zone", label="Zone", shape=TWO),
    Line(id="l", key="way", label="Way", points=np.array([(0.0, 0.0), (10.0, 0.0)]), named=True,
         days=(dt.date(2020, 11, 30), dt.date(2020, 12, 6))),
    Symbol(id="s", key="place", label="Place", lon=1.5, lat=2.5, radius=9, letter="B"),
    Ring(id="r", key="place", label="Near", lon=3, lat=4, metres=25_000),
)


def sent():
    payload = marks_wire.payload(DRAWING, LEGEND)
    return wire.decode(wire.encode(payload.meta, payload.columns))


@given(DAYS, DAYS, DAYS, DAYS)
def test_a_dated_mark_is_there_when_it_touches_the_window(a, b, c, d):
    mark = Symbol(id="x", key="place", label="", lon=0, lat=0, days=(min(a, b), max(a, b)))
    first, last = min(c, d), max(c, d)
    days = {mark.days[0] + dt.timedelta(i) for i in range((mark.days[1] - mark.days[0]).days + 1)}
    touches = any(first <= day <= last for day in days)
    assert shown(mark, Selection(date_from=first, date_to=last)) == touches


def test_an_undated_mark_is_always_there():
    window = Selection(date_from=dt.date(1990, 1, 1), date_to=dt.date(1990, 1, 2))
    assert [mark.id for mark in within(DRAWING, window)] == ["a", "s", "r"]


def test_marks_are_counted_by_the_legend_entry_they_belong_to():
    assert tally(DRAWING) == {"zone": 1, "way": 1, "place": 2}


def test_items_travel_in_drawing_order_with_their_style_and_days():
    meta, columns = sent()
    assert [item["id"] for item in meta["items"]] == ["a", "l", "s", "r"]
    keys = list(meta["styles"])
    assert keys == ["zone", "way", "place"], "an entry that only explains has no marks"
    assert [keys[i] for i in columns["style"]] == [mark.key for mark in DRAWING]
    epoch = dt.date(1970, 1, 1)
    assert columns["start"][1] == (dt.date(2020, 11, 30) - epoch).days
    assert (columns["start"][0], columns["end"][0]) == marks_wire.ALWAYS


def test_polygons_keep_their_holes_and_their_item():
    _, columns = sent()
    assert columns["ring_polygon"].tolist() == [0, 0, 1]
    assert columns["polygon_item"].tolist() == [0, 0]
    starts, vertices = columns["ring_starts"], columns["ring_vertices"].reshape(-1, 2)
    rings = [vertices[a:b] for a, b in pairwise(starts)]
    hole = shapely.Polygon(rings[1])
    assert shapely.Polygon(rings[0]).area == pytest.approx(16) and hole.area == pytest.approx(1)


def test_lines_symbols_and_rings_travel_with_their_item():
    _, columns = sent()
    assert columns["line_vertices"].tolist() == [0, 0, 10, 0]
    assert columns["line_item"].tolist() == [1]
    assert columns["symbol_item"].tolist() == [2] and columns["symbol_radius"].tolist() == [9]
    assert columns["circle_item"].tolist() == [3]
    assert columns["circle_metres"].tolist() == [25_000]


def test_symbols_of_one_place_travel_with_their_way_off_it():
    aside = Symbol(id="t", key="place", label="", lon=1.5, lat=2.5, dx=-9.5, dy=19)
    payload = marks_wire.payload((*DRAWING, aside), LEGEND)
    assert payload.columns["symbol_dx"].tolist() == [0, -9.5]
    assert payload.columns["symbol_dy"].tolist() == [0, 19]
    assert marks_wire.anchor(aside) == (1.5, 2.5), "the point itself stays where it is"


def test_a_name_stands_inside_its_area_and_near_the_start_of_its_line():
    _, columns = sent()
    spots = list(zip(columns["at_lon"].tolist(), columns["at_lat"].tolist(), strict=True))
    assert TWO.contains(shapely.Point(spots[0]))
    assert spots[1] == pytest.approx((10 * marks_wire.ALONG, 0))
    assert spots[2:] == [(1.5, 2.5), (3, 4)]


def test_an_arc_bends_away_from_the_straight_line_and_keeps_its_ends():
    from layers.paths import arc

    there, back = (arc(np.array(ends, float)) for ends in ([(0, 0), (10, 0)], [(10, 0), (0, 0)]))
    assert there[0].tolist() == [0, 0] and there[-1].tolist() == [10, 0]
    middle = len(there) // 2
    assert abs(there[middle, 1]) > 1
    assert there[middle, 1] == pytest.approx(-back[middle, 1]), "returns stay apart"


def test_nothing_to_draw_still_travels():
    payload = marks_wire.payload((), LEGEND)
    meta, columns = wire.decode(wire.encode(payload.meta, payload.columns))
    assert meta["items"] == [] and columns["start"].size == 0
