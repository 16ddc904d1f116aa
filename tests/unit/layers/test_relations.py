"""Relations between groups at the places where documents see them."""

from __future__ import annotations

import pytest

from data.evidence.words import RELATIONS
from data.ground import Ground
from data.selection import Selection
from layers.base import Found, Request
from layers.marks import tally
from layers.relations import Relations
from layers.signs import RELATION_SIGNS
from tests.unit.layers.invented import Told, place, relation

LAYER = Relations()
COMMITTED = Found({}, Ground())


def told(*claims):
    return Found({}, Told(relations=claims))


def test_what_respondents_in_gao_perceive_is_drawn_as_a_perception():
    (mark,) = [m for m in LAYER.marks(COMMITTED, Request()) if m.key == "coopetition-perceived"]
    assert mark.label == "60 % of those asked" and mark.named
    assert mark.id.startswith("place/gao/")
    style = LAYER.legend(COMMITTED, Request()).style(mark.key)
    assert style.hollow and style.dash


def test_shares_that_differ_are_not_made_one():
    here = place("ML-7")
    found = told(*(relation(str(share), (here,), "cooperation", evidence="perceived",
                            share_percent=share) for share in (40.0, 60.0)))
    (mark,) = LAYER.marks(found, Request())
    assert "%" not in mark.label and not mark.named


def test_a_relation_between_two_places_stands_at_both():
    found = told(relation("a", (place("ML-6"), place("ML-7")), "passage"))
    assert len(LAYER.drawing(found, Request())) == 2
    rows = LAYER.rows(found, Request())
    assert rows.column("id").to_pylist() == ["relations/a"] * 2
    assert len(set(rows.column("mark").to_pylist())) == 2


def test_what_is_believed_is_apart_from_what_is_reported():
    keys = tally(LAYER.marks(COMMITTED, Request()))
    assert keys["support-wide-believed"] and keys["support-wide"]


def test_every_kind_has_a_sign_of_its_own():
    assert set(RELATION_SIGNS) == set(RELATIONS)
    assert len(set(RELATION_SIGNS.values())) == len(RELATIONS)


def test_relations_of_places_without_a_point_are_told_and_have_a_row():
    notes = LAYER.legend(COMMITTED, Request()).notes
    assert any("southern Mali" in note for note in notes)
    rows = LAYER.rows(COMMITTED, Request()).to_pylist()
    assert any("southern Mali" in row["places"] for row in rows if row["mark"] is None)
    assert {row["id"] for row in rows} == {
        f"relations/{one.id}" for one in COMMITTED.ground.evidence.relations}


def test_a_relation_without_a_point_leaves_the_table_with_its_window():
    found = told(relation("a", (), "passage", date="2020-11"))
    assert LAYER.rows(found, Request(selection=Selection.from_query("from=2020&to=2020"))).num_rows
    assert not LAYER.rows(
        found, Request(selection=Selection.from_query("from=2021&to=2021"))).num_rows


@pytest.mark.parametrize(("query", "there"), [
    ("admin1=Gao", True), ("kind=kidnapping", True), ("actor=militias", True),
    ("source=nobody", False)])
def test_filters_choose_relations(query, there):
    chosen = LAYER.drawing(COMMITTED, Request(selection=Selection.from_query(query)))
    assert bool(chosen) == there
    assert len(chosen) < len(LAYER.drawing(COMMITTED, Request()))


def test_a_dated_relation_leaves_with_its_window():
    found = told(relation("a", (place("ML-7"),), "passage", date="2020-11"))
    assert LAYER.drawing(found, Request(selection=Selection.from_query("from=2020&to=2020")))
    assert not LAYER.drawing(found, Request(selection=Selection.from_query("from=2021&to=2021")))
