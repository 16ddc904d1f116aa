"""Incidents known to a unit: counted on it, or spread over its hexagons with the share told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pyarrow as pa
import pytest

from data import hexes
from data.ground import Ground
from data.selection import Selection
from layers.base import Found, Request
from layers.coarse import MOST_CELLS, Coarse
from layers.coarse_places import cells, expected_cells, places
from layers.marks import tally

LAYER = Coarse()
SPREAD = (("show", "spread"),)
MALI = "country/ML"
FEBRUARY = Selection(date_from=dt.date(1970, 2, 1), date_to=dt.date(1970, 2, 28))


@pytest.fixture(scope="module")
def ground():
    return Ground()


@pytest.fixture
def found(ground):
    units = ground.units(1)
    gao = units.find("Gao", "ML")[0]
    return Found({
        "coarse": pa.table({
            "unit": [gao, gao, None, "XX-1", None], "country": ["ML", "ML", "ML", "ML", None],
            "start": pa.array([0, 40, 33, 500, 5], pa.int32()),
            "end": pa.array([0, 45, 33, 500, 5], pa.int32()),
            "n": pa.array([12, 3, 5, 1, 7], pa.int32())}),
        "totals": pa.table({"synthetic": [28]}),
        "sources": pa.table({"key": ["A"], "incidents": [28]}),
    }, ground)


def gao_of(found):
    return next(one.id for one in places(found, Request()) if one.level == "unit")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("options", [(), SPREAD])
@pytest.mark.parametrize("selection", [Selection(), FEBRUARY])
def test_legend_drawing_and_table_agree(found, options, selection, language):
    request = Request(options=options, selection=selection, language=language, resolution=3,
                      months=1)
    drawing, rows = LAYER.drawing(found, request), LAYER.rows(found, request)
    assert drawing
    assert set(tally(drawing)) <= {entry.key for entry in LAYER.legend(found, request).entries}
    assert sorted(rows.column("mark").to_pylist()) == sorted(mark.id for mark in drawing)
    assert set(rows.column_names) <= {"mark", *LAYER.columns()}


def test_a_count_stands_on_the_unit_and_follows_the_window(found):
    def labels(selection):
        return {m.id: m.label for m in LAYER.drawing(found, Request(selection=selection))}

    gao = gao_of(found)
    assert labels(Selection()) == {gao: "Gao · 15", MALI: "Mali · 6"}
    assert labels(FEBRUARY) == {gao: "Gao · 3", MALI: "Mali · 5"}
    assert labels(Selection(date_to=dt.date(1969, 1, 1))) == {}


def test_a_unit_without_a_shape_counts_for_its_country_and_no_place_is_told(found):
    assert "7 incidents are known to no unit and no country." in LAYER.legend(
        found, Request()).notes


def test_shares_add_up_to_what_is_spread(found):
    for selection, total in ((Selection(), 21), (FEBRUARY, 8)):
        request = Request(options=SPREAD, selection=selection, resolution=3)
        assert sum(m.value for m in LAYER.drawing(found, request)) == pytest.approx(total)


def test_a_hexagon_tells_the_precise_share_and_that_it_is_no_finding(found, ground):
    request = Request(options=SPREAD, resolution=3)
    gao = next(one for one in places(found, request) if one.level == "unit")
    among = cells(gao, ground, 3)
    drawn = {mark.id: mark for mark in LAYER.drawing(found, request)}
    mark = drawn[f"cell/{hexes.text(among[0])}"]
    assert f"Known to Gao: 15, spread over {len(among)} hexagons: {15 / len(among):.3g} each" in (
        mark.says)
    assert "Known to Mali: 6" in mark.says
    assert mark.says.endswith("Not where they happened.")


def test_a_hexagon_is_of_one_unit_alone(ground):
    units = ground.units(1)
    table = {"coarse": pa.table({
        "unit": units.ids, "country": units.iso2, "start": [0] * len(units),
        "end": [0] * len(units), "n": [1] * len(units)})}
    known = [one for one in places(Found(table, ground), Request()) if one.level == "unit"]
    assert all(cells(one, ground, 4) for one in known), "even a small unit has one"
    large = [cell for one in known if len(cells(one, ground, 4)) > 1
             for cell in cells(one, ground, 4)]
    assert len(large) == len(set(large))


def test_hexagons_grow_where_there_would_be_too_many(found):
    request = Request(options=SPREAD, resolution=7)
    while (coarser := LAYER.coarser(found, request)) is not None:
        assert coarser.resolution == request.resolution - 1
        request = coarser
    assert expected_cells(places(found, request), request.resolution) <= MOST_CELLS
    assert LAYER.coarser(found, replace(request, options=(), resolution=9)) is None
    assert LAYER.coarser(found, Request(most_rows=2)).step == "month"


def test_months_hold_what_days_hold(found):
    monthly = found["coarse"].set_column(2, "start", pa.array([0, 1, 1, 16, 0], pa.int32()))
    monthly = monthly.set_column(3, "end", pa.array([0, 1, 1, 16, 0], pa.int32()))
    months = Found({**found, "coarse": monthly}, found.ground)
    drawing = LAYER.drawing(months, Request(step="month", selection=FEBRUARY))
    assert {m.id: m.value for m in drawing} == {gao_of(found): 3, MALI: 5}


def test_nothing_selected_draws_nothing(found):
    empty = Found({**found, "coarse": found["coarse"].slice(0, 0)}, found.ground)
    for options in ((), SPREAD):
        request = Request(options=options)
        assert LAYER.drawing(empty, request) == ()
        assert LAYER.rows(empty, request).num_rows == 0
        assert LAYER.legend(empty, request).entries == ()
