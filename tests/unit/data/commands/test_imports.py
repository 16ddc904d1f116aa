"""`import`: the report, the rejects, and the words to a person."""

from __future__ import annotations

import csv
import json

import pytest

from tests.support import plain

KEYS = ["preset", "rows_read", "accepted", "updated", "unchanged", "merged", "rejected",
        "flagged", "flags", "reasons"]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "it's {a} file.csv"
    path.write_text(plain({}, {"lat": "x"}, {"lon": 12.5, "where_precision": ""}))
    return path


def test_json_holds_what_scripts_rely_on(run_cli, file):
    ran = run_cli("import", file, "--json")
    found = json.loads(ran.out)
    assert (ran.status, list(found)) == (0, KEYS)
    assert found["flags"] == {"country_conflict": 1, "where_precision_unstated": 1}
    assert (found["rows_read"], found["accepted"], found["rejected"]) == (3, 2, 1)
    assert (found["flagged"], found["reasons"]) == (1, {"lat_not_a_number": 1})


def test_a_person_gets_words(run_cli, file, monkeypatch):
    said = run_cli("import", file).out
    assert "it's {a} file.csv: generic, 3 records read" in said
    assert "the latitude is not a number" in said and "--rejects" in said
    assert "lat=lat" in said and "Published as snapshot" in said
    assert "Nothing has changed" in run_cli("import", file).out
    assert "this was a dry run" in run_cli("import", file, "--dry-run").out
    monkeypatch.setenv("ATLAS_LANGUAGE", "fr")
    assert "3 records read" not in run_cli("import", file).out


def test_rejects_are_written_also_by_a_dry_run(run_cli, file, tmp_path, store):
    run_cli("import", file, "--dry-run", "--rejects", tmp_path / "r.csv")
    with (tmp_path / "r.csv").open(encoding="utf-8", newline="") as source:
        (row,) = csv.DictReader(source)
    assert (row["record"], row["reasons"], row["lat"]) == ("2", "lat_not_a_number", "x")
    assert not store.folder.exists()


def test_nothing_usable_is_exit_1(run_cli, tmp_path, store):
    (tmp_path / "bad.csv").write_text(plain({"lat": "x"}, {"date": ""}))
    ran = run_cli("import", tmp_path / "bad.csv", "--json", "--rejects", tmp_path / "r.csv")
    assert ran.status == 1
    assert json.loads(ran.out)["rejected"] == 2
    assert (tmp_path / "r.csv").read_text().count("\n") == 3
    assert store.current() is None


def test_a_column_is_mapped_and_a_licence_given(run_cli, tmp_path):
    (tmp_path / "odd.csv").write_text("jour;phi;lambda;quoi\n2019-03-07;16,27;-0,04;zakat\n")
    ran = run_cli("import", "--map", "lat=phi", tmp_path / "odd.csv", "--map", "lon=lambda",
                  "--licence", "ACLED-terms", "--source", "An office", "--json")
    assert json.loads(ran.out)["accepted"] == 1
    assert json.loads(run_cli("stats", "--json").out)["by_source"] == {"An office": 1}
    assert "1 left out" in run_cli("export", "--format", "csv", "--out", tmp_path / "x").err


@pytest.mark.parametrize("words", [
    ["--preset", "nothing"], ["--licence", "nothing"], ["--map", "lat"], ["--map", "lat=nowhere"],
    ["--encoding", "klingon"], ["--date-order", "ymd"], ["--rejects", "/no/such/folder/r.csv"],
    ["--rejects", "."], ["--no-such-option"],
])
def test_a_wrong_option_is_exit_2_with_a_sentence(run_cli, file, store, words):
    ran = run_cli("import", file, *words, "--json")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.strip()
    assert store.current() is None


def test_rules_of_ones_own_decide_and_a_mistake_in_them_is_told(run_cli, tmp_path, store):
    (tmp_path / "f.csv").write_text(plain({"kind": "", "notes": "They stole forty cattle."}))
    columns = "rule,language,pattern,codes,kind,confidence,vetoes,priority,note\n"
    (tmp_path / "r.csv").write_text(columns + "mine,en,stole,,theft,high,,60,\n")
    ran = run_cli("import", tmp_path / "f.csv", "--rules", tmp_path / "r.csv")
    assert ran.status == 1 and "r.csv, row 2, column kind" in ran.err
    assert store.current() is None
    (tmp_path / "r.csv").write_text(columns + "mine,en,stole,,cattle_theft,0.3,,60,\n")
    ran = run_cli("import", tmp_path / "f.csv", "--rules", tmp_path / "r.csv")
    assert "1 kind decided by the rules of r.csv" in ran.out
    counted = run_cli("stats", "--json", "--kind-confidence", "0.3").out
    assert json.loads(counted)["by_kind"] == {"cattle_theft": 1}
    assert json.loads(run_cli("stats", "--json", "--kind-confidence", "0.5").out)["incidents"] == 0
    assert run_cli("stats", "--kind-confidence", "2").status == 2


def test_rejects_never_go_over_the_file_itself(run_cli, file):
    before = file.read_bytes()
    ran = run_cli("import", file, "--rejects", file)
    assert ran.status == 2 and "one of the files to import" in ran.err
    assert file.read_bytes() == before


def test_no_file_named_is_wrong_usage(run_cli):
    assert run_cli("import").status == 2
