"""Records without coordinates: what their place's name tells, and what it does not."""

from __future__ import annotations

import pytest
import shapely

from data.areas.boundaries import units_of
from data.areas.drawn import drawn
from data.ingest.placing import Asked, Placed, Placer
from tests.unit.data.gazetteer.conftest import places_of

PLACES = places_of(
    {"name": "Tessit", "lat": 15.2, "lon": 0.1}, {"name": "Ansongo", "lat": 15.66, "lon": 0.50},
    {"name": "Bara", "lat": 15.9, "lon": 0.3, "admin2": "Ansongo"},
    {"name": "Bara", "lat": 16.9, "lon": -0.3, "admin2": "Bourem"},
    {"name": "Bara", "lat": 14.0, "lon": -6.0}, {"name": "Gao", "lat": 16.27, "lon": -0.04},
    {"name": "Ménaka", "lat": 15.92, "lon": 2.40},
    {"name": "Puits", "feature_class": "H", "feature_code": "WLL", "lat": 16.1, "lon": 0.2})
CERCLES = units_of(2, [
    {"unit_id": f"ML-2-{name}", "name": name, "iso2": "ML", "parent_id": "ML-7", "vintage": "",
     "source": "", "licence": "", "geometry": shapely.box(-1, south, 1, south + 1)}
    for name, south in (("Ansongo", 15), ("Bourem", 16.5))])


def place(place=None, unit=None, unit2=None, country="ML", stated=None, areas=None) -> Placed:
    placer = Placer(areas or drawn(None), lambda _: PLACES, 5.0)
    return placer.place([Asked(place, unit, unit2, country, stated)])[0]


def told(placed: Placed) -> tuple:
    return placed.where_precision, placed.lat, placed.flag and placed.flag["reason"]


@pytest.mark.parametrize(("asked", "precision"), [
    ({"place": "Tessit", "unit": "Gao"}, 1), ({"place": "TESSIT", "unit": "Gao region"}, 1),
    ({"place": "Tesit", "unit": "Gao"}, 2), ({"place": "near Tessit", "unit": "Gao"}, 2),
    ({"place": "Tessit"}, 2), ({"place": "Tessit", "unit": "Nowhere"}, 2),
    ({"place": "Tessit", "unit": "Gao", "stated": 2}, 2), ({"place": "Puits", "unit": "Gao"}, 2),
])
def test_precision_says_what_is_known(asked, precision):
    found = place(**asked)
    assert found.where_precision == precision and found.lat is not None
    assert found.flag["reason"] == "place_located"


def test_the_flag_keeps_candidate_score_and_source():
    found = place("Tessitt", "Gao").flag
    assert found["named"] == "Tessitt" and found["found"].startswith("Tessit (Gao) 0.")
    assert found["suggestion"].startswith("Invented")


@pytest.mark.parametrize("asked", [
    {"place": "Tessit", "unit": "Gao", "stated": 4}, {"place": "région de Gao", "unit": "Gao"},
    {"place": "Zzzzzz", "unit": "Gao"}, {"unit": "Gao"}, {"place": "Tessit", "unit": "Kayes"},
])
def test_what_is_not_found_stays_known_to_its_unit_without_a_point(asked):
    assert told(place(**asked)) == (4, None, None)


def test_a_country_alone_is_known_to_the_country():
    assert told(place()) == (6, None, None)


def test_without_a_country_nothing_is_located():
    assert told(place("Tessit", country=None)) == (6, None, None)


def test_a_unit_that_one_country_has_tells_the_country():
    assert told(place("Tessit", "Gao", country=None)) == (1, 15.2, "place_located")


def test_a_unit_that_several_countries_have_does_not():
    assert place("Tessit", "Centre", country=None).lat is None


def test_villages_of_one_name_are_refused_with_the_candidates():
    found = place("Bara", "Gao")
    assert told(found) == (4, None, "place_ambiguous")
    assert found.flag["suggestion"].split("; ") == ["Bara (Gao) 1.00", "Bara (Gao) 1.00, 128 km"]


def test_the_second_level_unit_tells_them_apart_where_its_boundaries_are_loaded():
    areas = drawn(None).with_level(CERCLES)
    assert told(place("Bara", "Gao", "cercle de Bourem", areas=areas)) == (
        1, 16.9, "place_located")
    assert told(place(unit="Gao", unit2="Bourem", areas=areas)) == (3, None, None)


def test_or_where_the_gazetteer_names_it():
    assert told(place("Bara", "Gao", "Ansongo")) == (1, 15.9, "place_located")


def test_a_newer_unit_is_sought_in_the_older_one_that_holds_it():
    assert place("Menaka", "Ménaka").lat == 15.92


def test_a_place_called_as_its_unit_may_be_either_and_is_not_exact():
    assert told(place("Gao", "Gao")) == (2, 16.27, "place_located")


def test_a_place_that_is_nearly_called_so_is_suggested_and_not_taken():
    found = place("Tassit", "Gao")
    assert told(found) == (4, None, "place_unknown")
    assert found.flag["suggestion"].startswith("Tessit (Gao) 0.7")


def test_questions_are_answered_in_their_order():
    placer = Placer(drawn(None), lambda _: PLACES, 5.0)
    asked = [Asked(name, unit, None, "ML", None)
             for name, unit in (("Tessit", "Gao"), (None, "Gao"), ("Ansongo", None))]
    assert [p.lat for p in placer.place(asked)] == [15.2, None, 15.66]
    assert placer.place([]) == []
