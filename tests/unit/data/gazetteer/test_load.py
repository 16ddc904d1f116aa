"""Gazetteers into the store: dumps and lists, what is refused, and what lies elsewhere."""

from __future__ import annotations

import pytest

from data.errors import UndecidedError, UsageError
from data.gazetteer.load import Options, load_gazetteer
from data.gazetteer.schema import GAZETTEER, GAZETTEER_TABLE
from data.gazetteer.stored import places
from tests.unit.data.gazetteer.conftest import dump

LIST = ("featureNam,Lat,Long,admin1Name_fr,admin2Name_fr,admin0Name_fr,population\n"
        "Tessit,15.2,0.1,Gao,Ansongo,Mali,1200\n")


@pytest.fixture
def load(tmp_path, store):
    """Load text as a file into the test's own store."""

    def run(content, name="ML.txt", **options):
        (tmp_path / name).write_text(content, encoding="utf-8")
        return load_gazetteer(store, tmp_path / name, Options(**options))

    return run


def rows(store):
    import ibis

    table = ibis.table(GAZETTEER, name=GAZETTEER_TABLE)
    return store.require().rows(table.order_by(["name", "lat"]))


def test_a_dump_is_read_without_a_header(load, store):
    report = load(dump({"name": "Ségou", "alternates": "Segu,Sikoro,QSE", "population": 90}))
    assert (report.form, report.accepted, report.source, report.licence) == (
        "geonames", 1, "GeoNames", "cc-by-4.0")
    (row,) = rows(store)
    assert (row["name"], row["alternates"], row["iso2"], row["population"]) == (
        "Ségou", ["Segu", "Sikoro"], "ML", 90)
    assert row["found_iso2"] is None


def test_a_list_of_settlements_is_read_by_its_header(load, store):
    report = load(LIST, "list.csv", source="OCHA", licence="cc-by-igo")
    assert (report.form, report.accepted, report.licence) == ("settlements", 1, "cc-by-igo-3.0")
    assert report.columns["name"] == "featureNam" and report.columns["lon"] == "Long"
    (row,) = rows(store)
    assert (row["name"], row["admin2"], row["population"], row["source"]) == (
        "Tessit", "Ansongo", 1200, "OCHA")


def test_a_list_without_a_country_takes_the_one_at_the_point(load, store):
    load("nom;lat;lon\nTessit;15,2;0,1\n", "list.csv")
    assert rows(store)[0]["iso2"] == "ML"


def test_places_outside_their_country_are_noticed_and_locate_nothing(load, store):
    report = load(dump({"name": "Here"}, {"name": "Away", "lat": 13.5, "lon": 2.1},
                       {"name": "Sea", "lat": 0, "lon": -20}))
    assert [(p.name, p.country, p.found) for p in report.outside] == [
        ("Away", "ML", "NE"), ("Sea", "ML", None)]
    assert (report.accepted, report.locating, report.as_json()["outside"]) == (3, 1, 2)
    assert "Away" not in places(store.current(), ["ML", "NE"]).names


def test_every_row_is_accepted_or_rejected_with_a_reason(load):
    text = dump({}, {"name": ""}, {"lat": ""}, {"lat": "x"}, {"lat": 91, "name": "High"},
                {"name": "Bountou"}) + "1\tcut off\n"
    report = load(text)
    assert report.reasons == {
        "place_name_missing": 1, "place_point_missing": 1, "lat_not_a_number": 1,
        "lat_out_of_range": 1, "place_repeated": 1, "too_few_fields": 1}
    assert report.rows_read == report.accepted + report.rejected == 7
    assert [reject.record for reject in report.rejects] == [2, 3, 4, 5, 6, 7]


def test_a_wadi_or_an_airport_locates_nothing(load, store):
    report = load(dump({"name": "Wadi", "class": "H", "code": "WAD"}, {"name": "Well", "class": "H",
                       "code": "WLL"}, {"name": "Strip", "class": "S", "code": "AIRP"}))
    assert (report.accepted, report.locating) == (3, 1)
    held = places(store.current(), ["ML"]).names
    assert "Well" in held and "Wadi" not in held and "Strip" not in held


def test_a_new_load_replaces_what_its_source_listed_of_the_country(load, store):
    load(dump({"name": "Old"}))
    load(dump({"name": "Other"}), "other.txt", source="Mine")
    load(dump({"name": "New"}))
    assert [row["name"] for row in rows(store)] == ["New", "Other"]


def test_the_same_file_again_changes_nothing_and_a_dry_run_neither(load, store):
    first = load(dump({}))
    assert first.snapshot and load(dump({})).snapshot is None
    assert load(dump({"name": "Else"}), dry_run=True).snapshot is None
    assert [row["name"] for row in rows(store)] == ["Bountou"]


def test_undo_gives_the_gazetteer_back(load, store):
    load(dump({"name": "Old"}))
    load(dump({"name": "New"}))
    store.undo()
    assert [row["name"] for row in rows(store)] == ["Old"]


def test_what_cannot_be_told_is_asked(load):
    with pytest.raises(UndecidedError, match="--map name=COLUMN"):
        load("a,lat,lon\nx,1,2\n", "list.csv")
    with pytest.raises(UndecidedError, match="--map lat=COLUMN"):
        load("nom,b\nx,1\n", "list.csv")
    with pytest.raises(UsageError, match="the fields are"):
        load(LIST, "list.csv", map=["nope=Lat"])


def test_a_column_that_is_named_decides(load, store):
    load("a,b,c\nTessit,15.2,0.1\n", "list.csv", map=["name=a", "lat=b", "lon=c"])
    assert rows(store)[0]["name"] == "Tessit"
