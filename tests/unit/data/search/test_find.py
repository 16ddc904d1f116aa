"""A typed word and what it may mean."""

from __future__ import annotations

import pytest

from data.search import actors
from data.search.find import find
from data.search.index import Index, Named, in_country, index


def names(text, most=10):
    return [hit.named.en for hit in find(index(None), text, most)]


def test_a_place_is_found_by_its_name_in_either_language_whatever_accents_and_case():
    for text in ("Tombouctou", "timbuktu", "TOMBOUCTOU", "Ménaka", "menaka"):
        assert names(text), text
    assert names("menaka") == names("MÉNAKA")
    assert names("Tombouctou")[0] == "Timbuktu"


def test_what_is_typed_in_part_is_found_with_the_larger_first():
    assert "Bamako" in names("bam")
    assert names("bamako")[0] == "Bamako"
    assert len(names("ba", 6)) == 6


@pytest.mark.parametrize(("slip", "meant"), [
    ("tombuktu", "Timbuktu"), ("Bamkao", "Bamako"), ("Niamay", "Niamey"),
    ("Ouagadougu", "Ouagadougou"), ("Burkina Fasso", "Burkina Faso")])
def test_a_slip_of_the_pen_is_forgiven(slip, meant):
    assert meant in names(slip)


def test_a_short_or_foreign_word_finds_nothing():
    assert names("g") == names("") == names("xqzzyw") == []


def test_units_and_countries_are_told_from_towns():
    kinds = {hit.named.kind for hit in find(index(None), "Gao", 10)}
    assert {"town", "unit"} <= kinds
    mali = find(index(None), "Mali", 5)[0].named
    assert mali.kind == "country" and mali.bounds is not None and in_country(mali, "en") == ""


def test_a_code_is_understood():
    assert "Mali" in names("ML")


def test_each_thing_is_told_once():
    one = Named("town", "Gao", "Gao", "ML", 0, 0, 1)
    twice = Index((one,), ("gao", "gaoua"), (0, 0))
    assert [hit.spelling for hit in find(twice, "gao", 5)] == ["gao"]


def test_actors_are_found_by_the_beginnings_of_their_words(demo_store):
    snapshot = demo_store.require()
    found = actors.find(snapshot, "arm gro", 5)
    assert found and all("armed" in name.lower() for name, _ in found)
    assert [n for _, n in found] == sorted((n for _, n in found), reverse=True)
    assert actors.find(snapshot, "rmed", 5) == [] == actors.find(snapshot, "", 5)


def test_an_actor_counts_each_incident_once(demo_store):
    snapshot = demo_store.require()
    name, n = actors.find(snapshot, "armed", 1)[0]
    from data.queries.filters import selected
    from data.selection import Selection
    rows = selected(Selection.of(actor_is=[name]))
    assert snapshot.rows(rows.count().name("n").as_table())[0]["n"] == n
