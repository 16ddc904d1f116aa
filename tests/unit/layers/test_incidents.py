"""Single incidents: dots and rings in the window, and a row for each that is drawn."""

from __future__ import annotations

import datetime as dt

import pyarrow as pa
import pytest

from data.selection import Selection
from layers.base import Found, Request
from layers.incidents import NEAR_METRES, Incidents
from layers.marks import Ring, Symbol, tally

LAYER = Incidents()
JANUARY = Selection(date_from=dt.date(1970, 1, 1), date_to=dt.date(1970, 1, 31))


@pytest.fixture
def points(found):
    return {**found, "points": pa.table({
        "incident_id": ["c", "b", "a"], "lon": [1.0, 2.0, 2.0], "lat": [15.0, 16.0, 16.0],
        "kind": ["kidnapping", "cattle_theft", "cattle_theft"], "where_precision": [2, 1, 1],
        "date_precision": [1, 3, 1],
        "start": [100, 20, 3], "end": [100, 25, 3], "deaths": [0, 0, 1]}),
        "precisions": pa.table({"key": [1, 2, 4], "incidents": [2, 1, 5]}),
        "kinds": pa.table({"key": ["kidnapping", "cattle_theft"], "incidents": [1, 7]})}


def test_a_place_known_to_25_km_is_a_ring_of_that_size(points):
    ring, dot, _ = LAYER.drawing(points, Request())
    assert isinstance(ring, Ring) and ring.metres == NEAR_METRES == 25_000
    assert isinstance(dot, Symbol)


def test_a_dot_is_hollow_where_its_date_is_coarse(points):
    assert [mark.hollow for mark in LAYER.drawing(points, Request()) if isinstance(mark, Symbol)
            ] == [True, False]
    assert LAYER.payload(points, Request()).columns["coarse"].tolist() == [0, 1, 0]
    assert "coarse" in [one.key for one in LAYER.legend(points, Request()).entries]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("selection", "ids"), [(Selection(), ["c", "b", "a"]),
                                                (JANUARY, ["b", "a"])])
def test_rows_are_the_points_of_the_window(points, selection, ids, language):
    request = Request(selection=selection, language=language)
    drawing, legend = LAYER.drawing(points, request), LAYER.legend(points, request)
    rows = LAYER.rows(points, request)
    assert [mark.id for mark in drawing] == ids == rows.column("mark").to_pylist()
    assert set(tally(drawing)) <= {entry.key for entry in legend.entries}
    assert set(rows.column_names) == {"mark", *LAYER.columns()}
    assert rows.column("last").to_pylist()[-1] == dt.date(1970, 1, 4)


def test_what_a_limit_leaves_out_is_told_of_the_window_and_not_of_all_time(points):
    one_more = Found({**points, "precisions": pa.table({"key": [1, 4], "incidents": [3, 5]})})
    request = Request(selection=JANUARY)
    assert LAYER.legend(one_more, request).notes == (
        "Only the latest 2 of 3 are drawn; filter to see the others.",)
    assert not LAYER.payload(one_more, request).meta["all"]
    two = Found({**points, "precisions": pa.table({"key": [1, 4], "incidents": [2, 5]})})
    assert LAYER.legend(two, request).notes == ()
    assert LAYER.payload(two, request).meta["all"]
