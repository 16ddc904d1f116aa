"""Units of a level: loaded ones beside shipped ones."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from data.areas.boundaries import levels, units
from tests.unit.data.areas.conftest import square

GRID = [(f"Unit {i}", square(-3 + i % 3, 17 + i // 3)) for i in range(9)]


def test_without_a_store_there_are_the_shipped_units():
    assert levels(None) == [0, 1]
    found = units(None, 1)
    assert found.name("ML-6", "en") == "Timbuktu" and found.name("ML-6", "fr") == "Tombouctou"
    assert found.parents[found.position["ML-6"]] == "ML"
    assert len(units(None, 2)) == 0
    assert units(None, 0).find("Côte d’Ivoire") == ("CI",)


def test_units_of_a_level_are_built_once_a_snapshot(load, store):
    load(GRID)
    assert units(store.current(), 2) is units(store.current(), 2)


def test_a_country_with_loaded_units_has_no_shipped_ones_at_that_level(load, store):
    load([("Other", square(-3, 17))], level=1, name_column="ADM2_FR")
    found = units(store.current(), 1)
    assert [i for i, iso2 in zip(found.ids, found.iso2, strict=True) if iso2 == "ML"] == [
        "ML-1-other"]
    assert found.iso2.count("NE") == units(None, 1).iso2.count("NE") > 0
    assert len(units(store.current(), 0)) == len(units(None, 0))


def test_units_are_found_by_id_and_name(load, store):
    load(GRID)
    found = units(store.current(), 2)
    assert found.find("ML-2-unit3") == found.find("UNIT 3") == ("ML-2-unit3",)
    assert found.find("unit 3", "NE") == () == found.find("nobody")


def test_the_tree_finds_the_unit_of_a_point(load, store):
    load(GRID)
    found = units(store.current(), 2)
    (here,) = found.tree.query(shapely.Point(-1.5, 18.5), predicate="intersects")
    assert found.names[here] == "Unit 4"


def test_simplified_units_stay_a_coverage(load, store):
    steps = np.linspace(17, 18, 60)
    edge = [(-2 + 0.01 * (i % 2), y) for i, y in enumerate(steps)]
    west = shapely.Polygon([(-3, 17), *edge, (-3, 18)])
    load([("West", west), ("East", square(-3, 17, 2).difference(west))])
    found = units(store.current(), 2)
    coarse = found.simplified(0.05)
    assert shapely.get_num_coordinates(coarse).sum() < 20
    assert shapely.coverage_is_valid(coarse)
    assert shapely.area(coarse).sum() == pytest.approx(2)


def test_a_unit_smaller_than_the_tolerance_stays():
    found = units(None, 0)
    coarse = found.simplified(0.5)
    assert not shapely.is_empty(coarse).any() and shapely.is_valid(coarse).all()
