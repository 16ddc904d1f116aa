"""Classes in a legend: ranges that meet no other, whole or not."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.classes import amounts, class_entries


def test_whole_numbers_have_whole_bounds():
    assert [e.label for e in class_entries(np.array([1, 1, 2, 7]), "en")] == ["1", "2 – 6", "7"]


@given(st.lists(st.floats(0.001, 1e7), min_size=1, max_size=60))
def test_amounts_do_not_overlap_when_they_are_read(values):
    entries = class_entries(np.array(values), "en")
    shown = [[float(part.replace(",", "")) for part in entry.label.split(" – ")]
             for entry in entries]
    flat = [bound for pair in shown for bound in pair]
    assert flat == sorted(flat)
    assert all(a[-1] < b[0] for a, b in pairwise(shown))
    assert [entry.key for entry in entries] == [f"class-{i}" for i in range(len(entries))]


@pytest.mark.parametrize(("low", "high", "said"), [
    (0.4, 1.19999, "0.4 – 1.19"), (2.0, 2.0, "2"), (0.16666666, 0.16666667, "0.167"),
    (100.0, 2999.9, "100 – 2,999")])
def test_an_upper_end_is_cut_and_never_rounded_up(low, high, said):
    assert amounts(low, high, "en") == said
