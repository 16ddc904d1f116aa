"""Files without coordinates, from the import to the store."""

from __future__ import annotations

from data.gazetteer.load import Options, load_gazetteer
from tests.support import held, only, table
from tests.unit.data.gazetteer.conftest import dump

COLUMNS = ("id", "date", "type", "pays", "region", "cercle", "lieu", "lat", "lon", "notes")
ROW = {"date": "2020-01-02", "type": "kidnapping", "pays": "Mali", "region": "Gao"}


def rows(*differences):
    return table(({**ROW, "id": i, **row} for i, row in enumerate(differences, start=1)), COLUMNS)


def reasons(row):
    return [flag["reason"] for flag in row["flags"]]


def test_a_shipped_town_locates_a_record(bring, store):
    bring(rows({"lieu": "ansongo"}))
    row = only(store)
    assert (row["where_precision"], row["admin1"], row["place"]) == (1, "Gao", "ansongo")
    assert round(row["lat"], 1) == 15.7 and row["cell"] and reasons(row) == ["place_located"]


def test_a_loaded_gazetteer_locates_more_and_makes_revisions(bring, store, tmp_path):
    text = rows({"lieu": "Bountou"}, {"lieu": "Ansongo"})
    bring(text)
    assert held(store)[0]["lat"] is None
    (tmp_path / "ML.txt").write_text(dump({"name": "Bountou"}), encoding="utf-8")
    load_gazetteer(store, tmp_path / "ML.txt", Options())
    again = bring(text).report
    assert (again.total("updated"), again.total("unchanged")) == (1, 1)
    assert held(store)[0]["lat"] == 16.0


def test_a_doubt_that_a_loaded_gazetteer_raises_reaches_the_store(bring, store, tmp_path):
    text = rows({"lieu": "Bountou"}, {"lieu": "Ansongo"})
    bring(text)
    (tmp_path / "ML.txt").write_text(dump(
        {"name": "Bountou"}, {"name": "Bountou", "lat": 17.0}), encoding="utf-8")
    load_gazetteer(store, tmp_path / "ML.txt", Options())
    again = bring(text).report
    assert again.total("unchanged") == 2 and again.tally("flags")["place_ambiguous"] == 1
    assert [reasons(row) for row in held(store)] == [["place_ambiguous"], ["place_located"]]
    settled = store.current_id()
    bring(text)
    assert store.current_id() == settled


def test_a_place_in_the_notes_alone_locates_nothing(bring, store):
    bring(rows({"notes": "in Ansongo, by the market"}))
    row = only(store)
    assert (row["lat"], row["where_precision"], row["admin1"], row["flags"]) == (
        None, 4, "Gao", [])


def test_coordinates_are_never_replaced_by_a_place(bring, store):
    bring(rows({"lieu": "Ansongo", "lat": 16.27, "lon": -0.04}))
    row = only(store)
    assert (row["lat"], row["lon"]) == (16.27, -0.04) and "place_located" not in reasons(row)


def test_a_region_or_a_country_alone_is_no_point(bring, store):
    bring(rows({}, {"region": ""}))
    unit, country = held(store)
    assert [(r["where_precision"], r["lat"], r["cell"]) for r in (unit, country)] == [
        (4, None, None), (6, None, None)]
    assert (unit["admin1"], country["admin1"]) == ("Gao", None)


def test_a_place_without_any_country_is_refused(bring):
    report = bring(rows({"pays": "", "region": "", "lieu": "Ansongo"})).report
    assert report.files[0].reasons == {"no_location": 1}


def test_flags_of_places_are_counted_and_are_no_conflicts(bring):
    report = bring(rows({"lieu": "Ansongo"}, {"lieu": "Ansogno"})).report
    assert report.tally("flags") == {"place_located": 2} and report.total("flagged") == 0
    assert report.total("accepted") == report.total("rows_read") == 2
