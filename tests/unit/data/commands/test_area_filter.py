"""An area and picked units filter on the command line as they do on the page."""

from __future__ import annotations

import json

import pytest

from tests.support import plain

AROUND = "circle:-0.04,16.27,50"


@pytest.fixture
def filled(bring):
    bring(plain({}, {"lat": 14.5, "lon": -4.2}, {"where_precision": 4, "named_admin1": "Gao"},
                extra=("named_admin1",)), licence="cc-by-4.0")


def incidents(run_cli, *filters):
    ran = run_cli("stats", "--json", *filters)
    assert ran.status == 0, ran.err
    return json.loads(ran.out)["incidents"]


def test_a_circle_counts_what_is_in_it_and_not_what_may_be(run_cli, filled):
    assert incidents(run_cli) == 3
    assert incidents(run_cli, "--area", AROUND) == 1
    assert incidents(run_cli, "--area", "polygon:-7,12_5,12_5,25_-7,25") == 3


def test_units_are_picked_by_name(run_cli, filled):
    assert incidents(run_cli, "--unit", "Gao") == 2
    assert incidents(run_cli, "--unit", "ML-7,Mopti") == 3


def test_an_area_that_cannot_be_is_wrong_usage(run_cli, filled):
    ran = run_cli("stats", "--area", "polygon:0,0_1,1_1,0_0,1")
    assert ran.status == 2 and "crosses itself" in ran.err
    assert run_cli("stats", "--unit", "Atlantis").status == 2


def test_an_export_keeps_to_the_area(run_cli, filled, tmp_path):
    out = tmp_path / "out.geojson"
    ran = run_cli("export", "--area", AROUND, "--format", "geojson", "--out", out)
    assert ran.status == 0, ran.err
    (feature,) = json.loads(out.read_text())["features"]
    assert feature["geometry"]["coordinates"] == [-0.04, 16.27]
