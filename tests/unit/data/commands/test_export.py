"""`export`: what may leave, and how many stay."""

from __future__ import annotations

import csv
import json

import pytest


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("form", ["csv", "geojson", "parquet"])
def test_what_stays_is_counted_on_standard_error(run_cli, tmp_path, form):
    ran = run_cli("export", "--format", form, "--out", tmp_path / "x")
    assert (ran.status, ran.out) == (0, "")
    assert "5 incidents written; 1 left out" in ran.err and "mixed.csv" in ran.err
    assert b"closed" not in (tmp_path / "x").read_bytes()


@pytest.mark.usefixtures("filled")
def test_filters_decide_what_is_written(run_cli, tmp_path):
    run_cli("export", "--format", "csv", "--out", tmp_path / "x", "--kind", "cattle_theft")
    with (tmp_path / "x").open(encoding="utf-8", newline="") as source:
        assert [row["source_record_id"] for row in csv.DictReader(source)] == ["near"]


@pytest.mark.usefixtures("filled")
def test_an_export_read_again_says_the_same(run_cli, tmp_path):
    first = json.loads(run_cli("stats", "--json", "--country", "ML").out)
    run_cli("export", "--format", "csv", "--out", tmp_path / "x.csv")
    again = run_cli("import", tmp_path / "x.csv", "--store", tmp_path / "other", "--json")
    assert json.loads(again.out)["preset"] == "atlas"
    assert json.loads(run_cli("stats", "--json", "--store", tmp_path / "other").out) == first
    # Into the store it came from, nothing is new.
    report = json.loads(run_cli("import", tmp_path / "x.csv", "--json").out)
    assert (report["unchanged"], report["accepted"], report["updated"]) == (5, 0, 0)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("out", [".", "..", "/no/such/folder/x.csv"])
def test_a_target_that_cannot_be_is_wrong_usage(run_cli, out):
    ran = run_cli("export", "--format", "csv", "--out", out)
    assert (ran.status, ran.out) == (2, "")
    assert "--out does not take" in ran.err


def test_an_empty_store_has_nothing_to_export(run_cli, tmp_path):
    ran = run_cli("export", "--format", "csv", "--out", tmp_path / "x")
    assert ran.status == 1 and "holds no data yet" in ran.err
    assert not (tmp_path / "x").exists()
