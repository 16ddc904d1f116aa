"""Incidents near a corridor, against distances measured on the ellipsoid."""

from __future__ import annotations

import numpy as np
import pytest
from pyproj import Geod

from data.evidence.base import committed
from data.evidence.model import Corridor
from data.evidence.near import path, settled
from data.queries.filters import selected
from data.selection import Selection

GEOD = Geod(ellps="WGS84")
WIDE = {9: 9.0, 4: 60.0}
"""No hexagon of resolution 6 or 4 is wider than so many km; by the resolution of a row's own."""


def kilometres(lon, lat, id="gold-gao-niger"):
    """Measure the distance from a corridor's links, which are straight on a Mercator map."""
    corridor, least = committed().find("corridors", id), np.inf
    assert isinstance(corridor, Corridor)
    for line in path(corridor):
        (x0, y0), (x1, y1) = line.coords
        share = np.linspace(0, 1, 300)
        up = np.arcsinh(np.tan(np.radians([y0, y1])))
        lats = np.degrees(np.arctan(np.sinh(up[0] + (up[1] - up[0]) * share)))
        lons = x0 + (x1 - x0) * share
        far = GEOD.inv(np.full(300, lon), np.full(300, lat), lons, lats)[2]
        least = min(least, far.min() / 1000)
    return least


@pytest.mark.parametrize("km", [10, 60])
def test_the_filter_agrees_with_distances_on_the_ellipsoid(snapshot, demo_rows, km):
    selection = settled(Selection.of(near=f"gold-gao-niger:{km}"), committed())
    found = set(snapshot.fetch(selected(selection).select("incident_id"))[
        "incident_id"].to_pylist())
    assert 0 < len(found) < len(demo_rows)
    for row in demo_rows[::4]:
        inside = row["incident_id"] in found
        if row["where_precision"] > 2 or row["lat"] is None:
            assert not inside, "what is known to a unit only is not near"
            continue
        far = kilometres(row["lon"], row["lat"])
        width = WIDE[9 if row["where_precision"] == 1 else 4]
        if far <= km - 0.2:
            assert inside
        if far > km + width:
            assert not inside


def test_a_committed_corridor_needs_no_settling(snapshot):
    bare = Selection.of(near="gold-gao-niger:25")
    assert snapshot.rows(selected(bare).count().as_table()) == snapshot.rows(
        selected(settled(bare, committed())).count().as_table())
