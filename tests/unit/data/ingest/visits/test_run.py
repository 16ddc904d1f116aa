"""An import of visits: counts that add up, revisions, and one publish with incidents."""

from __future__ import annotations

import json

import ibis
import pytest

from data.evidence.stored import stored_rows
from data.ingest.options import Options
from data.ingest.run import import_files
from data.store import IMPORTS_SCHEMA
from tests.support import held, plain
from tests.unit.data.ingest.visits.files import VISIT, visits

PARTS = ("accepted", "updated", "unchanged", "merged", "rejected")


def test_the_counts_are_of_visits_and_add_up(visited):
    report = visited({}, {"vid": 1}, {"vid": 1, "workers_numb": 7}, {"pcode": ""},
                     {"pcode": "b"}).report.as_json()
    assert {name: report[name] for name in ("rows_read", *PARTS)} == {
        "rows_read": 5, "accepted": 2, "updated": 0, "unchanged": 0, "merged": 1, "rejected": 2}
    assert (report["sites"], report["places"], report["levies"]) == (2, 2, 2)
    assert report["reasons"] == {"duplicate_id": 1, "site_id_missing": 1}


def test_the_same_file_again_changes_nothing(visited, store):
    visited({}, {"pcode": "b"})
    before = store.current_id()
    report = visited({}, {"pcode": "b"}).report
    assert (report.total("unchanged"), report.snapshot) == (2, None)
    assert set(report.tables()["levies"]) == {"unchanged"}
    assert store.current_id() == before


def test_a_revised_visit_revises_its_levies(visited, evidence):
    visited({}, {})
    report = visited({"frequency_armed_group1": "Une fois par semaine"}, {}).report
    assert (report.total("updated"), report.total("unchanged")) == (1, 1)
    assert report.tables()["levies"] == {"updated": 1, "unchanged": 1}
    assert {levy.id: levy.frequency for levy in evidence().levies
            if levy.id.startswith("ipis-")} == {
        "ipis-1-1-mining": "weekly", "ipis-2-1-mining": "daily"}


def test_a_levy_that_a_visit_no_longer_tells_of_is_withdrawn(visited, evidence):
    visited({"commerce_taxation_armed_group1": 1}, {"vid": 11})
    report = visited({"commerce_taxation_armed_group1": 0}).report
    assert report.tables()["levies"] == {"unchanged": 1, "withdrawn": 1}
    assert [levy.id for levy in evidence().levies if levy.id.startswith("ipis-")] == [
        "ipis-1-1-mining", "ipis-11-1-mining"]


def test_going_back_undoes_all_tables_together(visited, store):
    visited({})
    visited({}, {"pcode": "b"})
    store.undo()
    assert [row["id"] for row in stored_rows(store.require(), "sites")] == ["invented1"]
    assert len(stored_rows(store.require(), "levies")) == 1


def test_a_dry_run_tells_and_writes_nothing(visited, store):
    report = visited({}, dry_run=True).report.as_json()
    assert (report["accepted"], report["levies"]) == (1, 1)
    assert store.current() is None


def test_incidents_and_visits_are_one_publish(tmp_path, store, settings):
    (tmp_path / "incidents.csv").write_text(plain({}))
    (tmp_path / "visits.csv").write_text(visits({}, {}))
    paths = [tmp_path / "visits.csv", tmp_path / "incidents.csv"]
    report = import_files(store, paths, Options(), settings).report.as_json()
    assert (report["preset"], report["rows_read"], report["accepted"]) == ("mixed", 3, 3)
    assert [file["preset"] for file in report["files"]] == ["ipis-mines", "generic"]
    assert "tables" in report["files"][0] and "tables" not in report["files"][1]
    assert (len(held(store)), len(stored_rows(store.require(), "visits"))) == (1, 2)
    assert len(store.snapshots()) == 1


def test_visits_leave_the_incidents_there_were(bring, visited, store):
    bring(plain({}))
    visited({})
    assert len(held(store)) == 1


def test_a_later_file_is_set_against_an_earlier_one(tmp_path, store, settings):
    (tmp_path / "a.csv").write_text(visits({}, {}))
    (tmp_path / "b.csv").write_text(visits({}, {"workers_numb": 7}))
    outcome = import_files(store, [tmp_path / "a.csv", tmp_path / "b.csv"], Options(), settings)
    first, second = outcome.report.files
    assert (first.accepted, second.unchanged, second.updated) == (2, 1, 1)
    assert {row["workers"] for row in stored_rows(store.require(), "visits")} == {
        "not stated", "7"}


def test_source_and_licence_that_the_user_says_travel_with_every_row(visited, store):
    visited({}, source="A friend", licence="acled")
    snapshot = store.require()
    for table in ("sites", "visits", "levies", "places", "documents"):
        assert {(row["source"], row["licence"]) for row in stored_rows(snapshot, table)} == {
            ("A friend", "acled")}


def test_the_import_is_noted_with_what_became_of_each_table(visited, store):
    visited({})
    (note,) = store.require().rows(ibis.table(IMPORTS_SCHEMA, name="imports"))
    assert (note["preset"], note["source"]) == ("ipis-mines", "IPIS")
    assert json.loads(note["report"])["tables"]["levies"] == {"accepted": 1}
    (row,) = stored_rows(store.require(), "visits")
    assert row["import_id"] == note["import_id"]


def test_doubts_are_kept_with_the_row(visited, store):
    visited({"mineral1": "Unobtainium"})
    (row,) = stored_rows(store.require(), "visits")
    assert json.loads(row["flags"]) == [{"reason": "mineral_unknown", "named": "Unobtainium"}]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_person_is_told_of_what_the_visits_brought(run_cli, tmp_path, monkeypatch, language):
    monkeypatch.setenv("ATLAS_LANGUAGE", language)
    (tmp_path / "visits.csv").write_text(visits({}, {"visit_date": "2009-01-01"}))
    ran = run_cli("import", tmp_path / "visits.csv")
    assert ran.status == 0 and "ipis-mines" in ran.out
    assert sum(" + " in line for line in ran.out.splitlines()) == 3
    assert sum(" ⚑ " in line for line in ran.out.splitlines()) == 1


def test_rejected_visits_are_written_with_reasons_and_original_fields(run_cli, tmp_path):
    (tmp_path / "visits.csv").write_text(visits({}, {"latitude": "north"}))
    ran = run_cli("import", tmp_path / "visits.csv", "--rejects", tmp_path / "out.csv")
    assert ran.status == 0
    written = (tmp_path / "out.csv").read_text()
    assert "lat_not_a_number" in written and "north" in written and VISIT["project"] in written


def test_a_file_without_a_usable_visit_ends_with_status_1(run_cli, tmp_path, store):
    (tmp_path / "visits.csv").write_text(visits({"pcode": ""}))
    assert run_cli("import", tmp_path / "visits.csv").status == 1
    assert store.current() is None
