"""Cells, with h3-py as the oracle."""

from __future__ import annotations

import h3
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import hexes

LAT = st.floats(-90, 90)
LON = st.floats(-180, 180)


def cell(lat: float, lon: float, resolution: int) -> int:
    return h3.str_to_int(h3.latlng_to_cell(lat, lon, resolution))


@given(LAT, LON, st.sampled_from(hexes.RESOLUTIONS), st.sampled_from(hexes.RESOLUTIONS))
def test_parent_bits_agree_with_h3(lat, lon, fine, coarse):
    fine, coarse = max(fine, coarse), min(fine, coarse)
    own = h3.latlng_to_cell(lat, lon, fine)
    (found,) = hexes.parents(np.array([h3.str_to_int(own)]), coarse).tolist()
    assert found == h3.str_to_int(h3.cell_to_parent(own, coarse))
    assert hexes.resolutions(np.array([found])).tolist() == [coarse]


@given(LAT, LON)
def test_the_parent_of_a_parent_is_the_grandparent(lat, lon):
    own = np.array([cell(lat, lon, 9)])
    for resolution in range(hexes.COARSEST, hexes.FINEST):
        between = hexes.parents(own, resolution + 1)
        assert hexes.parents(between, resolution) == hexes.parents(own, resolution)


def test_a_precision_decides_the_finest_cell():
    lat, lon = np.full(8, 16.27), np.full(8, -0.04)
    found = hexes.index(lat, lon, np.arange(8, dtype=np.int8))
    assert found.tolist() == [0, cell(16.27, -0.04, 9), cell(16.27, -0.04, 4), 0, 0, 0, 0, 0]


def test_a_missing_point_has_no_cell():
    nowhere = hexes.index(np.array([np.nan, 1]), np.array([0, np.nan]), np.ones(2, np.int8))
    assert nowhere.tolist() == [0, 0]


def test_points_lie_in_the_cell_that_h3_gives():
    lat, lon = np.array([16.27, -33.5]), np.array([-0.04, 151.2])
    assert [hexes.text(cell) for cell in hexes.at(lat, lon, 7).tolist()] == [
        h3.latlng_to_cell(y, x, 7) for y, x in zip(lat, lon, strict=True)]
    assert hexes.at(lat[:0], lon[:0], 7).dtype == np.int64


@given(LAT, LON)
def test_ids_fit_signed_integers_and_read_back(lat, lon):
    own = cell(lat, lon, 9)
    assert 0 < own < 2**63
    assert hexes.number(hexes.text(own)) == own


@pytest.mark.parametrize("text", ["", "xyz", "ffffffffffffffff", "84"])
def test_what_is_no_cell_is_refused(text):
    with pytest.raises(ValueError, match=f"^{text}$"):
        hexes.number(text)


@given(st.lists(st.tuples(LAT, LON), max_size=5), st.sampled_from(hexes.RESOLUTIONS))
def test_outlines_agree_with_h3_up_to_whole_turns(points, resolution):
    cells = [cell(lat, lon, resolution) for lat, lon in points]
    vertices, starts = hexes.boundaries(np.array(cells, dtype=np.int64))
    assert len(starts) == len(cells) + 1
    for i, own in enumerate(cells):
        ring = vertices[starts[i]:starts[i + 1]]
        expected = np.array(h3.cell_to_boundary(h3.int_to_str(own)))[:, ::-1]
        turns = (ring - expected) / [360.0, 1.0]
        assert np.allclose(turns[:, 0], np.round(turns[:, 0]))
        assert np.allclose(turns[:, 1], 0)
        assert np.abs(ring[:, 0] - ring[0, 0]).max() <= 180


def test_centres_are_where_h3_puts_them():
    own = cell(16.27, -0.04, 5)
    lat, lon = h3.cell_to_latlng(h3.int_to_str(own))
    assert hexes.centres(np.array([own])).tolist() == [[lon, lat]]
    assert hexes.centres(np.array([], dtype=np.int64)).shape == (0, 2)
    assert round(hexes.mean_area_km2(9), 1) == 0.1


@given(st.floats(-80, 80), st.floats(-180, 180))
def test_the_parts_of_a_cell_are_of_the_cell_their_centre_lies_in_or_of_one_beside(lat, lon):
    part = hexes.at(np.array([lat]), np.array([lon]), 7)
    (x, y), = hexes.centres(part).tolist()
    there = hexes.at(np.array([y]), np.array([x]), hexes.COARSEST)
    assert hexes.parents(part, hexes.COARSEST)[0] in hexes.with_neighbours(there)
    assert hexes.with_neighbours(np.zeros(0, np.int64)).tolist() == []
