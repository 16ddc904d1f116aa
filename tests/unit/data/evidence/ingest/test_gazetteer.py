"""Names to places: known ones first, then countries and units, and never a guess."""

from __future__ import annotations

import pytest
import shapely

from data.boundaries import load_countries, load_units
from data.evidence.ingest.gazetteer import Gazetteer, UnplacedError, is_newer_unit
from data.evidence.ingest.known import Known
from data.evidence.model import Place
from data.evidence.read import problems


class Few(Known):
    """Three invented places."""

    def rows(self, table):
        yield from [
            {"id": "a", "name_en": "Invented Town", "name_fr": "Ville inventée", "iso2": "ML"},
            {"id": "b", "name_en": "Twin", "name_fr": "not stated", "iso2": "ML"},
            {"id": "c", "name_en": "Twin", "name_fr": "not stated", "iso2": "NE"},
        ] if table == "places" else []


@pytest.fixture
def few():
    return Gazetteer(Few(None))


@pytest.mark.parametrize("text", ["a", "invented town", "VILLE INVENTEE"])
def test_a_known_place_is_found_by_id_and_by_name(few, text):
    assert few.find(text, None) == ("a", None)


def test_namesakes_are_told_apart_by_country_alone(few):
    assert few.find("Twin", "NE") == ("c", None)
    with pytest.raises(UnplacedError, match="place_ambiguous:Twin"):
        few.find("Twin", None)


def test_a_country_becomes_a_place_with_a_point_inside_it(few):
    id, row = few.find("Côte d’Ivoire", None)
    assert (id, row["iso2"], row["where_precision"]) == ("country-ci", "CI", "6")
    area = load_countries().geometries[load_countries().ids.index("CI")]
    assert area.contains(shapely.Point(float(row["lon"]), float(row["lat"])))
    assert problems(Place, row) == []


def test_a_unit_becomes_a_place_with_a_point_inside_it(few):
    id, row = few.find("région de Tombouctou", None)
    assert (row["iso2"], row["where_precision"], row["name_en"]) == ("ML", "4", "Timbuktu")
    units = load_units()
    area = units.geometries[units.ids.index(row["unit_id"])]
    assert id == f"unit-{row['unit_id'].lower()}"
    assert area.contains(shapely.Point(float(row["lon"]), float(row["lat"])))


def test_a_unit_newer_than_ours_is_not_taken_for_the_older_one(few):
    _, row = few.find("Ménaka", None)
    assert is_newer_unit(row)
    assert (row["name_en"], row["unit_id"], row["where_precision"]) == ("Ménaka", "ML-7", "5")


@pytest.mark.parametrize("text", ["Atlantis", "", "?"])
def test_an_unknown_name_is_no_place(few, text):
    with pytest.raises(UnplacedError, match="place_unknown"):
        few.find(text, None)
