"""What is told of an area: people as they are known, and what nobody can place."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import shapely

from data.areas import population
from data.areas.boundaries import units
from data.areas.population import CellPersons, Loaded, Persons
from data.evidence import base
from data.ground import Ground
from data.hexes import COARSEST, at, centres, parents
from data.queries.filters import selected
from data.selection import Selection
from data.settle import settled
from data.shapes.outline import circle_shape
from data.shapes.people import people
from data.shapes.summary import summary

GAO = units(None, 1).geometries[units(None, 1).position["ML-7"]]
ML = frozenset({"ML"})


def ground(by_unit=(), cells=None):
    known = {"ML-7": Persons(1000.0, "2021", "s", "")} if by_unit else {}
    return SimpleNamespace(
        snapshot=None, units=lambda level: units(None, level),
        persons_by_unit=lambda level: known if level == 1 else {},
        persons_by_cell=lambda resolution: cells)


@pytest.fixture
def loaded(monkeypatch):
    def told(by):
        one = Loaded(by, 1, "ML", "2021", "s", "", 1, 1000.0)
        monkeypatch.setattr(population, "vintages", lambda snapshot: (one,))
    return told


def test_nothing_is_said_of_people_who_were_not_loaded():
    assert people(GAO, ML, Ground()) is None


def test_a_whole_unit_has_its_people_and_half_of_one_a_share(loaded):
    loaded("unit")
    whole = people(GAO, ML, ground(by_unit=True))
    assert (whole.persons, whole.estimated, whole.vintages) == (1000.0, 0.0, ("2021",))
    west, south, east, north = GAO.bounds
    half = GAO.intersection(shapely.box(west, south, (west + east) / 2, north))
    part = people(half, ML | {"NE"}, ground(by_unit=True))
    assert part.persons == part.estimated == pytest.approx(1000 * half.area / GAO.area)
    assert part.missing == ("NE",)


def test_people_of_hexagons_count_where_their_centre_lies(loaded):
    loaded("cell")
    inside, outside = at(np.array([16.27, 10.0]), np.array([-0.04, -8.0]), 7)
    order = np.argsort([inside, outside])
    cells = CellPersons(np.array([inside, outside])[order], np.array([70.0, 30.0])[order])
    found = people(shapely.Point(-0.04, 16.27).buffer(1), ML, ground(cells=cells))
    assert found.by_cell and found.persons == 70.0


@pytest.fixture(scope="module")
def snapshot(demo_store):
    return demo_store.require()


def test_people_at_the_edge_of_a_large_hexagon_count_as_well(loaded):
    loaded(population.BY_CELL)
    spots = np.random.default_rng(1).uniform((13.0, -6.0), (19.0, 3.0), (2000, 2))
    cells = np.unique(at(spots[:, 0], spots[:, 1], population.RESOLUTION))
    lon, lat = centres(cells).T
    # Hexagons that are part of another large one than the one that their centre lies in.
    apart = np.flatnonzero(at(lat, lon, COARSEST) != parents(cells, COARSEST))[:40]
    assert len(apart) == 40
    one = CellPersons(cells, np.ones(len(cells)))
    for i in apart.tolist():
        around = circle_shape(float(lon[i]), float(lat[i]), 2.0)
        assert people(around, ML, ground(cells=one)).persons >= 1


def test_what_is_out_in_and_undecided_adds_up(snapshot):
    """Of an area and the rest of the world, all else is undecided in both or in neither."""
    own = Ground(snapshot)
    chosen = settled(Selection.of(area="polygon:-3,14_1,14_1,17_-3,17"), own)
    found = summary(snapshot, chosen, own)
    assert found.apart > 0 and found.edge > 0 and found.claims_apart > 0
    n = snapshot.rows(selected(chosen).count().name("n").as_table())[0]["n"]
    everything = snapshot.rows(selected(Selection()).count().name("n").as_table())[0]["n"]
    assert n + found.apart < everything


def test_a_place_nobody_told_of_has_nothing_undecided(snapshot):
    own = Ground(snapshot)
    found = summary(snapshot, settled(Selection.of(area="circle:-140,0,20"), own), own)
    assert (found.apart, found.edge, found.claims_apart) == (0, 0, 0)


def test_a_selection_without_an_area_has_none_to_tell_of(snapshot):
    assert summary(snapshot, Selection(), Ground(snapshot)) is None


def test_a_corridor_leaves_all_units_it_touches_undecided(snapshot):
    own = Ground(snapshot)
    near = settled(Selection.of(near="gold-gao-niger:25"), own)
    found = summary(snapshot, near, own)
    assert found.apart > 0 and found.edge == 0
    assert found.km2 > 10_000
    assert base.committed().find("corridors", "gold-gao-niger") is not None
