"""Pairs meet in the engine exactly where comparing everything with everything finds them."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from data.linkage.blocks import pairs, pairs_of_few
from data.linkage.rows import REACH_KM, SLACK_DAYS, comparable
from data.model import incidents
from tests.unit.data.linkage.conftest import record, twin


def haversine(a, b):
    lat, lon, lat_b, lon_b = np.radians([a["lat"], a["lon"], b["lat"], b["lon"]])
    half = np.sin((lat_b - lat) / 2) ** 2 + np.cos(lat) * np.cos(lat_b) * np.sin(
        (lon_b - lon) / 2) ** 2
    return 2 * 6371 * np.arcsin(np.sqrt(half))


def near(a, b):
    """Tell by plain arithmetic whether two records with points may be one event."""
    slack = dt.timedelta(days=SLACK_DAYS[a["date_precision"]] + SLACK_DAYS[b["date_precision"]])
    gap = max(a["date_start"] - b["date_end"], b["date_start"] - a["date_end"])
    reach = REACH_KM[a["where_precision"]] + REACH_KM[b["where_precision"]]
    return gap <= slack and haversine(a, b) <= reach


def scattered(rng, count, lat, lon):
    """Records around a point, at all precisions that have a reach."""
    make = (record, twin)
    return [make[i % 2](
        f"{lat}{i:04d}", days=int(rng.integers(0, 60)), lasts=int(rng.integers(0, 15)),
        lat=float(np.clip(lat + rng.normal() * 0.6, -90, 90)),
        lon=float((lon + rng.normal() * 0.6 + 180) % 360 - 180),
        where_precision=int(rng.integers(1, 4)), date_precision=int(rng.integers(1, 6)),
        admin1_id=None) for i in range(count)]


@pytest.mark.parametrize(("lat", "lon"), [(16.0, 0.0), (-17.0, 179.9), (89.5, 30.0), (55.0, -80.0)])
def test_no_near_pair_is_missed_and_none_is_met_twice(keep, lat, lon):
    rows = scattered(np.random.default_rng(1), 160, lat, lon)
    table = comparable(incidents())
    snapshot = keep(*rows)
    met = snapshot.rows(pairs(table, table, whole=True))
    found = [(row["id_a"], row["id_b"]) for row in met if row["route"] == "near"]
    wanted = {(a["incident_id"], b["incident_id"]) for a in rows for b in rows
              if a["source"] == "A" and b["source"] == "B" and near(a, b)}
    assert len(found) == len(set(found)) and set(found) == wanted
    assert len(wanted) > 50


def test_a_few_set_against_each_give_what_blocks_give(keep):
    rng = np.random.default_rng(2)
    rows = scattered(rng, 120, 16.0, 0.0)
    for row in rows[::3]:
        row |= {"where_precision": int(rng.integers(4, 7)), "admin1_id": "ML-7"}
    for row in rows[1::3]:
        row |= {"admin1_id": "ML-7", "admin2": "Cercle of the test"}
    table = comparable(incidents())
    snapshot = keep(*rows)

    def told(expression):
        return sorted((*sorted((r["id_a"], r["id_b"])), r["route"])
                      for r in snapshot.rows(expression))

    every = told(pairs(table, table, whole=True))
    both_ways = told(pairs_of_few(table, table))
    assert both_ways == sorted(every * 2)
    assert {route for *_, route in every} == {"near", "unit", "country"}


def test_records_of_one_source_and_invented_beside_real_ones_do_not_meet(offered):
    assert offered(record("a"), record("b")) == []
    assert offered(record("a"), twin(synthetic=False)) == []
    assert len(offered(record("a"), twin())) == 1


@pytest.mark.parametrize(("differs", "route"), [
    ({"lat": 16.05}, "near"), ({"lat": 16.1}, None), ({"lat": 16.2, "where_precision": 2}, "near"),
    ({"lat": 16.3, "where_precision": 2}, None), ({"where_precision": 4, "lat": 19.0}, "unit"),
    ({"where_precision": 4, "lat": 19.0, "admin1_id": "ML-6"}, None),
    ({"where_precision": 3, "lat": 18.0, "admin2": "Cercle"}, "unit"),
    ({"where_precision": 6, "lat": 19.0, "admin1_id": None}, "country"),
    ({"where_precision": 6, "admin1_id": None, "kind": "cattle_theft"}, None),
    ({"where_precision": 6, "admin1_id": None, "days": 2}, None),
    ({"where_precision": 6, "admin1_id": None, "admin0": "NE"}, None),
    ({"days": 4}, "near"), ({"days": 5}, None), ({"days": 9, "date_precision": 4}, "near"),
    ({"lasts": 500}, None),
    ({"flags": [{"reason": "aggregate_total"}]}, None),
])
def test_pairs_meet_within_both_precisions(offered, differs, route):
    found = offered(record("a", admin2="Cercle"), twin(**differs))
    assert [one.route for one in found] == ([route] if route else [])
