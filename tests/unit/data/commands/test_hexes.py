"""`hexes`: cells on standard output, the number counted apart on standard error."""

from __future__ import annotations

import csv
import io
import json
import re

import h3
import pytest


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("res", "placed"), [(9, 3), (5, 3), (4, 4), (3, 4)])
def test_csv_and_geojson_agree_and_nothing_is_lost(run_cli, res, placed):
    ran = run_cli("hexes", "--res", res)
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert list(rows[0]) == ["cell", "incidents", "fatalities_best"]
    assert sum(int(row["incidents"]) for row in rows) == placed
    assert re.match(rf"{6 - placed} counted apart", ran.err)
    found = json.loads(run_cli("hexes", "--res", res, "--format", "geojson").out)
    assert found["counted_apart"] == 6 - placed
    assert [f["properties"]["cell"] for f in found["features"]] == [r["cell"] for r in rows]


@pytest.mark.usefixtures("filled")
def test_a_feature_is_the_cells_outline_closed(run_cli):
    found = json.loads(run_cli("hexes", "--res", 4, "--format", "geojson").out)
    for feature in found["features"]:
        (ring,) = feature["geometry"]["coordinates"]
        expected = h3.cell_to_boundary(feature["properties"]["cell"])
        assert ring[0] == ring[-1]
        assert ring[:-1] == [[round(lon, 6), round(lat, 6)] for lat, lon in expected]


@pytest.mark.usefixtures("filled")
def test_the_number_apart_is_plain_digits(run_cli, bring):
    bring("date,country\n" + "2019-01-01,Mali\n" * 1200, name="many.csv")
    assert run_cli("hexes", "--res", 3).err.startswith("1202 counted apart")


@pytest.mark.usefixtures("filled")
def test_out_writes_a_file_and_nothing_else(run_cli, tmp_path):
    ran = run_cli("hexes", "--res", 4, "--out", tmp_path / "cells.csv", "--kind", "cattle_theft")
    assert (ran.status, ran.out) == (0, "")
    assert (tmp_path / "cells.csv").read_text().count("\n") == 2


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("words", [["--res", "2"], ["--res", "10"], ["--res", "x"], [],
                                   ["--res", "4", "--format", "xml"], ["--res", "4", "--out", "."],
                                   ["--res", "4", "--out", "/no/such/folder/x"]])
def test_what_cannot_be_is_wrong_usage(run_cli, words):
    ran = run_cli("hexes", *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err


@pytest.mark.usefixtures("filled")
def test_a_unit_that_no_boundaries_know_is_wrong_usage(run_cli):
    ran = run_cli("hexes", "--res", 4, "--admin1", "Nowhere")
    assert (ran.status, ran.out) == (2, "")
    assert "No first-level unit is called “Nowhere”" in ran.err
