"""Every way of making classes puts every value into exactly one, as its bounds say."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.breaks import Class
from data.analysis.methods import Choice, divided, written_down

METHODS = st.sampled_from(["log", "quantile", "equal", "natural", "hand"])
BOUNDS = st.lists(st.floats(0.01, 1e5), min_size=1, max_size=6, unique=True).map(
    lambda found: tuple(sorted(found)))
COUNTS = st.lists(st.integers(-2, 5000), max_size=80)
AMOUNTS = st.lists(st.floats(1e-3, 1e7), max_size=80)


def holds(one, value):
    return one.low <= value and (one.open or value <= one.high)


@given(COUNTS, METHODS, st.integers(3, 7), BOUNDS)
def test_every_count_is_in_one_class_and_classes_meet(values, method, n, bounds):
    found = divided(np.array(values, np.int64), Choice(method, n, bounds))
    positive = [v for v in values if v > 0]
    assert all(sum(holds(c, v) for c in found) == 1 for v in positive)
    assert all(a.high + 1 == b.low for a, b in pairwise(found)), "whole numbers leave no gap"
    assert method == "hand" or len(found) <= n
    assert method == "hand" or all(any(holds(c, v) for v in positive) for c in found)


@given(AMOUNTS, METHODS, st.integers(3, 7), BOUNDS)
def test_every_amount_is_in_one_class_and_none_overlap(values, method, n, bounds):
    found = divided(np.array(values, np.float64), Choice(method, n, bounds))
    assert all(sum(holds(c, v) for c in found) == 1 for v in values)
    assert all(a.high <= b.low and a.low < b.low for a, b in pairwise(found))
    assert method == "hand" or len(found) <= n


@given(st.floats(1e-6, 1e9))
def test_a_bound_is_written_as_it_is_and_never_above_its_value(value):
    bound = written_down(value, whole=False)
    assert bound <= value * (1 + 1e-12)
    assert bound == float(f"{bound:.3g}") if bound < 100 else bound == int(bound)
    assert bound > value * 0.98


def test_quantiles_hold_about_as_many_each():
    found = divided(np.arange(1, 101), Choice("quantile", 4))
    assert found == [Class(1, 25), Class(26, 50), Class(51, 75), Class(76, 100)]


def test_equal_intervals_are_equally_wide():
    values = np.arange(1, 101)
    assert [c.high - c.low + 1 for c in divided(values, Choice("equal", 5))] == [20] * 5


def test_bounds_by_hand_stay_although_a_class_is_empty():
    found = divided(np.array([1, 2, 40]), Choice("hand", 6, (5.0, 20.0, 100.0)))
    assert found == [Class(1, 4), Class(5, 19), Class(20, 99), Class(100, 100, open=True)]


def test_a_bound_between_two_counts_moves_up():
    assert divided(np.array([1, 9]), Choice("hand", 6, (2.5,))) == [
        Class(1, 2), Class(3, 9, open=True)]


@pytest.mark.parametrize("method", ["log", "quantile", "equal", "natural", "hand"])
def test_without_values_there_are_no_classes(method):
    assert divided(np.zeros(3, np.int64), Choice(method, 5, (2.0,))) == []
