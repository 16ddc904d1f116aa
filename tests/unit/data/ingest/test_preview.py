"""The beginning of a file is shown as an import would understand it."""

from __future__ import annotations

import json

import pytest

from data.ingest import preview as previewing
from data.ingest.options import Options
from data.ingest.preview import preview
from tests.formats import geojson, row, workbook
from tests.support import held, plain, ucdp
from tests.unit.data.ingest.presets import files
from tests.unit.data.ingest.visits.files import visits


@pytest.fixture
def look(tmp_path, store, settings):
    def run(content, name="file.csv", **options):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return preview(store, path, Options(**options), settings)

    return run


@pytest.mark.parametrize(("name", "text"), [
    ("acled", files.acled({}, {})), ("ucdp-ged", ucdp({}, {})), ("gtd", files.gtd({}, {})),
    ("unodc-ids", files.unodc({}, {"City": "Elsewhere"})), ("unodc-totals", files.totals({}, {
        "Reference year": 2019})), ("generic", plain({}, {"notes": "b"})),
    ("hxl", "a,b\n#date,#country+name\n2019-03-07,Mali\n2019-03-08,Mali\n"),
])
def test_what_is_shown_is_what_an_import_makes_of_it(look, bring, store, name, text):
    found = look(text)
    assert found.preset is not None and found.preset.name == name
    assert found.problem is None and not found.cut
    bring(text)
    kept = {each["incident_id"]: each for each in held(store)}
    shown = [each.incident for each in found.rows if each.incident]
    assert len(shown) == len(kept) == 2
    for each in shown:
        for field in ("kind", "date_start", "lat", "place", "fatalities_best", "source", "flags"):
            assert each[field] == kept[each["incident_id"]][field]


def test_a_long_file_is_shown_by_its_beginning(look, monkeypatch):
    monkeypatch.setattr(previewing, "LOOKED_AT", 30)
    found = look(plain(*({"notes": str(i)} for i in range(40))))
    assert (found.read, found.cut, len(found.rows)) == (30, True, previewing.SHOWN)


def test_dates_that_the_beginning_leaves_open_are_read_to_the_end(look, monkeypatch):
    monkeypatch.setattr(previewing, "LOOKED_AT", 2)
    rows = [{"date": "03/04/2019"}, {"date": "05/06/2019"}, {"date": "25/06/2019"}]
    found = look(plain(*rows))
    assert found.problem is None and str(found.rows[0].incident["date_start"]) == "2019-04-03"
    assert look(plain(*rows[:2])).problem is not None


def test_a_rejected_record_is_shown_with_its_reasons(look):
    found = look(plain({}, {"lat": "north"}))
    assert [(each.record, each.status) for each in found.rows] == [(1, "accepted"), (2, "rejected")]
    assert found.rows[1].reasons == ("lat_not_a_number",) and found.rows[1].incident is None
    assert "north" in found.rows[1].fields


def test_what_is_left_open_is_told_beside_the_columns(look):
    text = "vu,saisi,pays\n2019-03-07,2019-04-01,Mali\n"
    found = look(text)
    assert found.problem is not None and found.columns == ("vu", "saisi", "pays")
    assert found.rows[0].fields == ["2019-03-07", "2019-04-01", "Mali"]
    assert look(text, map=["date_start=vu"]).problem is None


@pytest.mark.parametrize("content", [b"", b"<html></html>", b"\x00\x01\x02" * 99, b"PK\x03\x04"])
def test_what_is_no_table_is_said_and_not_raised(look, content):
    found = look(content)
    assert found.problem is not None and found.rows == []


def test_the_sheets_of_a_workbook_may_be_chosen(tmp_path, store, settings):
    found = preview(store, workbook(tmp_path / "a.xlsx", [row(1), row(2)]), Options(), settings)
    assert found.inside.sheets == ("Read me", "Incidents", "Lists")
    assert len(found.rows) == 2 and found.problem is None


def test_shapes_keep_to_their_records(tmp_path, store, settings, monkeypatch):
    monkeypatch.setattr(previewing, "LOOKED_AT", 2)
    path = geojson(tmp_path / "a.geojson", [row(1), row(2, lat=15.0), row(3)])
    found = preview(store, path, Options(), settings)
    assert [each.incident["lat"] for each in found.rows] == [16.27, 15.0]
    assert found.cut and found.own == 7


def test_visits_are_told_without_incidents(look):
    found = look(visits({}))
    assert previewing.is_of_visits(found.preset) and found.report.accepted == 1
    assert found.rows[0].incident is None and found.plan is None


def test_nothing_of_it_reaches_the_store(look, store):
    look(plain({}))
    assert store.current_id() is None


def test_how_the_format_was_told_names_columns_of_the_file(look):
    assert "event_id_cnty" in str(look(files.acled({})).why) or "event_type" in str(
        look(files.acled({})).why)
    assert "no known source" in str(look(plain({})).why)
    assert "you chose it" in str(look(plain({}), preset="gtd").why)


def test_a_preview_of_an_export_of_ours_is_recognised(look):
    columns = json.loads('["incident_id", "source", "kind"]')
    assert look(",".join(columns) + "\n1,2,3\n").preset is not None
