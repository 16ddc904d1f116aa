"""`evidence`: the report, the rejects, the schema, and the exit status."""

from __future__ import annotations

import csv
import json

import pytest

from tests.unit.data.evidence.conftest import levies


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "levies.csv"
    path.write_text(levies({"remark": "x"}, {"id": "l2", "kind": "toll"}))
    return path


def test_json_holds_what_scripts_rely_on(run_cli, file):
    ran = run_cli("evidence", file, "--table", "levies", "--json")
    assert ran.status == 0
    assert json.loads(ran.out) == {
        "table": "levies", "rows_read": 2, "accepted": 1, "updated": 0, "unchanged": 0,
        "merged": 0, "rejected": 1, "flagged": 0, "flags": {},
        "reasons": {"value_unknown:kind": 1}, "new_places": 0, "new_documents": 1,
        "ignored_columns": ["remark"],
    }


def test_a_person_gets_words(run_cli, file):
    said = run_cli("evidence", "--table", "levies", file).out
    assert "levies.csv: levies, 2 records read" in said
    assert "the word is not one that the column takes (kind)" in said and "--rejects" in said
    assert "ignored: remark" in said and "new documents: 1" in said
    assert "Published as snapshot" in said
    assert "Nothing has changed" in run_cli("evidence", file, "--table", "levies").out
    assert "dry run" in run_cli("evidence", file, "--table", "levies", "--dry-run").out


def test_rejects_are_written_with_their_fields(run_cli, file, tmp_path):
    run_cli("evidence", file, "--table", "levies", "--rejects", tmp_path / "r.csv")
    with (tmp_path / "r.csv").open(encoding="utf-8", newline="") as source:
        (row,) = csv.DictReader(source)
    assert (row["record"], row["reasons"], row["kind"]) == ("2", "value_unknown:kind", "toll")


def test_nothing_usable_is_exit_1(run_cli, tmp_path):
    (tmp_path / "l.csv").write_text(levies({"kind": "toll"}))
    ran = run_cli("evidence", tmp_path / "l.csv", "--table", "levies")
    assert (ran.status, "No record was usable" in ran.out) == (1, True)
    assert run_cli("evidence", tmp_path / "none.csv", "--table", "levies").status == 1


@pytest.mark.parametrize("words", [
    [], ["--table", "nothing"], ["--table", "levies", "--licence", "nothing"],
    ["--table", "levies", "--rejects", "."], ["--table", "levies", "--encoding", "klingon"],
])
def test_a_wrong_option_is_exit_2_with_a_sentence(run_cli, file, store, words):
    ran = run_cli("evidence", file, *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.strip()
    assert store.current() is None


def test_rejects_never_go_over_the_file_itself(run_cli, file):
    before = file.read_bytes()
    assert run_cli("evidence", file, "--table", "levies", "--rejects", file).status == 2
    assert file.read_bytes() == before


def test_the_schema_is_printed_for_scripts_and_for_spreadsheets(run_cli):
    ran = run_cli("evidence", "--schema", "--table", "levies")
    (table, columns), = json.loads(ran.out).items()
    kind = next(column for column in columns if column["name"] == "kind")
    assert (ran.status, table, kind["required"]) == (0, "levies", True)
    assert kind["choices"]["forced_zakat"] == "forced zakat"
    header = run_cli("evidence", "--schema", "csv", "--table", "levies").out.strip()
    assert header.split(",") == [column["name"] for column in columns]
    every = json.loads(run_cli("evidence", "--schema").out)
    assert len(every) == run_cli("evidence", "--schema", "csv").out.count("# ")
