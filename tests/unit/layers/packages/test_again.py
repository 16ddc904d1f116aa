"""Packages read again: nothing changes; and their numbers are those of `stats`."""

from __future__ import annotations

import json

import pyogrio
import pytest

from tests.support import plain, ucdp


@pytest.fixture
def filled(bring, store):
    """Records of which none must stay, of several precisions, two of them in doubt."""
    bring(plain({"notes": "=1+1", "actor": "=One"}, {"where_precision": 2, "date": "2020-01"},
                {"where_precision": 4, "lon": 12.5}, {"lat": "", "lon": "", "where_precision": ""},
                {"date": "2018", "fatalities": "", "quantity": 3, "unit": "odd sacks"},
                extra=["actor", "quantity", "unit"]), licence="cc-by-4.0")
    bring(ucdp({}, {"where_prec": 4, "type_of_violence": 3}), name="ged.csv")
    return store


def written(run_cli, tmp_path, form):
    path = tmp_path / f"x.{ {'geoparquet': 'parquet', 'hxl': 'csv'}.get(form, form)}"
    ran = run_cli("export", "--format", form, "--out", path)
    assert ran.status == 0, ran.err
    assert "7 incidents written." in ran.err
    return path


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("form", ["csv", "xlsx", "geojson", "parquet", "gpkg"])
def test_what_is_imported_again_is_unchanged(run_cli, tmp_path, form):
    path = written(run_cli, tmp_path, form)
    layers: list[list[str]] = [[]]
    if form == "gpkg":
        layers = [["--layer", name] for name, _ in pyogrio.list_layers(path)
                  if name.startswith("incidents")]
    told = [json.loads(run_cli("import", path, *layer, "--json").out) for layer in layers]
    assert {report["preset"] for report in told} == {"atlas"}
    assert sum(report["unchanged"] for report in told) == 7, told
    assert sum(report["accepted"] + report["updated"] + report["rejected"] for report in told) == 0


@pytest.mark.usefixtures("filled")
def test_files_beside_the_main_one_are_named_after_it(run_cli, tmp_path):
    written(run_cli, tmp_path, "csv")
    assert {p.name for p in tmp_path.glob("x.csv*")} == {
        "x.csv", "x.csv.README.md", "x.csv.metadata.json", "x.csv.manifest.json"}


@pytest.mark.usefixtures("filled")
def test_numbers_are_those_of_stats_and_hexes(run_cli, tmp_path):
    found = json.loads(run_cli("stats", "--json", "--country", "ML").out)
    run_cli("export", "--format", "csv", "--out", tmp_path / "x.csv", "--country", "ML")
    told = json.loads((tmp_path / "x.csv.metadata.json").read_text())["atlas"]
    assert told["incidents"]["selected"] == told["incidents"]["leaving"] == found["incidents"]
    by_precision = {str(row["value"]): row["incidents"]
                    for row in told["precision"]["where_precision"] if row["incidents"]}
    assert by_precision == found["by_where_precision"]
    run_cli("export", "--format", "csv", "--out", tmp_path / "h.csv", "--coarsen", "4",
            "--country", "ML")
    rows = (tmp_path / "h.csv").read_text().splitlines()
    counted = run_cli("hexes", "--res", "4", "--country", "ML").out.splitlines()
    own = [",".join(row.split(",")[:3]) for row in rows[1:] if not row.startswith(",")]
    assert sorted(own) == sorted(counted[1:])


@pytest.mark.usefixtures("filled")
def test_a_layer_that_there_is_not_is_wrong_usage(run_cli, tmp_path):
    ran = run_cli("export", "--format", "gpkg", "--out", tmp_path / "x.gpkg", "--layers", "clouds")
    assert ran.status == 2 and "clouds" in ran.err
    assert list(tmp_path.glob("x*")) == []


@pytest.mark.shared
def test_a_real_file_leaves_whole_in_every_form(run_cli, shared, tmp_path):
    run_cli("import", shared / "data/ucdp/ged_burkina_faso_web_export.csv")
    for form in ("geoparquet", "gpkg", "kml"):
        ran = run_cli("export", "--format", form, "--out", tmp_path / f"x.{form}")
        assert "1,504 incidents written." in ran.err
    readme = (tmp_path / "x.kml.README.md").read_text(encoding="utf-8")
    assert "Journal of Peace Research 50\\(4\\), 523–532" in readme and "CC BY 4.0" in readme
    assert pyogrio.read_info(tmp_path / "x.kml", layer="Incidents")["features"] == 1504
    again = json.loads(run_cli("import", tmp_path / "x.gpkg", "--layer", "incidents",
                               "--json").out)
    assert again["unchanged"] == again["rows_read"] > 700
