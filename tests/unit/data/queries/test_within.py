"""Incidents in an area, against Shapely over the same rows, and in picked units."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from data import boundaries
from data.model import incidents
from data.queries.filters import selected
from data.queries.within import undecided
from data.selection import Selection
from data.shapes.area import of_rings
from data.shapes.settled import held_of, picks_of

SAHEL = shapely.box(-12, 10, 16, 25)
LON, LAT = st.floats(-11, 15), st.floats(10, 24)


@st.composite
def outlines(draw):
    """Draw an outline that does not cross itself: corners around a middle, in their order."""
    lon, lat = draw(LON), draw(LAT)
    corners = draw(st.integers(3, 24))
    turns = 2 * np.pi * (np.arange(corners) + draw(st.floats(0, 0.9))) / corners
    far = np.array(draw(st.lists(st.floats(0.3, 7), min_size=corners, max_size=corners)))
    return [(lon + f * np.cos(a), lat + f * np.sin(a) / 2) for a, f in zip(turns, far, strict=True)]


def counted(snapshot, rows):
    return snapshot.rows(rows.count().as_table())[0].popitem()[1]


def share(shape, unit):
    return shapely.intersection(shape, unit).area / unit.area


def verdict(row, shape, units, countries):
    """Tell by Shapely alone whether an incident is `in`, `out` or `undecided`."""
    if row["where_precision"] <= 2:
        inside = row["lon"] is not None and shapely.contains_xy(shape, row["lon"], row["lat"])
        return "in" if inside else "out"
    known = row["admin1_id"] if row["where_precision"] <= 4 else None
    area = units.get(known) if known else countries.get(row["admin0"])
    if area is None or row["where_precision"] > 6:
        return "out"
    part = share(shape, area)
    return "in" if part >= 0.99 else "undecided" if part > 0 else "out"


@settings(max_examples=25)
@given(outlines())
def test_the_query_counts_what_shapely_counts(snapshot, demo_rows, corners):
    area = of_rings([corners])
    units = dict(zip(boundaries.load_units().ids, boundaries.load_units().geometries, strict=True))
    countries = dict(zip(boundaries.load_countries().ids,
                         boundaries.load_countries().geometries, strict=True))
    told = {}

    def of(row):
        key = (row["admin1_id"], row["admin0"], row["where_precision"])
        if row["where_precision"] <= 2:
            return verdict(row, area.shape, units, countries)
        if key not in told:
            told[key] = verdict(row, area.shape, units, countries)
        return told[key]

    expected = [of(row) for row in demo_rows]
    chosen = Selection(area=area)
    assert counted(snapshot, selected(chosen)) == expected.count("in")
    rows = incidents()
    open_ones = rows.filter(undecided(rows, held_of(area)))
    assert counted(snapshot, open_ones) == expected.count("undecided")


def test_an_area_that_holds_everything_leaves_nothing_undecided_but_seas(snapshot, demo_rows):
    whole = Selection.of(area="polygon:-30,-30_60,-30_60,60_-30,60")
    assert counted(snapshot, selected(whole)) == sum(
        row["where_precision"] < 7 for row in demo_rows)


def test_a_hole_holds_nothing_and_a_second_part_does(snapshot):
    ring = "polygon:-9,12_3,12_3,20_-9,20"
    hole = "*-3,14_1,14_1,18_-3,18"
    apart = "*5,12_7,12_7,14_5,14"
    areas = {"whole": ring, "holed": ring + hole, "hole": "polygon:" + hole[1:],
             "both": ring + apart, "apart": "polygon:" + apart[1:]}
    n = {name: counted(snapshot, selected(Selection.of(area=area, max_where_precision=2)))
         for name, area in areas.items()}
    assert n["whole"] == n["holed"] + n["hole"] and n["hole"] > 0
    assert n["both"] == n["whole"] + n["apart"]


def test_picked_units_are_joined_with_the_regions_named(snapshot):
    def of(**words):
        return counted(snapshot, selected(Selection.of(**words)))

    assert of(unit="ML-7") == of(admin1=["Gao"]) > 0
    assert of(unit="ML-7,ML-6") == of(admin1=["Gao", "Tombouctou"])
    assert of(unit="ML-7", admin1=["Tombouctou"]) == of(admin1=["Gao", "Tombouctou"])


def test_what_is_known_to_the_country_of_a_picked_unit_is_undecided(snapshot, demo_rows):
    rows = incidents()
    held = picks_of(Selection.of(unit="Gao")).held
    assert counted(snapshot, rows.filter(undecided(rows, held))) == sum(
        row["admin0"] == "ML" and row["where_precision"] in (5, 6) for row in demo_rows)


def test_a_circle_asks_distance(snapshot, demo_rows):
    from pyproj import Geod

    chosen = Selection.of(area="circle:-0.04,16.27,80", max_where_precision=2)
    points = [row for row in demo_rows if row["where_precision"] <= 2 and row["lat"] is not None]
    far = Geod(ellps="WGS84").inv(
        [-0.04] * len(points), [16.27] * len(points), [row["lon"] for row in points],
        [row["lat"] for row in points])[2]
    n = counted(snapshot, selected(chosen))
    # The circle has 64 corners: its edge is within 100 m of the round one's.
    assert np.sum(np.array(far) < 79_900) <= n <= np.sum(np.array(far) < 80_100)
    assert n > 0
