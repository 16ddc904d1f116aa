"""`history`, `rejects` and `flags --retired` on the command line."""

from __future__ import annotations

import csv
import json

import pytest

from data.ingest.identity import incident_id
from tests.support import held, plain


@pytest.fixture
def write(tmp_path):
    """Write a file of records with identifiers."""

    def run(name, *rows):
        (tmp_path / name).write_text(plain(*rows, extra=["id"]))
        return tmp_path / name

    return run


def bring(run_cli, path, *options):
    return run_cli("import", path, "--source", "An invented source", *options)


def test_the_history_of_a_record_is_told_by_its_own_number(run_cli, write):
    bring(run_cli, write("1.csv", {"id": "a", "fatalities": 3}))
    bring(run_cli, write("2.csv", {"id": "a", "fatalities": 5}))
    ran = run_cli("history", "a")
    assert ran.status == 0
    assert "Revised once: deaths, best estimate: 3, then 5" in ran.out
    assert "from 2.csv: fatalities_best 3 → 5" in ran.out
    found = json.loads(run_cli("history", incident_id("An invented source", "a"), "--json").out)
    assert (found["revisions"], found["retired"], found["kind_rule"]) == (1, None, "stated")
    assert [v["file"] for v in found["versions"]] == ["1.csv", "2.csv"]
    assert found["versions"][1]["changes"] == [
        {"field": "fatalities_best", "from": 3, "to": 5}]


def test_an_incident_that_is_not_there_is_wrong_usage(run_cli, write):
    bring(run_cli, write("1.csv", {"id": "a"}))
    ran = run_cli("history", "z")
    assert (ran.status, "no incident z" in ran.err) == (2, True)


def test_one_number_of_two_sources_is_asked_about(run_cli, write):
    run_cli("import", write("1.csv", {"id": "a"}))
    run_cli("import", write("2.csv", {"id": "a"}))
    ran = run_cli("history", "a")
    assert (ran.status, incident_id("1.csv", "a") in ran.err) == (1, True)


def test_an_older_file_is_told_of(run_cli, write):
    bring(run_cli, write("2.csv", {"id": "a", "fatalities": 5}), "--as-of", "2024-06-01")
    ran = bring(run_cli, write("1.csv", {"id": "a", "fatalities": 3}), "--as-of", "2024-05-01")
    assert "older than what is held, and kept as history: 1;" in ran.out
    assert bring(run_cli, write("1.csv", {"id": "a"}), "--as-of", "May").status == 2


def test_retired_incidents_are_listed(run_cli, write):
    bring(run_cli, write("1.csv", {"id": "a"}, {"id": "b"}, {"id": "c"}))
    assert "No incident" in run_cli("flags", "--retired").out
    ran = bring(run_cli, write("2.csv", {"id": "a"}, {"id": "b"}), "--full")
    assert "a whole export does not list them: 1;" in ran.out
    (row,) = json.loads(run_cli("flags", "--retired", "--json").out)
    assert row["source_record_id"] == "c"
    assert "An invented source c" in run_cli("flags", "--retired").out
    found = json.loads(run_cli("history", "c", "--json").out)
    assert found["retired"]["file"] == "2.csv"
    assert "2.csv, imported" in run_cli("history", "c").out


def test_a_reject_is_corrected_in_the_written_file_and_imported_again(
    run_cli, write, store, tmp_path
):
    bring(run_cli, write("1.csv", {"id": "a"}, {"id": "b", "lat": "x"}, {"id": "c", "lon": "y"}))
    assert [r["record"] for r in json.loads(run_cli("rejects", "--json").out)] == [2, 3]
    out = tmp_path / "mend.csv"
    assert f"Rejected records written to {out}: 2." in run_cli("rejects", "--out", out).out
    with out.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    rows[0]["lat"] = "16.5"
    with out.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    # The source is the one of the file that the records were rejected from.
    found = json.loads(run_cli("import", out, "--json").out)
    assert "notes" not in found  # what rejects are written with is no column that went unread
    assert (found["accepted"], found["rejected"]) == (1, 1)
    assert [(r["source"], r["source_record_id"], r["lat"]) for r in held(store)] == [
        ("An invented source", "a", 16.27), ("An invented source", "b", 16.5)]
    # The one that is still wrong is now one of the file that was imported last.
    left = json.loads(run_cli("rejects", "--json").out)
    assert [(r["file"], r["record"], r["fields"]["id"]) for r in left] == [("mend.csv", 2, "c")]


def test_no_rejects_are_said_to_be_none(run_cli, write):
    bring(run_cli, write("1.csv", {"id": "a"}))
    assert run_cli("rejects").out.startswith("The store keeps no rejected record")
    assert run_cli("rejects", "--out", "nowhere/at/all.csv").status == 2
