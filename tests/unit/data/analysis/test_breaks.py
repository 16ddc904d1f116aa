"""Classes of counts."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.breaks import Class, bands, classify

COUNTS = st.lists(st.integers(-3, 10**6), max_size=200)


@given(COUNTS, st.integers(1, 9))
def test_classes_hold_every_value_once_and_are_few(values, n):
    found = classify(values, n)
    positive = [v for v in values if v > 0]
    assert len(found) <= n
    assert all(sum(c.low <= v <= c.high for c in found) == 1 for v in positive)
    assert all(any(c.low <= v <= c.high for v in positive) for c in found)


@given(COUNTS)
def test_classes_rise_without_overlap_and_end_at_the_largest(values):
    found = classify(values)
    assert all(c.low <= c.high for c in found)
    assert all(a.high == b.low - 1 for a, b in pairwise(found))
    assert not found or found[-1].high == max(values)


def test_few_values_have_a_class_each():
    assert classify([1, 5, 5, 9], 6) == [Class(1, 4), Class(5, 8), Class(9, 9)]


def test_bounds_are_round_numbers():
    found = classify(np.arange(1, 1201))
    leading = {str(c.low).rstrip("0") for c in found}
    assert leading <= {"1", "2", "3", "5"}


@pytest.mark.parametrize("values", [[], [0], [-4], np.zeros((3, 3))])
def test_without_counts_there_are_no_classes(values):
    assert classify(values) == []


def test_shape_and_order_do_not_matter():
    values = np.array([[4, 8], [15, 16], [23, 42]])
    assert classify(values, 3) == classify(values.ravel()[::-1], 3)


AMOUNTS = st.lists(st.floats(1e-6, 1e9), max_size=100)


@given(AMOUNTS, st.integers(1, 9))
def test_bands_hold_every_amount_once_and_never_touch(values, n):
    found = bands(values, n)
    assert len(found) <= n
    assert all(sum(c.low <= v <= c.high for c in found) == 1 for v in values)
    assert all(a.high < b.low for a, b in pairwise(found))
    assert all(any(c.low <= v <= c.high for v in values) for c in found)


def test_few_amounts_have_a_band_each():
    found = bands([1 / 3, 1 / 6, 1 / 6, 0.5])
    assert [(c.low <= v <= c.high) for c, v in zip(found, (1 / 6, 1 / 3, 0.5), strict=True)] == (
        [True] * 3)


def test_bands_begin_with_round_numbers():
    found = bands([0.43, 0.9, 1.7, 4.0, 12.5, 30.0, 61.0])
    assert found == [Class(0.43, 0.9), Class(1, 1.7), Class(2, 4), Class(10, 12.5), Class(30, 61)]
