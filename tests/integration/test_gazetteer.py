"""Real files: GeoNames for Mali, and OCHA's boundaries of it."""

from __future__ import annotations

import json

import pytest

from benchmarks.gazetteer import main, score
from data.store import Store
from tests.support import held, plain

pytestmark = pytest.mark.shared
DUMP = "data/geonames/ML.txt"
BOUNDARIES = "data/boundaries/mli_admbnda_adm{}_1m_gov_20211220.shp"


def test_places_outside_mali_are_noticed(run_cli, shared):
    found = json.loads(run_cli("gazetteer", shared / DUMP, "--json").out)
    assert (found["rows_read"], found["countries"]) == (23647, ["ML"])
    assert found["accepted"] + found["rejected"] == found["rows_read"]
    away = {place["name"]: place["found"] for place in found["places_outside"]}
    assert found["outside"] >= 6
    assert (away["Banbouta"], away["Findeli"], away["Galama"]) == ("NG", "MR", "GN")


@pytest.mark.parametrize("seed", [4, 11])
def test_of_five_hundred_misspelt_names_hardly_one_is_placed_wrongly(shared, seed):
    found = score(shared / DUMP, seed=seed)
    assert found.asked == 500
    assert found.wrong < 5
    assert found.right >= 275


def test_the_benchmark_says_so_where_there_is_no_dump(tmp_path, capsys):
    main(tmp_path / "none.txt")
    assert "There is no GeoNames dump" in capsys.readouterr().out


def test_incidents_are_located_anew_in_the_boundaries_of_mali(run_cli, bring, store, shared):
    rows = [{"id": "menaka", "lat": 15.92, "lon": 2.40, "region": "Gao"},
            {"id": "gao", "lat": 16.27, "lon": -0.04, "region": "Gao"}]
    bring(plain(*rows, extra=["id", "region"]))
    moved = json.loads(run_cli("boundaries", shared / BOUNDARIES.format(1), "--json").out)
    assert moved["incidents"]["units"] == [{"from": "Gao", "to": "Menaka", "incidents": 1}]
    run_cli("boundaries", shared / BOUNDARIES.format(2))
    assert {r["source_record_id"]: (r["admin1"], r["admin2"]) for r in held(store)} == {
        "menaka": ("Menaka", "Ménaka"), "gao": ("Gao", "Gao")}
    found = json.loads(run_cli("stats", "--json", "--admin1", "Ménaka").out)
    assert found["incidents"] == 1
    run_cli("undo")
    run_cli("undo")
    assert {(r["admin1"], r["admin2"]) for r in held(Store(store.folder))} == {("Gao", None)}
