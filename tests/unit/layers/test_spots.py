"""Symbols of one place: what they stand for, and how they stand beside each other."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.evidence.words import FACTORS
from layers.beside import MOST, beside, slot
from layers.palette import CLAIM
from layers.spots import RADIUS, entry, spots, unplaced
from layers.style import FINE
from tests.unit.layers.invented import factor, place

WORDS = list(FACTORS)
HERE, REGION = place("ML-5"), place("ML-5", 4)


def made(*claims, layer="resilience"):
    return spots(claims, layer, lambda one: one.factor, WORDS)


def laid(many):
    return [beside(many)[slot(spot)] for spot in many]


def test_records_of_one_factor_at_one_place_are_one_symbol():
    (spot,) = made(factor("a", HERE, "cohesion"), factor("b", HERE, "cohesion"))
    assert [claim.id for claim in spot.claims] == ["a", "b"]
    assert "And 1 more record." in spot.says("en")


def test_other_dates_doubts_and_places_are_other_symbols():
    found = made(
        factor("a", HERE, "cohesion"), factor("b", HERE, "cohesion", date="2020"),
        factor("c", HERE, "cohesion", evidence="perceived"), factor("d", REGION, "cohesion"))
    assert len({spot.id for spot in found}) == 4
    assert [spot.key for spot in found] == [
        "cohesion", "cohesion", "cohesion-perceived", "cohesion-wide"]


@pytest.mark.parametrize(("precision", "hollow"), [(1, False), (2, False), (3, True), (6, True)])
def test_a_symbol_is_hollow_where_the_place_is_a_unit_or_more(precision, hollow):
    (spot,) = made(factor("a", place("ML-5", precision), "cohesion"))
    assert entry(spot, "Ch", CLAIM, "").style.hollow is hollow


def test_what_people_perceive_has_a_broken_edge():
    plain, seen = (entry(made(factor("a", HERE, "cohesion", evidence=how))[0], "Ch", CLAIM, "")
                   for how in ("reported", "perceived"))
    assert plain.style.dash is None
    assert seen.style.dash == FINE and seen.style.hollow


def test_a_place_without_a_position_has_no_symbol_and_is_told():
    nowhere = place("ML-5", lat=None, lon=None)
    claim = factor("a", nowhere, "cohesion")
    assert made(claim) == () and unplaced([claim]) == (nowhere,)


def test_alone_a_symbol_stands_on_its_place():
    assert laid(made(factor("a", HERE, "cohesion"))) == [(0, 0)]


@given(st.lists(st.sampled_from(WORDS), min_size=1, unique=True), st.integers(1, 6))
def test_symbols_of_one_place_never_overlap(words, precision):
    where = place("ML-5", precision)
    many = (*made(*(factor(word, where, word) for word in words)),
            *made(*(factor(word, where, word) for word in words), layer="vulnerability"))
    offsets = laid(many)
    assert all(math.dist(a, b) > 2 * RADIUS for a, b in combinations(offsets, 2))
    rows = {dy for _, dy in offsets}
    assert all(sum(dy == row for _, dy in offsets) <= MOST for row in rows)


def test_layers_of_one_place_have_rows_of_their_own_where_one_is_too_few():
    words = WORDS[:5]
    both = (*made(*(factor(word, HERE, word) for word in words)),
            *made(*(factor(word, HERE, word) for word in words), layer="vulnerability"))
    offsets = beside(both)
    rows = [{offsets[slot(spot)][1] for spot in both if spot.layer == layer}
            for layer in ("resilience", "vulnerability")]
    assert [len(row) for row in rows] == [1, 1] and rows[0] != rows[1]


def test_neighbours_grow_away_from_each_other():
    west, east = place("ML-5", lon=-3.6), place("ML-5", lon=-3.3, id="east")
    many = made(*(factor(word, where, word) for where in (west, east) for word in WORDS[:2]))
    found = beside(many)
    assert all(found[slot(spot)][0] < 0 for spot in many if spot.place == west)
    assert all(found[slot(spot)][0] > 0 for spot in many if spot.place == east)


def test_what_is_said_of_a_country_stands_above_its_point():
    many = made(*(factor(word, place("ML-5", 6), word) for word in WORDS[:3]))
    assert all(dy < -RADIUS for _, dy in laid(many))
