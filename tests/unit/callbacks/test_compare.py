"""What a comparison tells: a sentence that the numbers bear, and what to bear in mind."""

from __future__ import annotations

import datetime as dt

import pytest

from callbacks import compare, compare_told, details
from data.compared import Counted, compared, counted, regions, shared
from data.comparison import Side
from data.comparison_told import headline
from data.errors import UsageError
from data.ground import Ground
from data.i18n import LANGUAGES
from data.queries.stats import totals
from data.selection import Selection
from tests.unit.callbacks.test_counted_details import told

FIRST = dt.date(2019, 1, 1), dt.date(2019, 12, 31)
SECOND = dt.date(2020, 1, 1), dt.date(2020, 12, 31)
REQUEST = {"selection": "", "window": ["2020-01-01", "2020-12-31"],
           "options": {"a": "", "b": "", "when": "before"}}


def side(n, days, query="", persons=None, sources=("One",)):
    return Counted(Side(Selection.from_query(query), days), n, 0, sources, persons)


def said(a, b, language="en"):
    change, people = compared(a, b)
    return headline(a, b, change, people, language)


@pytest.mark.parametrize(("a", "b", "begins"), [
    (100, 160, "More: B has 1.6 times"), (160, 100, "Fewer: B has 0.623 times"),
    (10, 12, "No clear change: B has 1.2 times"), (0, 40, "More: none on side A, 40 on side B"),
    (0, 2, "No clear change: none on side A"), (40, 0, "Fewer: 40 on side A, none on side B"),
    (2, 0, "No clear change: 2 on side A"), (0, 0, "Neither side holds an incident")])
def test_the_sentence_says_what_the_counts_bear(a, b, begins):
    assert said(side(a, FIRST), side(b, SECOND)).startswith(begins)


def test_windows_of_unequal_length_are_compared_by_the_year():
    quarter = dt.date(2020, 1, 1), dt.date(2020, 3, 31)
    assert "B has 4.01 times" in said(side(100, FIRST), side(100, quarter))


def test_places_are_compared_for_their_people_where_these_are_known():
    a, b = (side(100, FIRST, f"admin1={name}", people)
            for name, people in (("Gao", 1e6), ("Mopti", 2e6)))
    assert said(a, b).startswith("Fewer: B has 0.5 times as many incidents a year, for the people")
    assert said(a, side(100, FIRST, "admin1=Mopti")).startswith("No clear change")


def test_other_sources_are_told(snapshot):
    a, b = side(5, FIRST, sources=("One", "Two")), side(9, SECOND, sources=("Two", "Three"))
    notes = " ".join(compare_told.notes(snapshot, a, b, "en"))
    assert "Only on side A: One." in notes and "Only on side B: Three." in notes
    same = " ".join(compare_told.notes(snapshot, a, side(9, SECOND, sources=a.sources), "en"))
    assert "different sources" not in same


def test_a_window_beyond_the_data_is_told(snapshot):
    early = side(0, (dt.date(1990, 1, 1), dt.date(1990, 12, 31)))
    assert "Side A reaches beyond it" in " ".join(
        compare_told.notes(snapshot, early, side(9, SECOND), "en"))


def test_a_side_counts_what_the_table_counts(snapshot):
    one = counted(snapshot, Side(Selection.from_query("country=ML"), SECOND), Ground(snapshot))
    within = Selection.from_query("country=ML&from=2020&to=2020")
    assert one.incidents == snapshot.rows(totals(within))[0]["incidents"]
    assert 0 < one.coarse < one.incidents
    assert one.persons is None


def test_incidents_on_both_sides_are_counted_once_for_that(snapshot):
    a, b = (Side(Selection.from_query("country=ML"), days) for days in (FIRST, SECOND))
    whole = counted(snapshot, Side(a.selection, (FIRST[0], SECOND[1])), Ground(snapshot)).incidents
    each = sum(counted(snapshot, one, Ground(snapshot)).incidents for one in (a, b))
    assert shared(snapshot, a, b) == each - whole


def test_regions_add_up_to_the_sides(snapshot):
    a, b = (Side(Selection(), days) for days in (FIRST, SECOND))
    found = regions(snapshot, a, b)
    assert sum(one.a for one in found) == counted(snapshot, a, Ground(snapshot)).incidents
    assert sum(one.b for one in found) == counted(snapshot, b, Ground(snapshot)).incidents
    assert all(one.p >= one.change.p for one in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_panel_tells_both_sides(context, language):
    text = told(compare_told.drawn(context, REQUEST, language))
    assert "A" in text and "B" in text and "2019" in text and "2020" in text


@pytest.mark.parametrize("wrong", [
    {"window": ["yesterday", "2020-12-31"]}, {"window": []},
    {"window": ["2021-01-01", "2020-01-01"], "options": {"when": "same"}}])
def test_a_window_that_is_none_is_refused_in_a_sentence(context, wrong):
    with pytest.raises(UsageError):
        compare_told.drawn(context, {**REQUEST, **wrong}, "en")


def test_what_may_be_chosen_is_what_the_snapshot_holds(client, snapshot):
    offered = client.get("/compare/choices?lang=fr").get_json()
    assert offered["sources"] and offered["kinds"] and len(offered["places"]) > 1
    days = [one["first"] for one in offered["interventions"]]
    assert days and days == sorted(days)
    assert compare.offered(None, "en")["sources"] == []


def test_a_hexagon_tells_both_numbers_and_its_incidents(context, snapshot):
    from layers.registry import BY_ID

    layer = BY_ID["difference"]
    selection = Selection.from_query("from=2020&to=2020")
    found, used = context.found(snapshot, layer, context.request(selection=selection, resolution=4))
    row = max(layer.rows(found, used).to_pylist(), key=lambda one: one["a"] + one["b"])
    picked = {"layer": "difference", "id": row["mark"], "res": 4, "query": "from=2020&to=2020"}
    text = told(details.told(context, picked, "en"))
    assert f"A: {row['a']} · B: {row['b']}" in text
    assert "Jan 2020 – Dec 2020" in text
    with pytest.raises(UsageError):
        details.told(context, {**picked, "id": "nonsense"}, "en")
