"""Ratios of rates against published values and those of other programs."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.ratio import Ratio, adjusted, p_value, p_values, ratio

COUNTS = st.integers(0, 400)
DAYS = st.floats(1, 4000)


def test_the_worked_example_of_r_is_met():
    """`poisson.test(c(11, 6+8+7), c(800, 1083+1050+878))`, in the help of R's stats package."""
    found = ratio(21, 11, (3011, 800))
    assert found.value == pytest.approx(1.971488, abs=1e-6)
    assert found.low == pytest.approx(0.8584264, abs=1e-7)
    assert found.high == pytest.approx(4.2772659, abs=1e-7)
    assert not found.clear


@pytest.mark.parametrize(("first", "second", "exposures", "low", "high", "p"), [
    (0, 5, (365, 365), 0.9163558573154601, math.inf, 0.0625),
    (4, 0, (31, 28), 0.0, 1.677174022869435, 0.15242939448614265),
    (120, 180, (365, 731), 0.5912116294990166, 0.9516397540344687, 0.01770096783001564),
    (1, 1, (30, 30), 0.01273936708392707, 78.49683531465821, 1.0),
    (3000, 3300, (365, 366), 1.043757941530003, 1.1529804034299407, 0.0002530634893040003),
    (2, 9, (100, 1), 93.1412258193947, 4279.971593526865, 9.879297940955601e-17),
])
def test_limits_and_p_are_those_of_scipy(first, second, exposures, low, high, p):
    """`scipy.stats.binomtest(...).proportion_ci(method="exact")` and `binom`, SciPy 1.17."""
    found = ratio(first, second, exposures)
    assert found.low == pytest.approx(low, rel=1e-9, abs=1e-12)
    assert found.high == (math.inf if math.isinf(high) else pytest.approx(high, rel=1e-9))
    assert found.p == pytest.approx(p, rel=1e-9)


def test_zeros_are_told_as_they_are():
    assert ratio(0, 0, (10, 20)) == Ratio(None, 0.0, math.inf, 1.0)
    none_before = ratio(0, 30, (365, 365))
    assert none_before.value == math.inf and none_before.high == math.inf
    assert 1 < none_before.low < 30 and none_before.clear
    assert ratio(30, 0, (365, 365)).value == 0


@given(COUNTS, COUNTS, DAYS, DAYS)
def test_the_interval_leaves_out_1_exactly_where_p_is_small(first, second, before, after):
    found = ratio(first, second, (before, after))
    assert found.low <= (found.low if found.value is None else found.value) <= found.high
    assert found.clear == (found.p < 0.05) or found.p == pytest.approx(0.05, rel=1e-6)


@given(COUNTS, COUNTS, DAYS, DAYS)
def test_the_sides_may_be_exchanged(first, second, before, after):
    one, other = ratio(first, second, (before, after)), ratio(second, first, (after, before))
    assert one.p == pytest.approx(other.p, rel=1e-6)
    assert one.low == (0 if math.isinf(other.high) else pytest.approx(1 / other.high, rel=1e-6))


def test_many_pairs_are_as_one_by_one():
    first, second = np.array([0, 4, 4, 9]), np.array([0, 2, 2, 30])
    assert p_values(first, second, 0.4).tolist() == [
        p_value(a, b, 0.4) for a, b in zip(first.tolist(), second.tolist(), strict=True)]
    assert p_values(np.zeros(0, np.int64), np.zeros(0, np.int64), 0.5).size == 0


def test_the_example_of_benjamini_and_hochberg_rejects_its_four():
    """Section 3.2 of their paper: fifteen p-values, of which four pass at 0.05."""
    p = np.array([0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459,
                  0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0])
    assert (adjusted(p) <= 0.05).tolist() == [True] * 4 + [False] * 11
    shuffled = np.random.default_rng(3).permutation(15)
    assert adjusted(p[shuffled]).tolist() == adjusted(p)[shuffled].tolist()
    assert adjusted(p)[0] == pytest.approx(0.0015)
