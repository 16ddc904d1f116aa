"""`boundaries`: the report, the words, and the exit status."""

from __future__ import annotations

import json

import pytest

from tests.unit.data.areas.conftest import square, write_geojson

A, B = ("Aaa", square(-3, 17)), ("Bbb", square(-2, 17))
KEYS = ["file", "level", "countries", "rows_read", "accepted", "merged", "rejected", "reasons",
        "vintages", "source", "licence", "columns", "snapshot", "matches", "units", "incidents"]


@pytest.fixture
def file(tmp_path):
    return write_geojson(tmp_path / "units.geojson", [A, B, ("Shapeless", None)])


def test_json_holds_what_scripts_rely_on(run_cli, file):
    ran = run_cli("boundaries", file, "--json", "--licence", "cc-by", "--vintage", "2021")
    found = json.loads(ran.out)
    assert (ran.status, list(found)) == (0, KEYS)
    assert found["matches"] == {"new": 2} and found["reasons"] == {"shape_missing": 1}
    assert (found["level"], found["countries"], found["vintages"]) == (2, ["ML"], ["2021"])
    assert found["licence"] == "cc-by-4.0" and found["columns"] == {"name": "ADM2_FR"}


def test_a_person_gets_words(run_cli, file, tmp_path, monkeypatch):
    said = run_cli("boundaries", file).out
    assert "3 records read; second-level units of Mali, vintage not stated" in said
    assert "the unit has no shape" in said and "Published as snapshot" in said
    assert "as known before" not in said
    write_geojson(file, [("Aaa", square(-3, 17, 0.6)), ("Ccc", square(-2.4, 17, 0.4)),
                         ("Ddd", B[1])])
    said = run_cli("boundaries", file, "--dry-run").out
    assert "other shape: Aaa" in said and "new: Ccc, before part of Aaa" in said
    assert "renamed: Ddd, before Bbb" in said and "this was a dry run" in said
    monkeypatch.setenv("ATLAS_LANGUAGE", "fr")
    assert "records read" not in run_cli("boundaries", file, "--dry-run").out


def test_what_is_gone_is_told(run_cli, file, tmp_path):
    run_cli("boundaries", file)
    both = write_geojson(tmp_path / "both.geojson", [("Both", square(-3, 17, 2))])
    said = run_cli("boundaries", both).out
    assert "gone: Aaa, now in Both" in said and "gone: Bbb, now in Both" in said


def test_rejects_are_written(run_cli, file, tmp_path, store):
    assert "--rejects" in run_cli("boundaries", file, "--dry-run").out
    run_cli("boundaries", file, "--dry-run", "--rejects", tmp_path / "r.csv")
    assert "shape_missing" in (tmp_path / "r.csv").read_text()
    assert not store.folder.exists()


def test_nothing_usable_is_exit_1(run_cli, tmp_path, store):
    path = write_geojson(tmp_path / "x.geojson", [("Shapeless", None)])
    assert run_cli("boundaries", path, "--json").status == 1
    assert store.current() is None


def test_a_question_is_answered_by_an_option(run_cli, tmp_path):
    path = write_geojson(tmp_path / "x.geojson", [("", A[1])], **{"": {"odd": "Aaa"}})
    asked = run_cli("boundaries", path)
    assert asked.status == 1 and "--name-column" in asked.err and "odd" in asked.err
    assert run_cli("boundaries", path, "--name-column", "odd").status == 0


@pytest.mark.parametrize("words", [
    ["--level", "9"], ["--name-column", "nowhere"], ["--code-column", "nowhere"],
    ["--country", "Atlantis"], ["--licence", "nothing"], ["--rejects", "/no/such/folder/r.csv"],
])
def test_a_wrong_option_is_exit_2_with_a_sentence(run_cli, file, store, words):
    ran = run_cli("boundaries", file, *words, "--json")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.strip() and store.current() is None


def test_a_file_that_cannot_be_read_is_exit_1_with_a_sentence(run_cli, tmp_path):
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    ran = run_cli("boundaries", tmp_path / "x.csv", "--level", "1")
    assert ran.status == 1 and "not a file of shapes" in ran.err


def test_check_looks_at_loaded_units(run_cli, file):
    run_cli("boundaries", file)
    found = json.loads(run_cli("check", "--json").out)
    assert found["ok"] and "shapes" in {check["check"] for check in found["checks"]}
