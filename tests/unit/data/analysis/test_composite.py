"""An index from weighted factors, and the range of its ranks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from data.analysis import composite
from data.analysis.composite import index, rank, ranks, weight_sets

NONE = np.nan
LEVELS = st.one_of(st.just(NONE), st.sampled_from([0.0, 0.1, 0.25, 0.5, 1.0]))
WEIGHTS = st.sampled_from([0.0, 0.5, 1.0, 1.5, 3.0])


@st.composite
def cases(draw, least=0):
    units, factors = draw(st.integers(least, 9)), draw(st.integers(1, 6))
    return (draw(arrays(float, (units, factors), elements=LEVELS)),
            draw(arrays(float, factors, elements=WEIGHTS)))


def test_the_index_is_the_weighted_sum_over_all_weights():
    levels = [[1.0, 0.5, NONE], [NONE, NONE, 0.2]]
    assert index(levels, [1, 2, 1]) == pytest.approx([(1 + 1) / 4, 0.2 / 4])


def test_a_unit_without_evidence_is_empty_and_evidence_of_nothing_is_zero():
    found = index([[NONE, NONE], [0.0, NONE]], [1, 1])
    assert np.isnan(found[0]) and found[1] == 0


def test_evidence_on_a_factor_that_was_left_out_does_not_count():
    assert np.isnan(index([[1.0, NONE]], [0, 2]))[0]
    assert np.isnan(index([[1.0, 1.0]], [0, 0]))[0]


@given(cases())
def test_an_index_lies_between_nothing_and_the_strongest_level(case):
    found = index(*case)
    some = ~np.isnan(found)
    assert (found[some] >= 0).all() and (found[some] <= 1 + 1e-12).all()


@given(cases(), st.randoms())
def test_the_order_of_units_and_factors_does_not_matter(case, random):
    levels, weights = case
    rows, columns = list(range(levels.shape[0])), list(range(levels.shape[1]))
    random.shuffle(rows)
    random.shuffle(columns)
    shuffled = index(levels[np.ix_(rows, columns)], weights[columns])
    assert shuffled == pytest.approx(index(levels, weights)[rows], nan_ok=True)


@given(cases(), st.floats(0.01, 100))
def test_the_unit_of_weights_does_not_matter(case, scale):
    levels, weights = case
    assert index(levels, weights * scale) == pytest.approx(index(levels, weights), nan_ok=True)


@given(cases(least=1), st.data())
def test_a_stronger_factor_never_lowers_the_index(case, data):
    levels, weights = case
    at = (data.draw(st.integers(0, levels.shape[0] - 1)),
          data.draw(st.integers(0, levels.shape[1] - 1)))
    higher = levels.copy()
    higher[at] = 1.0
    before, after = index(levels, weights)[at[0]], index(higher, weights)[at[0]]
    assert np.isnan(before) or after >= before - 1e-12


@settings(max_examples=40, deadline=None)
@given(cases(least=5))
def test_ranks_lie_in_order_between_one_and_the_number_of_units(case):
    found, scores = ranks(*case), index(*case)
    known = ~np.isnan(scores)
    assert (found is None) == (known.sum() < 5)
    if found is None:
        return
    low, middle, high = found.first[known], found.median[known], found.last[known]
    assert (low >= 1).all() and (low <= middle).all() and (middle <= high).all()
    assert (high <= known.sum()).all() and found.units == known.sum()
    assert not found.first[~known].any()
    own = rank(scores[known][None])[0]
    assert (low <= own).all() and (own <= high).all(), "the given weights are one of the sets"


@settings(max_examples=25, deadline=None)
@given(cases(least=5), st.randoms(), st.sampled_from([0.1, 0.3, 7.0]))
def test_ranks_follow_their_units_and_not_the_unit_of_weights(case, random, scale):
    levels, weights = case
    order = list(range(len(levels)))
    random.shuffle(order)
    before, after = ranks(levels, weights), ranks(levels[order], weights * scale)
    assert (before is None) == (after is None)
    if before and after:
        for name in ("first", "median", "last"):
            assert (getattr(after, name) == getattr(before, name)[order]).all()


@settings(max_examples=25, deadline=None)
@given(cases(least=6), st.data())
def test_a_stronger_factor_never_worsens_a_rank(case, data):
    levels, weights = case
    at = (0, data.draw(st.integers(0, levels.shape[1] - 1)))
    higher = levels.copy()
    higher[at] = 1.0
    before, after = ranks(levels, weights), ranks(higher, weights)
    if before and after and before.first[0] and after.units == before.units:
        assert after.first[0] <= before.first[0] and after.last[0] <= before.last[0]


def test_ties_share_a_rank_and_the_next_is_skipped():
    assert rank([[0.5, 0.9, 0.5, 0.1]]).tolist() == [[2, 1, 2, 4]]


def test_sums_that_differ_by_rounding_alone_are_a_tie():
    assert rank([[0.1 + 0.2, 0.3]]).tolist() == [[1, 1]]


def test_four_units_with_evidence_have_no_ranks_and_five_have():
    levels = np.full((6, 2), NONE)
    levels[:4, 0] = [0.1, 0.2, 0.3, 0.4]
    assert ranks(levels, [1, 1]) is None
    levels[4, 1] = 0.5
    found = ranks(levels, [1, 1])
    assert found is not None and found.units == 5 and found.first[5] == 0


def test_ranks_that_hang_on_the_weights_have_a_range_and_others_none():
    found = ranks([[1, 1], [1, 0], [0, 1], [0, 0], [0, 0]], [1, 1])
    assert found is not None
    assert (found.first[0], found.last[0]) == (1, 1)
    assert (found.first[1], found.last[1]) == (2, 3) == (found.first[2], found.last[2])
    assert found.first[3] == found.last[3] == found.last[4] == 4, "ties share a rank"


def test_weights_vary_around_those_given_and_always_alike():
    sets = weight_sets([1, 2, 0])
    assert len(sets) == 1 + 2 * 2 + composite.DRAWS and len(sets) % 2
    assert sets[0] == pytest.approx([1 / 3, 2 / 3, 0])
    assert sets[1] == pytest.approx([0.5 / 2.5, 2 / 2.5, 0])
    assert sets.sum(axis=1) == pytest.approx(np.ones(len(sets)))
    assert not sets[:, 2].any(), "a factor that was left out stays out"
    assert sets[5:].mean(axis=0) == pytest.approx([1 / 3, 2 / 3, 0], abs=0.03)
    assert (weight_sets([1, 2, 0]) == sets).all()


@pytest.mark.parametrize(("levels", "weights"), [
    ([[1.0, 0.0]], [1]), ([1.0, 0.0], [1, 1]), ([[1.0]], [-1])])
def test_what_does_not_fit_is_refused(levels, weights):
    with pytest.raises(ValueError, match="weight"):
        index(levels, weights)
