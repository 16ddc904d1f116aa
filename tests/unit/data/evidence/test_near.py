"""Within a distance of a corridor: its path, its hexagons, and the claims that lie there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from data.errors import UsageError
from data.evidence.base import Evidence, committed
from data.evidence.choose import chosen
from data.evidence.near import holds, reach, settled
from data.selection import Near, Selection
from data.sentence import what_and_where


def corridor(id="gold-gao-niger"):
    return committed().find("corridors", id)


def with_corridor(**changes) -> Evidence:
    own = replace(corridor(), id="own", **changes)
    return Evidence(committed().documents, committed().sections, committed().places,
                    {"corridors": (own,)})


def test_a_corridor_of_a_user_follows_its_own_path():
    evidence = with_corridor(path="LINESTRING (-3 16, -3 17, 0 17)")
    near = settled(Selection.of(near="own:20"), evidence).near
    at = committed().places["gao"]
    assert holds(near, replace(at, lat=16.5, lon=-3.1, where_precision=1))
    assert holds(near, replace(at, lat=17.1, lon=-1.5, where_precision=1))
    assert not holds(near, replace(at, lat=16.4, lon=-1.5, where_precision=1))


def test_a_long_dense_path_is_measured_as_a_plain_one_is():
    plain = reach(Near("own", 30), with_corridor(path="LINESTRING (-8 12.6, 8 12.6)"))
    points = ", ".join(f"{lon:.3f} 12.6" for lon in np.linspace(-8, 8, 900))
    dense = reach(Near("own", 30), with_corridor(path=f"LINESTRING ({points})"))
    assert dense == plain


def test_a_corridor_that_is_not_known_is_told():
    with pytest.raises(UsageError, match="no corridor"):
        settled(Selection.of(near="nowhere:25"), committed())
    nowhere = with_corridor(where=(committed().places["sahel"], committed().places["gao"]))
    with pytest.raises(UsageError, match="no two places"):
        settled(Selection.of(near="own:25"), nowhere)


def test_claims_near_it_are_chosen_and_what_is_of_it_stays():
    selection = settled(Selection.of(near="cocaine-transit:50"), committed())
    assert [one.id for one in chosen(committed().corridors, selection)] == ["cocaine-transit"]
    assert "shipment-tax" in [one.id for one in chosen(committed().levies, selection)]
    sites = settled(Selection.of(near="gold-gao-niger:30"), committed())
    assert {one.id for one in chosen(committed().sites, sites)} == {"interviews-gao"}


def test_a_region_is_not_near_though_its_town_is():
    near = settled(Selection.of(near="gold-gao-niger:30"), committed()).near
    places = committed().places
    assert holds(near, places["gao"]) and not holds(near, places["gao-region"])


def test_the_sentence_names_the_corridor():
    selection = settled(Selection.of(near="gold-gao-niger:25"), committed())
    assert "within 25 km of the corridor Gold (Gao region → Niger)" in what_and_where(
        selection, "en")


def test_a_distance_is_part_of_what_is_the_same_its_hexagons_are_not():
    bare = Selection.of(near="gold-gao-niger:25")
    assert settled(bare, committed()) == bare != Selection.of(near="gold-gao-niger:26")
