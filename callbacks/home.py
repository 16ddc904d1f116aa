"""How the page opens: at the central Sahel, or where the data is, with layers that show it."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from callbacks.context import ground_of
from callbacks.state import View
from data import contents
from data import hexes as grid
from data.evidence.stored import stored_rows
from data.queries.hexes import hexes
from data.selection import Selection
from data.store import Snapshot
from layers.questions import BY_ID

SAHEL: View = (-0.6, 15.2, 4.65)
"""Mali, Burkina Faso and Niger."""
AROUND = (-13.0, 9.0, 16.0, 25.5)
"""West, south, east, north of what that view shows, roughly."""
WIDTH, HEIGHT = 760, 700
"""Pixels of a map that the zoom is chosen for; the browser adapts it to its own."""


def of(snapshot: Snapshot | None) -> View:
    """Return longitude, latitude and zoom of the first view of a snapshot."""
    return SAHEL if snapshot is None else _of(snapshot)


@lru_cache(maxsize=4)
def _of(snapshot: Snapshot) -> View:
    counted = snapshot.fetch(hexes(Selection(), grid.COARSEST))
    placed = counted.filter(counted.column("cell").is_valid())
    centres = grid.centres(placed.column("cell").to_numpy())
    weights = placed.column("incidents").to_numpy()
    sites = _sites(snapshot)
    if not len(centres) and not len(sites):
        return SAHEL
    return view_over(np.concatenate([centres, sites]),
                     np.concatenate([weights, np.ones(len(sites), np.int64)]))


def opening(snapshot: Snapshot | None) -> tuple[str, ...]:
    """Return the ids of the layers that a first visit sees."""
    return BY_ID["recorded"].layers if snapshot is None else _opening(snapshot)


@lru_cache(maxsize=4)
def _opening(snapshot: Snapshot) -> tuple[str, ...]:
    """Open a store of visits to sites, without any incident, with these rather than empty."""
    visits_alone = len(_sites(snapshot)) and not contents.of(snapshot).incidents
    return BY_ID["gold" if visits_alone else "recorded"].layers


def _sites(snapshot: Snapshot) -> npt.NDArray[np.float64]:
    """Return where sites lie that a user loaded: lon, lat, degrees, shape (n, 2)."""
    own = {row["id"] for row in stored_rows(snapshot, "sites")}
    points = [(place.lon, place.lat) for site in ground_of(snapshot).evidence.sites
              if site.id in own for place in site.where if place.placed]
    return np.array(points, np.float64).reshape(-1, 2)


def view_over(centres: npt.NDArray[np.float64], weights: npt.NDArray[np.int64]) -> View:
    """Show nearly all incidents; the Sahel's own view where half of them lie there.

    Args:
        centres: lon, lat of cells, degrees, shape (n, 2).
        weights: incidents in each, shape (n,).
    """
    west, south, east, north = AROUND
    lon, lat = centres.T
    inside = (lon > west) & (lon < east) & (lat > south) & (lat < north)
    if weights[inside].sum() * 2 >= weights.sum():
        return SAHEL
    (left, right), (low, high) = _spread(lon, weights), _spread(lat, weights)
    zoom = min(math.log2(WIDTH * 360 / 512 / max(right - left, 1)),
               math.log2(HEIGHT * 360 / 512 / max(high - low, 1)))
    middle = (round((left + right) / 2, 3), round((low + high) / 2, 3))
    return *middle, round(min(8.0, max(2.0, zoom - 0.3)), 2)


def _spread(values: npt.NDArray[np.float64], weights: npt.NDArray[np.int64]) -> tuple[float, float]:
    """Return the range that holds the middle 98 % of the weight."""
    order = np.argsort(values)
    share = np.cumsum(weights[order]) / weights.sum()
    low, high = np.searchsorted(share, [0.01, 0.99])
    return float(values[order][low]), float(values[order][min(high, len(values) - 1)])
