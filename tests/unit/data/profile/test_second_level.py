"""Second-level units: told by their own boundaries, what is known less closely told apart."""

from __future__ import annotations

import json

import pytest
import shapely

from data import settings as configuration
from data.areas import load_boundaries as boundaries
from data.ground import Ground
from data.ingest.options import Options
from data.ingest.run import import_files
from data.profile.area import find
from data.profile.build import build
from data.selection import Selection
from data.store import Store
from tests.support import plain

WEST, EAST = "ML-2-west", "ML-2-east"


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    """Two halves of Gao, and incidents known to each, to Gao and to Mali; tests only read it."""
    folder = tmp_path_factory.mktemp("halves")
    store = Store(folder / "store")
    halves = {"West": shapely.box(-1, 15.5, 0, 17), "East": shapely.box(0, 15.5, 2, 17)}
    file = folder / "halves.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"ADM2_FR": name},
         "geometry": json.loads(shapely.to_geojson(shape))} for name, shape in halves.items()]}))
    boundaries.load_boundaries(store, file, boundaries.Options(level=2, source="invented"))
    (folder / "file.csv").write_text(plain(
        {"lon": -0.5}, {"lon": -0.4}, {"lon": 0.5}, {"lon": 0.4, "where_precision": 3},
        {"lon": -0.5, "where_precision": 4}, {"lon": -0.5, "where_precision": 6}))
    import_files(store, [folder / "file.csv"], Options(),
                 configuration.load({}, store=store.folder))
    return store.require()


def own(snapshot, unit):
    ground = Ground(snapshot)
    return build(find(ground, unit), Selection(), snapshot, ground)


def test_a_half_holds_its_own_and_tells_apart_what_is_known_less_closely(snapshot):
    for unit in (WEST, EAST):
        found = own(snapshot, unit).happened
        assert found.incidents == 2
        assert [(one.around.id, one.incidents) for one in found.apart] == [("ML-7", 1), ("ML", 1)]


def test_the_unit_around_holds_both_halves_and_what_is_known_to_it(snapshot):
    found = own(snapshot, "ML-7").happened
    assert found.incidents == 5
    assert {one.unit.id if one.unit else None: one.incidents for one in found.parts} == {
        WEST: 2, EAST: 2, None: 1}


def test_places_known_to_the_unit_around_are_around_its_halves(snapshot):
    found = own(snapshot, WEST)
    names = {place.id for one in found.sites.sites.here for place in one.where}
    assert "gao" in names
    around = {place.id for one in found.sites.sites.around for place in one.where}
    assert "gao-region" in around
    assert found.standing.indices == ()


def test_neighbours_are_of_the_same_level(snapshot):
    assert [one.unit.id for one in own(snapshot, WEST).reporting.neighbours] == [EAST]
    assert "second_level" not in own(snapshot, WEST).reporting.missing


def test_what_may_not_be_handed_on_is_counted_and_not_listed(bring, store):
    bring(plain({}, {"date": "2020-01-01"}), "free.csv")
    bring(plain({"date": "2021-01-01"}), "kept.csv", source="kept", licence="no-redistribution")
    found = own(store.require(), "ML-7").happened
    assert (found.incidents, found.withheld) == (3, 1)
    assert {row["source"] for row in found.latest} == {"free.csv"}
