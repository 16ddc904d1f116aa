"""`app.py gazetteer`: what it says, what scripts get, and what it refuses."""

from __future__ import annotations

import csv
import json

import pytest

from tests.unit.data.gazetteer.conftest import dump

KEYS = ["file", "form", "countries", "rows_read", "accepted", "rejected", "reasons", "locating",
        "source", "licence", "columns", "snapshot", "outside", "places_outside"]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ML.txt"
    path.write_text(dump({}, {"name": "Away", "lat": 13.5, "lon": 2.1}, {"lat": ""}),
                    encoding="utf-8")
    return path


def test_json_holds_what_scripts_rely_on(run_cli, file):
    ran = run_cli("gazetteer", file, "--json")
    found = json.loads(ran.out)
    assert (ran.status, list(found)) == (0, KEYS)
    assert (found["rows_read"], found["accepted"], found["rejected"]) == (3, 2, 1)
    assert found["places_outside"] == [{"record": 2, "name": "Away", "country": "ML",
                                        "found": "NE", "lat": 13.5, "lon": 2.1}]


def test_the_report_tells_of_places_elsewhere(run_cli, file):
    ran = run_cli("gazetteer", file)
    assert "Away (13.50000, 2.10000) is listed under Mali and lies in Niger" in ran.out
    assert "the place has no coordinates" in ran.out and "Published as snapshot" in ran.out


def test_rejected_rows_are_written_with_their_fields(run_cli, file, tmp_path):
    run_cli("gazetteer", file, "--rejects", tmp_path / "rejects.csv")
    with (tmp_path / "rejects.csv").open(encoding="utf-8", newline="") as source:
        (row,) = csv.DictReader(source)
    assert (row["record"], row["reasons"], row["name"]) == ("3", "place_point_missing", "Bountou")


def test_columns_named_for_a_dump_are_refused_not_passed_over(run_cli, file, store):
    ran = run_cli("gazetteer", file, "--map", "name=Village")
    assert (ran.status, ran.out, store.current_id()) == (2, "", None)
    assert "--map does not take “name=Village”: a GeoNames dump is read without it" in ran.err


def test_a_dry_run_leaves_the_store_alone(run_cli, file, store):
    assert run_cli("gazetteer", file, "--dry-run").status == 0
    assert store.current_id() is None


@pytest.mark.parametrize("content", ["", "<html>", "name;lat;lon\n"])
def test_what_is_no_gazetteer_is_refused_with_a_sentence(run_cli, tmp_path, store, content):
    (tmp_path / "x.csv").write_text(content)
    ran = run_cli("gazetteer", tmp_path / "x.csv")
    assert ran.status == 1 and ran.out == "" and ran.err.count("\n") == 1
    assert store.current_id() is None


def test_without_a_usable_row_the_status_says_so(run_cli, tmp_path):
    (tmp_path / "ML.txt").write_text(dump({"name": ""}), encoding="utf-8")
    assert run_cli("gazetteer", tmp_path / "ML.txt").status == 1
