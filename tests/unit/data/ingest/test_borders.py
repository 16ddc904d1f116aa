"""Distances to a border, with the geodesic as the oracle."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from data.ingest.borders import GEOD, distance_km, within_km

BOX = shapely.box(-5, 10, 5, 20)


@given(st.floats(10.5, 19.5), st.floats(0.001, 2))
def test_the_distance_east_of_a_meridian_is_nearly_the_geodesic(lat, degrees):
    _, _, metres = GEOD.inv(5, lat, 5 + degrees, lat)
    found = distance_km(5 + degrees, lat, BOX)
    assert found <= metres / 1000 * 1.0001
    assert found == pytest.approx(metres / 1000, rel=0.01)


def test_inside_is_no_distance():
    assert distance_km(0, 15, BOX) == 0
    assert distance_km(5, 20, BOX) == pytest.approx(0, abs=1e-9)


@given(st.floats(-170, 170), st.floats(-89, 89), st.floats(0, 30))
def test_the_bounds_agree_with_the_distance(lon, lat, km):
    exact = distance_km(lon, lat, BOX)
    (found,) = within_km(np.array([lon]), np.array([lat]), np.array([BOX]), km)
    assert found == (exact <= km) or exact == pytest.approx(km, rel=0.02)


def test_no_area_is_never_near():
    areas = np.array([None, BOX], dtype=object)
    assert within_km(np.zeros(2), np.full(2, 15.0), areas, 5).tolist() == [False, True]
