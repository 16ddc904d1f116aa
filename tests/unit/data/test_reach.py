"""Hexagons in few words: one cell stands for all that it holds."""

from __future__ import annotations

import numpy as np
import shapely

from data import hexes


def test_a_compact_set_holds_the_same_cells():
    cells = hexes.covering(shapely.box(-2, 14, 1, 17), 6)
    compact = hexes.compacted(cells)
    assert min(compact) < 6 and sum(len(found) for found in compact.values()) < len(cells) / 4
    held = np.zeros(len(cells), np.int64)
    for resolution, found in compact.items():
        held += np.isin(hexes.parents(cells, resolution), found)
    assert set(held.tolist()) == {1}, "each cell is held, and once"


def test_cells_beside_the_set_are_not_held():
    inside = hexes.covering(shapely.box(-2, 14, 1, 17), 6)
    outside = np.setdiff1d(hexes.covering(shapely.box(-3, 13, 2, 18), 6), inside)
    for resolution, found in hexes.compacted(inside).items():
        assert not np.isin(hexes.parents(outside, resolution), found).any()


def test_nothing_is_nothing():
    assert hexes.compacted(np.zeros(0, np.int64)) == {}
