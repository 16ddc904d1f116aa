"""Names set against places: right, refused, and never a guess."""

from __future__ import annotations

import numpy as np
import pytest

from data.gazetteer.find import Area
from tests.unit.data.gazetteer.conftest import find, meant, places_of

GAO = places_of(
    {"name": "Ansongo", "lat": 15.66, "lon": 0.50},
    {"name": "Ouatagouna", "lat": 15.18, "lon": 0.72},
    {"name": "Bountou", "lat": 16.0, "lon": -0.5}, {"name": "Tin Aïcha", "lat": 16.5, "lon": 0.1},
    {"name": "Gao", "alternates": ["Nkao", "غاو"], "lat": 16.27, "lon": -0.04})


@pytest.mark.parametrize(("written", "place"), [
    ("Ansongo", "Ansongo"), ("ANSONGO", "Ansongo"), ("Tin Aicha", "Tin Aïcha"),
    ("tin-aïcha", "Tin Aïcha"), ("Watagouna", "Ouatagouna"), ("Ansogno", "Ansongo"),
    ("Ansogo", "Ansongo"), ("Anssongo", "Ansongo"), ("Nkao", "Gao"), ("غاو", "Gao"),
])
def test_a_name_is_found_however_it_is_written(written, place):
    assert meant(GAO, written) == place


@pytest.mark.parametrize("written", ["Kidal", "Ga", "Gai", "Zzz", "Bourem", ""])
def test_another_name_is_none_of_these(written):
    assert meant(GAO, written) is None


def test_only_a_name_written_alike_scores_one():
    exact, alike = find(GAO, "ansongo", "Ansogno")
    assert exact.exact and not alike.exact
    assert exact.candidates[0].score == 1 > alike.candidates[0].score > 0.8


def test_two_villages_of_one_name_that_lie_apart_are_a_tie():
    (found,) = find(places_of({"name": "Bara", "lat": 15.8}, {"name": "Bara", "lat": 16.8}), "Bara")
    assert found.verdict == "ambiguous"
    assert [round(c.km) for c in found.candidates] == [0, 111]


def test_a_village_listed_twice_is_one():
    twice = places_of({"name": "Hombori", "lat": 15.28}, {"name": "Hombori", "lat": 15.33})
    (found,) = find(twice, "Hombori")
    assert (found.verdict, len(found.candidates)) == ("found", 1)
    assert found.candidates[0].spread_km == pytest.approx(5.5, abs=0.2)


def test_a_chief_town_goes_before_villages_of_its_name():
    both = places_of({"name": "Mopti", "lat": 13.0}, {"name": "Mopti", "feature_code": "PPLA"})
    (found,) = find(both, "Mopti")
    assert found.verdict == "found" and found.candidates[0].place == 1
    assert len(found.candidates) == 2


def test_a_village_goes_before_a_well_of_its_name():
    both = places_of({"name": "Tessit", "feature_class": "H", "feature_code": "WLL", "lat": 13.0},
                     {"name": "Tessit"})
    assert find(both, "Tessit")[0].candidates[0].place == 1


def test_a_slip_that_fits_two_villages_is_refused():
    both = places_of({"name": "Koundia", "lat": 14}, {"name": "Koundra", "lat": 15})
    assert meant(both, "Koundiia") == "Koundia"
    assert find(both, "Koundba")[0].verdict == "ambiguous"


def test_a_spelling_of_one_village_that_is_nearly_the_name_of_another_is_refused():
    both = places_of({"name": "Balalani", "alternates": ["Balani"], "lat": 14},
                     {"name": "Baleani", "lat": 15})
    assert find(both, "Balani")[0].verdict == "ambiguous"


def test_a_name_that_sounds_like_two_places_is_refused_unless_written_as_one_alone():
    both = places_of({"name": "Ouerena", "lat": 14}, {"name": "Werena", "lat": 15})
    assert find(both, "Ouerena")[0].verdict == "ambiguous"
    assert meant(places_of({"name": "Ouerena"}), "Werena") == "Ouerena"


def test_places_outside_the_area_are_not_looked_at():
    area = Area(GAO, np.array([1, 2]))
    assert [f.verdict for f in area.find(["Ansongo", "Bountou"])] == ["unknown", "found"]


def test_an_empty_gazetteer_knows_nothing():
    assert [f.verdict for f in find(places_of(), "Gao", "Ansongo")] == ["unknown", "unknown"]


def test_the_same_name_asked_again_has_the_same_answer():
    one, other = find(GAO, "Ansongo", "Ansongo")
    assert one == other
