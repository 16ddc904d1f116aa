"""Counts of all windows of a length equal counting them one by one."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from layers import windows
from layers.windows import Spells, day_window_counts, window_counts

SPELL = st.tuples(st.integers(0, 4), st.integers(0, 20), st.integers(0, 6), st.integers(1, 5))


def slowly(rows, months):
    first = min(start for _, start, _, _ in rows)
    last = max(start + lasting for _, start, lasting, _ in rows)
    span = last - first + 1
    length = span if months is None else min(months, span)
    found: list[int] = []
    for low in range(first, last - length + 2):
        held: Counter[int] = Counter()
        for cell, start, lasting, n in rows:
            if start <= low + length - 1 and start + lasting >= low:
                held[cell] += n
        found += held.values()
    return sorted(found)


@given(st.lists(SPELL, min_size=1, max_size=30), st.none() | st.integers(1, 30))
def test_equal_to_counting_one_by_one(rows, months):
    cell, start, lasting, n = (np.array(part, np.int64) for part in zip(*rows, strict=True))
    found = window_counts(Spells(cell, start, start + lasting, n), months)
    assert sorted(found.tolist()) == slowly(rows, months)


@given(st.lists(SPELL, min_size=1, max_size=30), st.integers(1, 12))
def test_windows_of_days_hold_every_value_that_there_is(rows, days):
    cell, start, lasting, n = (np.array(part, np.int64) for part in zip(*rows, strict=True))
    found = day_window_counts(Spells(cell, start, start + lasting, n), days)
    first, last = int(start.min()), int((start + lasting).max())
    values = {int(n[(cell == one) & (start <= at) & (start + lasting > at - days)].sum())
              for one in set(cell.tolist()) for at in range(first, last + days + 1)}
    assert set(found.tolist()) == values - {0}


def test_chunks_change_nothing(monkeypatch):
    rng = np.random.default_rng(1)
    cell, start = rng.integers(0, 50, 300), rng.integers(0, 30, 300)
    spells = Spells(cell, start, start + rng.integers(0, 5, 300), rng.integers(1, 4, 300))
    whole = np.sort(window_counts(spells, 6))
    monkeypatch.setattr(windows, "_CHUNK", 64)
    np.testing.assert_array_equal(np.sort(window_counts(spells, 6)), whole)


def test_nothing_gives_nothing():
    none = np.zeros(0, np.int64)
    assert window_counts(Spells(none, none, none, none), 3).size == 0
    assert day_window_counts(Spells(none, none, none, none), 3).size == 0
