"""Natural breaks against every possible division, and what makes them."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.natural import natural_starts


def spread(values, starts):
    place = np.searchsorted(starts, values, side="right")
    return sum(float(((values[place == i] - values[place == i].mean()) ** 2).sum())
               for i in np.unique(place))


def best(values, n):
    distinct = np.unique(values)
    return min(spread(values, np.array([distinct[0], *cut]))
               for cut in combinations(distinct[1:], n - 1))


@given(st.lists(st.integers(0, 60), min_size=5, max_size=24), st.integers(2, 4))
def test_no_other_division_has_less_spread(drawn, n):
    values = np.array(drawn, float)
    starts = natural_starts(values, n)
    if len(np.unique(values)) <= n:
        assert starts.tolist() == np.unique(values).tolist()
    else:
        assert len(starts) == n
        assert spread(values, starts) == pytest.approx(best(values, n), abs=1e-9)


def test_groups_that_stand_apart_are_found():
    values = [1, 2, 2, 3, 20, 21, 22, 90, 91]
    assert natural_starts(values, 3).tolist() == [1, 20, 90]


def test_a_value_counts_as_often_as_it_occurs():
    assert natural_starts([*[1] * 500, *[2] * 500, 3, 10], 3).tolist() == [1, 2, 10]
    assert natural_starts([1, *[2] * 500, *[3] * 500, 10], 3).tolist() == [1, 3, 10]


def test_many_distinct_values_are_divided_about_as_well():
    values = np.random.default_rng(7).lognormal(2, 1.2, 30_000)
    starts = natural_starts(values, 5)
    distinct = np.unique(values[:1_500])
    assert len(starts) == 5
    assert spread(values, starts) <= 1.02 * spread(values, natural_starts(distinct, 5))
