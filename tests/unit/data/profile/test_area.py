"""Which unit a word means, which incidents and places are in it, and which only around it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from data.errors import UsageError
from data.evidence.base import committed
from data.profile.area import Area, Named, drawn, find, search
from data.selection import Selection
from data.settle import settled

GAO, TIMBUKTU, MALI = "ML-7", "ML-6", "ML"
PLACES = committed().places


def test_a_unit_is_found_by_its_code_and_by_the_name_that_one_alone_has(ground):
    assert find(ground, GAO).unit.id == search(ground, "Gao").unit.id == GAO
    assert search(ground, "Tombouctou").name("fr") == "Tombouctou"
    assert search(ground, "Mali").level == 0


@pytest.mark.parametrize("word", ["", "Nowhere at all", "ML-99"])
def test_a_word_that_means_no_unit_is_refused(ground, word):
    with pytest.raises(UsageError):
        search(ground, word)


def test_a_name_that_several_units_have_is_refused_with_their_codes(ground):
    with pytest.raises(UsageError, match="BF-"):
        search(ground, "Centre")


def test_what_is_known_to_the_country_alone_is_not_in_a_unit(snapshot, ground):
    gao, mali = find(ground, GAO), find(ground, MALI)
    inside = snapshot.rows(gao.incidents(Selection()).select("where_precision", "admin1_id"))
    assert {row["admin1_id"] for row in inside} == {GAO}
    assert {row["where_precision"] for row in inside} == {1, 2, 3, 4}
    everywhere = snapshot.rows(mali.incidents(Selection()).select("where_precision"))
    assert {row["where_precision"] for row in everywhere} >= {5, 6}


def test_a_unit_takes_the_place_of_filters_by_place(ground):
    asked = Selection.of(admin1=["Kidal"], bbox="0,0,1,1", country=["NE"], kind=["kidnapping"],
                         area="circle:0,16,10")
    assert find(ground, GAO).scope(asked) == Selection.of(kind=["kidnapping"])


def test_a_drawn_area_keeps_the_filter_that_draws_it(ground):
    asked = Selection.of(area="circle:-0.04,16.27,60")
    area = drawn(asked, ground)
    assert (area.level, area.iso2, area.countries) == (None, MALI, frozenset({MALI}))
    assert area.scope(asked) == asked
    with pytest.raises(UsageError):
        drawn(Selection(), ground)


def test_places_are_in_the_unit_that_they_are_known_to(ground):
    gao = find(ground, GAO)
    held = {id for id, place in PLACES.items() if gao.holds(place)}
    assert {"gao", "gao-region", "bourem-cercle"} <= held
    assert not held & {"mali", "mali-north", "gao-niamey-road", "timbuktu-region", "niger"}


def test_what_is_said_of_a_country_lies_around_its_units_and_not_in_them(ground):
    gao, mali = find(ground, GAO), find(ground, MALI)
    around = {id for id, place in PLACES.items() if gao.lies_around(place)}
    assert {"mali", "mali-north", "mali-south"} <= around
    assert not around & {"gao", "timbuktu-region", "kayes", "niger", "sahel"}
    assert all(mali.holds(PLACES[id]) for id in around)


@given(st.sampled_from(sorted(PLACES)), st.sampled_from([GAO, TIMBUKTU, "ML-5", "BF-12", MALI]))
def test_no_place_is_both_in_an_area_and_around_it(ground, id, unit):
    area = find(ground, unit)
    assert not (area.holds(PLACES[id]) and area.lies_around(PLACES[id]))


def test_a_point_says_where_it_is_where_loaded_units_have_shrunk():
    shrunk = Area(Named(GAO, ("Gao", "Gao")), 1, MALI, None, shapely.box(-1, 16, 1, 17),
                  source="somebody")
    elsewhere = replace(PLACES["gao"], lon=2.4, lat=15.9)
    assert shrunk.holds(PLACES["gao"])
    assert not shrunk.holds(elsewhere)
    assert shrunk.holds(PLACES["gao-region"])


def test_a_drawn_area_holds_places_of_units_that_lie_in_it_and_not_of_those_it_cuts(ground):
    small = drawn(settled(Selection.of(area="circle:-0.04,16.27,60"), ground), ground)
    large = drawn(settled(Selection.of(area="circle:1,17,700"), ground), ground)
    region, town, bamako = PLACES["gao-region"], PLACES["gao"], PLACES["bamako"]
    assert (small.holds(region), small.lies_around(region)) == (False, True)
    assert (large.holds(region), large.lies_around(region)) == (True, False)
    assert small.holds(town)
    assert not small.holds(bamako)
    assert not small.lies_around(bamako)
    assert small.lies_around(PLACES["mali"])
