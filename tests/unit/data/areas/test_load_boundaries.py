"""Boundaries into the store: ids, parents, countries, and what gives way."""

from __future__ import annotations

import pytest
import shapely

from data.areas.boundaries import levels, units
from data.areas.load_boundaries import Options, load_boundaries
from data.errors import StoreError, UsageError
from tests.unit.data.areas.conftest import square, write_geojson

A, B = ("Aaa", square(-3, 17)), ("Bbb", square(-2, 17))


def ids(store, level=2):
    found = units(store.current(), level)
    return [i for i, iso2 in zip(found.ids, found.iso2, strict=True) if iso2 == "ML"]


def test_units_lie_in_a_country_and_in_a_unit_above(load, store):
    report = load([A, B])
    found = units(store.current(), 2)
    assert ids(store) == ["ML-2-aaa", "ML-2-bbb"] and levels(store.current()) == [0, 1, 2]
    assert set(found.parents) <= {"ML-6", "ML-7", "ML-8"} and report.countries == ("ML",)
    assert report.rows_read == report.accepted == 2


def test_every_record_is_accepted_merged_or_rejected_with_a_reason(load):
    line = shapely.LineString([(-3, 17), (-2, 17)])
    report = load([A, ("", square(-1, 17)), ("None", None), ("Line", line),
                   ("Sea", square(-30, 0)), A, ("Part", square(0, 17)), ("Part", square(1, 18))],
                  {"Part": {"ADM2_PCODE": "P"}})
    assert report.reasons == {"unit_name_missing": 1, "shape_missing": 1, "unit_drawn_twice": 1,
                              "shape_not_an_area": 1, "country_not_found": 1}
    assert (report.accepted, report.merged, report.rejected) == (2, 1, 5)
    assert report.rows_read == 8
    assert {reject.record for reject in report.rejects} == {2, 3, 4, 5, 6}


def test_a_new_load_takes_the_place_of_the_level_alone(load, store):
    load([A, B])
    load([("Region", square(-3, 17, 2))], level=1, name_column="ADM2_FR")
    report = load([B, ("Ccc", A[1])])
    assert ids(store) == ["ML-2-aaa", "ML-2-bbb"] and ids(store, 1) == ["ML-1-region"]
    assert units(store.current(), 2).names == ["Ccc", "Bbb"]
    assert [c.kind for c in report.changes] == ["same", "renamed"]


def test_the_snapshot_before_stays_for_going_back(load, store):
    load([A])
    load([B])
    store.undo()
    assert ids(store) == ["ML-2-aaa"]


def test_units_below_get_their_parents_anew(load, store):
    load([A, B])
    load([("West", A[1]), ("East", B[1])], level=1, name_column="ADM2_FR")
    assert units(store.current(), 2).parents == ["ML-1-west", "ML-1-east"]


def test_the_same_file_again_and_a_dry_run_publish_nothing(load, store):
    assert load([A], dry_run=True).snapshot is None and store.current() is None
    before = load([A]).snapshot
    assert load([A]).snapshot is None and store.current_id() == before


def test_nothing_usable_leaves_the_store_alone(load, store):
    assert load([("None", None)]).accepted == 0
    assert store.current() is None


def test_units_of_one_name_are_told_apart_by_their_parents(load, store):
    load([("West", A[1]), ("East", B[1])], level=1, name_column="ADM2_FR")
    load([("Twin", square(-2.9, 17.1, 0.2, 0.2)), ("Twin", square(-1.9, 17.1, 0.2, 0.2))])
    assert ids(store) == ["ML-2-twin-ml1east", "ML-2-twin-ml1west"]


def test_a_small_unit_across_a_border_goes_with_the_others_of_its_file(load):
    across = [("Mali side", square(-3, 14, 1, 1)), ("Border", square(-2.05, 12.5, 0.1, 0.1))]
    country = {name: {"ADM0_PCODE": "XX"} for name, _ in across}
    assert load(across, country).countries == ("ML",)
    assert load(across, dry_run=True).countries == ("BF", "ML")


def test_the_country_may_be_stated(load):
    assert load([("Sea", square(-30, 0))], country="Mali").countries == ("ML",)
    with pytest.raises(UsageError, match="--country"):
        load([A], country="Atlantis")


def test_vintage_source_and_licence_travel_with_units(load, store):
    load([A, B], {"Aaa": {"validOn": "2021-12-20"}}, source="An office", licence="cc-by-igo")
    found = units(store.current(), 2)
    assert found.vintages == ["2021-12-20", ""]
    assert set(found.sources) == {"An office"} and set(found.licences) == {"cc-by-igo-3.0"}
    load([A, B], vintage="2023")
    assert set(units(store.current(), 2).vintages) == {"2023"}


def test_parts_of_a_country_are_one_country(tmp_path, store):
    path = write_geojson(tmp_path / "x.geojson", [("North", square(-3, 19)),
                                                  ("South", square(-8, 12))])
    report = load_boundaries(store, path, Options(level=0, name_column="ADM2_FR"))
    assert (report.accepted, report.merged) == (1, 1) and ids(store, 0) == ["ML"]


def test_the_demonstration_is_never_touched(tmp_path, demo_store):
    path = write_geojson(tmp_path / "x.geojson", [A])
    with pytest.raises(StoreError, match="demonstration"):
        load_boundaries(demo_store, path, Options())


@pytest.mark.shared
def test_the_regions_of_mali_keep_their_ids_and_menaka_is_split_from_gao(store, adm):
    report = load_boundaries(store, adm(1), Options())
    kinds = {change.name: (change.kind, change.unit_id) for change in report.changes}
    assert len(report.changes) == report.accepted == 10
    assert kinds.pop("Menaka") == ("new", "ML-1-menaka")
    assert kinds.pop("Gao") == ("changed", "ML-7")
    assert {kind for kind, _ in kinds.values()} == {"same"}
    assert kinds["Tombouctou"][1] == "ML-6" and kinds["Bamako"][1] == "ML-BKO"
    (menaka,) = (change for change in report.changes if change.name == "Menaka")
    assert menaka.related == ("Gao",)


@pytest.mark.shared
def test_the_cercles_of_mali_find_their_regions_whichever_is_loaded_first(store, adm):
    load_boundaries(store, adm(2), Options())
    load_boundaries(store, adm(1), Options())
    found = units(store.current(), 2)
    below = [n for n, p in zip(found.names, found.parents, strict=True) if p == "ML-1-menaka"]
    assert len(found) == 53
    assert sorted(below) == ["Anderamboukane", "Inekar", "Ménaka", "Tidermene"]


@pytest.mark.shared
def test_mali_itself_stays_mali(store, adm):
    report = load_boundaries(store, adm(0), Options())
    assert [(c.kind, c.unit_id) for c in report.changes] == [("same", "ML")]
    assert report.vintages == ("2021-12-20",)
