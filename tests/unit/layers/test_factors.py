"""Factors at their places, and the index of a unit: its parts, its classes, its ranks."""

from __future__ import annotations

import pyarrow as pa
import pytest

from data.evidence.words import FACTORS, RESILIENCES, VULNERABILITIES
from data.ground import Ground
from data.selection import Selection
from layers.base import Found, Request
from layers.marks import Area, tally
from layers.resilience import Resilience
from layers.signs import FACTOR_LETTERS
from layers.vulnerability import Vulnerability
from tests.unit.layers.invented import Told, factor, place

V, R = Vulnerability(), Resilience()
COMMITTED = Found({}, Ground())
UNITS = ("ML-1", "ML-2", "ML-3", "ML-4", "ML-5", "ML-6")


def asked(query="", **options):
    chosen = tuple((name.replace("_", "-"), str(value)) for name, value in options.items())
    return Request(selection=Selection.from_query(query), options=chosen)


def counted(ground, **counts):
    return Found({
        "units": pa.table({"key": pa.array(list(counts), pa.string()),
                           "incidents": pa.array(list(counts.values()), pa.int64())}),
        "totals": pa.table({"synthetic": [1]}),
        "sources": pa.table({"key": ["Invented source"], "incidents": [1]})}, ground)


def told(*claims):
    return Found({}, Told(factors=claims))


def graded(units=UNITS):
    """One more factor in each unit, so that each has another index."""
    return told(*(factor(f"{unit}-{word}", place(unit), word)
                  for i, unit in enumerate(units) for word in VULNERABILITIES[: i + 1]))


@pytest.mark.parametrize(("layer", "side"), [(V, "vulnerability"), (R, "resilience")])
def test_every_record_of_a_side_has_a_row_and_placed_ones_a_mark(layer, side):
    rows = layer.rows(COMMITTED, asked())
    known = {f"factors/{one.id}": any(p.placed for p in one.where)
             for one in COMMITTED.ground.evidence.factors if one.side == side}
    marked = {row["id"]: row["mark"] is not None for row in rows.to_pylist()}
    assert marked == known
    assert not all(known.values()), "some are said of places without a point"
    assert set(rows.column("mark").drop_null().to_pylist()) == {
        mark.id for mark in layer.drawing(COMMITTED, asked())}


def test_resilience_stands_where_documents_name_it():
    where = {(m.id.split("/")[1], m.key.removesuffix("-wide"))
             for m in R.drawing(COMMITTED, asked())}
    assert {("bourem-cercle", "cohesion"), ("sangha", "alternatives"), ("sangha", "consultation"),
            ("gao-niamey-road", "forces"), ("bandiagara", "self_defence")} <= where


def test_every_factor_has_a_letter_of_its_own_and_the_sides_differ_in_length():
    assert set(FACTOR_LETTERS) == set(FACTORS)
    assert len(set(FACTOR_LETTERS.values())) == len(FACTORS)
    assert {len(FACTOR_LETTERS[word]) for word in VULNERABILITIES} == {1}
    assert {len(FACTOR_LETTERS[word]) for word in RESILIENCES} == {2}


def test_places_without_a_point_are_told_in_the_legend():
    assert any("certain desert areas" in note for note in V.legend(COMMITTED, asked()).notes)


def test_what_is_said_of_a_country_or_a_vague_area_is_in_no_unit():
    found = told(factor("c", place("ML-5", 6), "custom"), factor("v", place("ML-5", 5), "custom"))
    assert V.drawing(found, asked(show="index")) == ()
    found = told(factor("u", place("ML-5", 4), "custom"))
    assert [m.id for m in V.drawing(found, asked(show="index"))] == ["unit/ML-5"]


def test_an_index_is_the_share_of_weight_that_evidence_stands_for():
    found = told(factor("a", place("ML-5"), "custom"),
                 factor("b", place("ML-5"), "youth", level=0.5),
                 factor("c", place("ML-5"), "youth", level=0.25))
    plain = V.indices(found, asked()).units["ML-5"]
    assert plain.score == round(100 * 1.5 / 12)
    assert [(p.factor, p.level) for p in plain.parts] == [("youth", 0.5), ("custom", 1.0)]
    heavy = V.indices(found, asked(w_custom=3)).units["ML-5"]
    assert heavy.score == round(100 * 3.5 / 14)
    assert V.indices(found, asked(w_custom=0, w_youth=0)).units == {}


def test_units_without_evidence_are_not_drawn():
    drawn = V.drawing(graded(UNITS[:2]), asked(show="index"))
    assert [m.id for m in drawn] == ["unit/ML-1", "unit/ML-2"]
    assert all(isinstance(m, Area) for m in drawn)


def test_below_five_units_there_are_no_ranks_and_the_legend_says_so():
    legend = V.legend(graded(UNITS[:4]), asked(show="index"))
    assert "No ranks: 4 units have evidence, and ranks need 5." in legend.notes
    rows = V.rows(graded(UNITS[:4]), asked(show="index"))
    assert set(rows.column("ranks").to_pylist()) == {
        "no rank, since 4 units alone have evidence"}


def test_from_five_units_on_there_are_ranks_with_their_range():
    found = graded()
    units = V.indices(found, asked()).units
    assert {code: one.ranks for code, one in units.items()} == {
        code: (len(UNITS) - i,) * 3 for i, code in enumerate(UNITS)}, "more of the same never loses"
    rows = V.rows(found, asked(show="index")).to_pylist()
    assert rows[0]["ranks"] == "rank 6 of 6, from 6 to 6 as weights vary"
    assert any("Ranks over" in note for note in V.legend(found, asked(show="index")).notes)


def test_ranks_that_hang_on_the_weights_say_how_far():
    found = told(*(factor(unit, place(unit), word) for unit, word in zip(
        UNITS, VULNERABILITIES[:6], strict=True)))
    ranks = V.indices(found, asked(w_isolation=2)).units["ML-3"].ranks
    assert ranks is not None
    first, _, last = ranks
    assert first == 1 < last <= 6, "isolation, with twice the weight, leads, but not always"


def test_classes_are_fixed_and_hold_every_index():
    legend = V.legend(graded(), asked(show="index"))
    bounds = {entry.key: (entry.low, entry.high) for entry in legend.entries}
    assert legend.bounds() == [(0, 10), (11, 20), (21, 30), (31, 50), (51, 100)]
    for mark in V.drawing(graded(), asked(show="index")):
        low, high = bounds[mark.key]
        score = V.indices(graded(), asked()).units[mark.id.removeprefix("unit/")].score
        assert low is not None and high is not None and low <= score <= high


def test_a_unit_is_there_while_its_evidence_is():
    found = told(factor("a", place("ML-5"), "custom", date="2019"),
                 factor("b", place("ML-5"), "youth", date="2021"))
    there = [bool(V.drawing(found, asked(f"from={year}&to={year}", show="index")))
             for year in (2018, 2019, 2020, 2021, 2022)]
    assert there == [False, True, True, True, False]


def test_both_together_only_where_both_are_known():
    found = told(factor("a", place("ML-5"), "custom"), factor("b", place("ML-5"), "cohesion"),
                 factor("c", place("ML-6"), "custom"), factor("d", place("ML-7"), "cohesion"))
    (mark,) = V.drawing(found, asked(show="both"))
    assert (mark.id, mark.key) == ("unit/ML-5", "pair-0-1")
    assert len(V.legend(found, asked(show="both")).entries) == 9
    (row,) = V.rows(found, asked(show="both", w_cohesion=3)).to_pylist()
    assert (row["index"], row["resilience"]) == (8, round(100 * 3 / 11))


def test_incidents_stand_beside_the_index_and_none_is_a_count():
    ground = graded().ground
    found = counted(ground, **{"ML-1": 2, "ML-2": 30, "NE-1": 900})
    rows = V.rows(found, asked(show="incidents")).to_pylist()
    assert [row["incidents"] for row in rows] == [2, 30, 0, 0, 0, 0]
    legend = V.legend(found, asked(show="incidents"))
    assert len(legend.entries) == 9 and legend.synthetic
    assert "Invented source" in {source.title for source in legend.sources}
    assert set(tally(V.drawing(found, asked(show="incidents")))) <= {e.key for e in legend.entries}


def test_a_second_measure_stands_behind_the_index_in_the_table():
    assert list(V.columns())[:4] == ["unit", "index", "resilience", "incidents"]


def test_without_incidents_there_is_one_class_of_them():
    legend = V.legend(counted(graded().ground), asked(show="incidents"))
    assert [e.label for e in legend.entries] == ["V 31 – 100 · N 0", "V 11 – 30 · N 0",
                                                 "V 0 – 10 · N 0"]


def test_incidents_are_asked_for_only_where_they_are_shown():
    assert V.queries(asked()) == V.queries(asked(show="both")) == {}
    assert "units" in V.queries(asked(show="incidents"))


def test_every_factor_of_a_side_has_a_weight():
    names = {option.name for option in R.options(Ground())}
    assert names == {"show", *("w-" + word.replace("_", "-") for word in RESILIENCES)}
    assert {option.group is None for option in R.options(Ground()) if option.name != "show"} == {
        False}


def test_invented_evidence_says_so():
    assert V.legend(graded(), asked(show="index")).synthetic
    assert not V.legend(COMMITTED, asked()).synthetic


def test_an_empty_selection_draws_nothing_and_still_has_a_legend():
    for layer in (V, R):
        assert layer.drawing(COMMITTED, asked("source=nobody")) == ()
        assert layer.legend(COMMITTED, asked("source=nobody")).title
