"""Corridors: claims as lines, their direction, their doubt, and what cannot be drawn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from data.evidence.base import committed
from data.evidence.model import Corridor
from data.ground import Ground
from data.selection import Selection
from layers.base import Found, Request
from layers.corridors import Corridors
from tests.unit.layers.drawings import lines
from tests.unit.layers.invented import Told

LAYER = Corridors()
FOUND = Found({}, Ground())


def with_corridor(**changes) -> Found:
    one = replace(next(c for c in committed().corridors if c.commodity == "gold"), **changes)
    return Found({}, Told(corridors=(one,)))


def test_a_segment_runs_in_the_direction_of_movement():
    evidence = committed()
    for mark in lines(LAYER.marks(FOUND, Request())):
        _, id, part = mark.id.split("/")
        corridor = evidence.find("corridors", id)
        assert isinstance(corridor, Corridor)
        where = corridor.where[int(part) : int(part) + 2]
        assert mark.points[0].tolist() == [where[0].lon, where[0].lat]
        assert mark.points[-1].tolist() == [where[1].lon, where[1].lat]


def test_gold_leaves_gao_and_kidal_for_three_ends():
    ends = {(one.where[0].id, one.where[1].id)
            for one in committed().corridors if one.commodity == "gold"}
    assert len(ends) == 6
    assert {start for start, _ in ends} == {"gao-region", "kidal-region"}


def test_an_unknown_path_is_said_and_dashed_and_a_belief_more_finely():
    legend = LAYER.legend(FOUND, Request())
    assert all(entry.style.dash and "path not known" in entry.label for entry in legend.entries)
    held = {entry.key.split("-")[1]: entry.style for entry in legend.entries}
    assert held["believed"].dash != held["reported"].dash
    assert held["believed"].width < held["reported"].width


def test_no_corridor_is_drawn_where_no_document_gives_a_route():
    assert not {one.commodity for one in committed().corridors} & {
        "firearms", "livestock", "cultural_property"}


def test_a_place_without_a_position_is_told_and_not_drawn():
    legend = LAYER.legend(FOUND, Request())
    assert any("south-west Asia" in note for note in legend.notes)
    drawn = {mark.id for mark in LAYER.marks(FOUND, Request())}
    asia = [one for one in committed().corridors if not one.where[-1].placed]
    assert asia and all(f"corridors/{one.id}/{len(one.where) - 2}" not in drawn for one in asia)


def test_a_path_that_a_user_loads_is_followed_and_drawn_in_one_piece():
    start = committed().places["gao-region"]
    bend = (start.lon + 1.0, start.lat - 2.0)
    found = with_corridor(
        where=tuple(committed().places[i] for i in ("gao-region", "bamako")),
        path=f"LINESTRING ({_at('gao-region')}, {bend[0]} {bend[1]}, {_at('bamako')})")
    (mark,) = lines(LAYER.marks(found, Request()))
    assert any(np.allclose(point, bend) for point in mark.points)
    (entry,) = LAYER.legend(found, Request()).entries
    assert entry.style.dash is None and "path known" in entry.label


def _at(name: str) -> str:
    place = committed().places[name]
    return f"{place.lon} {place.lat}"


@pytest.mark.parametrize(("query", "few"), [("country=NG", True), ("country=ML", False)])
def test_filters_choose_corridors(query, few):
    whole = len(LAYER.marks(FOUND, Request()))
    chosen = len(LAYER.marks(FOUND, Request(selection=Selection.from_query(query))))
    assert 0 < chosen <= whole and (chosen < whole / 2) == few


def test_fuel_comes_and_goes_with_the_operation_that_told_of_it():
    quiet = Request(selection=Selection.from_query("from=2015&to=2015"))
    assert not any(mark.key.startswith("fuel") for mark in LAYER.drawing(FOUND, quiet))
    then = Request(selection=Selection.from_query("from=2020-12&to=2020-12"))
    assert any(mark.key.startswith("fuel") for mark in LAYER.drawing(FOUND, then))
