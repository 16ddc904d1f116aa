"""What holds for any filters: the verbs agree with each other, and with h3-py."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter

import h3
import pytest

from data.hexes import RESOLUTIONS

FILTERS = {
    "everything": [],
    "kinds and countries": ["--kind", "seizure", "kidnapping", "--country", "ML", "NE"],
    "a window": ["--from", "2019-03-10", "--to", "2020-02"],
    "a box": ["--bbox", "-4.2,11.5,2.5,17"],
    "a unit, precisely": ["--admin1", "Gao", "Tombouctou", "--max-where-precision", "2"],
    "words": ["--text", "synthetic", "--kind", "taxation"],
    "nothing": ["--text", "no such words"],
}


@pytest.mark.parametrize("name", FILTERS)
def test_every_resolution_equals_a_count_from_exported_rows(run_cli, demo_store, tmp_path, name):
    words = [*FILTERS[name], "--store", demo_store.folder]
    total = json.loads(run_cli("stats", "--json", *words).out)
    run_cli("export", "--format", "csv", "--out", tmp_path / "x.csv", *words)
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    assert len(rows) == total["incidents"]
    assert bool(rows) == (name != "nothing")
    own = [(float(r["lat"]), float(r["lon"]), {"1": 9, "2": 4}.get(r["where_precision"], -1))
           for r in rows]
    for res in RESOLUTIONS:
        ran = run_cli("hexes", "--res", res, *words)
        found = {r["cell"]: int(r["incidents"]) for r in csv.DictReader(io.StringIO(ran.out))}
        assert found == Counter(h3.cell_to_parent(h3.latlng_to_cell(lat, lon, finest), res)
                                for lat, lon, finest in own if finest >= res)
        apart = int(ran.err.split()[0])
        assert sum(found.values()) + apart == total["incidents"]


@pytest.mark.parametrize("name", FILTERS)
def test_breakdowns_sum_to_the_incidents(run_cli, demo_store, name):
    found = json.loads(run_cli("stats", "--json", *FILTERS[name], "--store", demo_store.folder).out)
    for key in (key for key in found if key.startswith("by_")):
        assert sum(found[key].values()) == found["incidents"]
    assert found["fatalities_low"] <= found["fatalities_best"] <= found["fatalities_high"]
    assert found["synthetic"] == found["incidents"]
