"""Symbols at one spot stand apart, near it, and in their order."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from layers.spread import spread

HERE = (1.0, 2.0)


@given(st.lists(st.floats(4, 24), max_size=14))
def test_none_covers_another_and_the_first_stays(radii):
    at = spread([HERE] * len(radii), radii)
    for i, k in itertools.combinations(range(len(radii)), 2):
        assert np.hypot(*(at[i] - at[k])) >= radii[i] + radii[k]
    assert not len(radii) or (at[0] == 0).all()


def test_those_alone_stay_where_they_are():
    assert (spread([(0, 0), (0, 1), (1, 0)], [7, 7, 7]) == 0).all()


def test_seven_alike_close_in_around_the_spot():
    at = spread([HERE] * 7, [7] * 7)
    assert np.hypot(*at.T).max() < 20
