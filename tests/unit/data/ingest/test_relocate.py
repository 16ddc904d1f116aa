"""Incidents located anew when boundaries are loaded, in the same snapshot, and back by undo."""

from __future__ import annotations

import json

import pytest
import shapely

from data.areas.load_boundaries import Options, load_boundaries
from data.ground import Ground
from data.queries.filters import selected
from data.selection import Selection
from data.settle import settled
from tests.support import held, plain

EAST = shapely.box(1.5, 15, 3.5, 17)
WEST = shapely.box(-2, 15, 1.5, 17)
NEW = [("Ménaka", EAST), ("Gao", WEST)]
ROWS: list[dict[str, object]] = [
    {"id": "east", "lat": 15.9, "lon": 2.4, "named": "Gao"},
    {"id": "west", "lat": 16.27, "lon": -0.04, "named": "Gao"},
    {"id": "pointless", "lat": "", "lon": "", "named": "Ménaka", "where_precision": ""},
    {"id": "elsewhere", "lat": 13.5, "lon": 2.1, "country": "Niger"},
]


@pytest.fixture
def filled(bring, store):
    bring(plain(*ROWS, extra=["id", "named"]), map=["named_admin1=named"])
    return store


@pytest.fixture
def load(tmp_path, filled):
    """Load invented units of Mali into the store."""

    def run(units, level=1, **options):
        features = [{"type": "Feature", "properties": {"NAME": name},
                     "geometry": json.loads(shapely.to_geojson(shape))} for name, shape in units]
        path = tmp_path / f"units{level}.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
        return load_boundaries(filled, path, Options(
            level=level, name_column="NAME", country="ML", **options))

    return run


def units(store, *columns):
    return {row["source_record_id"]: tuple(row[c] for c in columns or ("admin1",))
            for row in held(store)}


def test_incidents_are_in_the_new_units_and_the_change_is_reported(load, filled):
    report = load(NEW).as_json()["incidents"]
    assert units(filled) == {"east": ("Ménaka",), "west": ("Gao",), "pointless": ("Ménaka",),
                             "elsewhere": ("Niamey",)}
    assert report["units"] == [{"from": "Gao", "to": "Ménaka", "incidents": 2}]
    assert (report["located"], report["changed"]) == (3, 2)


def test_a_unit_of_older_boundaries_is_noted_then(load, filled):
    load(NEW)
    flags = {row["source_record_id"]: [f["reason"] for f in row["flags"]] for row in held(filled)}
    assert flags == {"east": ["unit_vintage"], "west": [], "pointless": [], "elsewhere": []}


def test_the_second_level_fills_its_column(load, filled):
    report = load([("Cercle", EAST)], level=2)
    assert units(filled, "admin1", "admin2")["east"] == ("Gao", "Cercle")
    assert [move.as_json() for move in report.incidents.second] == [
        {"from": None, "to": "Cercle", "incidents": 1}]


def test_points_and_what_the_source_said_stay(load, filled):
    said = ("lat", "lon", "where_precision", "named_admin1", "content", "cell", "import_id")
    before = units(filled, *said)
    load(NEW)
    assert units(filled, *said) == before


def test_undo_puts_them_back(load, filled):
    before = held(filled)
    load(NEW)
    filled.undo()
    assert held(filled) == before


def test_a_dry_run_tells_and_changes_nothing(load, filled):
    before = held(filled)
    assert load(NEW, dry_run=True).incidents.changed == 2
    assert held(filled) == before


def test_the_same_file_read_again_is_unchanged(load, filled, bring):
    load(NEW)
    again = bring(plain(*ROWS, extra=["id", "named"]), map=["named_admin1=named"])
    assert again.report.total("unchanged") == 4


def test_a_record_read_after_them_is_located_in_them(load, filled, bring):
    load(NEW)
    bring(plain({"id": "new", "lat": 15.8, "lon": 2.3}, extra=["id"]), name="new.csv")
    assert units(filled)["new"] == ("Ménaka",)


@pytest.mark.parametrize(("name", "found"), [
    ("Ménaka", {"east", "pointless"}), ("menaka region", {"east", "pointless"}),
    ("Gao", {"west"}), ("Niamey", {"elsewhere"}),
])
def test_a_selection_means_the_units_that_are_loaded(load, filled, name, found):
    load(NEW)
    snapshot = filled.require()
    chosen = settled(Selection.of(admin1=[name]), Ground(snapshot))
    assert {r["source_record_id"] for r in snapshot.rows(selected(chosen))} == found


def test_a_selection_means_the_shipped_units_where_none_are_loaded(filled):
    snapshot = filled.require()
    chosen = settled(Selection.of(admin1=["Ménaka"]), Ground(snapshot))
    assert chosen.units is None
    assert len(snapshot.rows(selected(chosen))) == 3
