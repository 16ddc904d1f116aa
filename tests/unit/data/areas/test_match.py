"""Units paired by shape and name."""

from __future__ import annotations

import pytest
import shapely

from data.areas.boundaries import units
from data.areas.load_boundaries import only
from data.areas.match import match
from tests.unit.data.areas.conftest import square, units_like

A, B = ("A", square(-3, 17)), ("B", square(-2, 17))


def kinds(old, new):
    return [(m.kind, m.new, m.old, m.related) for m in match(units_like(old), units_like(new))]


def test_order_and_small_shifts_change_nothing():
    shifted = ("A", shapely.affinity.translate(A[1], 0.01))
    assert kinds([A, B], [B, shifted]) == [("same", 0, 1, ()), ("same", 1, 0, ())]


def test_accents_case_and_brackets_make_no_other_name():
    assert kinds([("Ménaka", A[1])], [("MENAKA (la)", A[1])])[0][0] == "same"


def test_the_same_shape_under_another_name_is_renamed():
    assert kinds([A, B], [("C", A[1]), B]) == [("renamed", 0, 0, ()), ("same", 1, 1, ())]


def test_names_that_changed_places_follow_the_shape():
    found = kinds([A, B], [("A", B[1]), ("B", A[1])])
    assert found == [("renamed", 0, 1, ()), ("renamed", 1, 0, ())]


def test_a_unit_that_lost_a_part_has_changed_and_the_part_is_split_from_it():
    west, east = ("A", square(-3, 17, 0.6)), ("New", square(-2.4, 17, 0.4))
    assert kinds([A], [west, east]) == [("changed", 0, 0, ()), ("new", 1, None, ("ML-2-A",))]


def test_two_that_were_joined_name_where_they_went():
    both = ("Both", square(-3, 17, 2))
    assert kinds([A, B], [both]) == [("new", 0, None, ("ML-2-A", "ML-2-B")),
                                     ("gone", None, 0, ("0",)), ("gone", None, 1, ("0",))]


def test_a_small_remainder_keeps_its_name_only_where_no_other_has_the_shape():
    rest, most = ("A", square(-3, 17, 0.04)), ("C", square(-2.96, 17, 0.96))
    assert [kind for kind, *_ in kinds([A], [rest, most])] == ["new", "renamed"]


def test_a_town_drawn_coarsely_is_the_same_town():
    coarse, fine = square(-3, 17, 0.2, 0.2), square(-2.96, 17.03, 0.2, 0.2)
    assert kinds([("Town", coarse)], [("Town", fine)])[0][0] == "same"


def test_each_unit_is_in_one_match():
    found = match(units_like([A, B]), units_like([A, ("C", square(-3, 17, 2))]))
    assert sorted(m.new for m in found if m.new is not None) == [0, 1]
    assert sorted(m.old for m in found if m.old is not None) == [0, 1]


def test_nothing_known_makes_everything_new():
    assert kinds([], [A]) == [("new", 0, None, ())]


@pytest.mark.parametrize(("name", "kind"), [("Gao", "same"), ("Tombouctou", "renamed")])
def test_shipped_units_are_known_in_both_languages(name, kind):
    old = only(units(None, 1), ["ML"])
    gao = old.geometries[old.position["ML-7"]]
    (found, *_) = match(old, units_like([(name, gao)], level=1))
    assert found.old is not None
    assert (found.kind, old.ids[found.old]) == (kind, "ML-7")
