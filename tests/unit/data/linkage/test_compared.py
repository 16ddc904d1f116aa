"""Each component's level, and that it moves the score the right way."""

from __future__ import annotations

import pytest

from tests.unit.data.linkage.conftest import record, twin


def level(candidate, component):
    return candidate.parts[component][0].id


@pytest.mark.parametrize(("differs", "expected"), [
    ({}, "same_day"), ({"days": 1}, "next_day"), ({"days": -3}, "days_apart"),
    ({"lasts": 5, "date_precision": 2}, "overlap"),
    ({"lasts": 30, "date_precision": 4}, "long_overlap"),
    ({"lasts": 300, "date_precision": 5}, "wide_overlap"),
    ({"days": 2, "lasts": 3, "date_precision": 2}, "spells_apart"),
])
def test_time(only, differs, expected):
    assert level(only(record("a"), twin(**differs)), "time") == expected


@pytest.mark.parametrize(("differs", "expected"), [
    ({"lat": 16.01}, "close"), ({"lat": 16.05}, "within"),
    ({"lat": 16.05, "place": "Près de Gaô"}, "named"),
    ({"lat": 16.01, "place": "Elsewhere"}, "close"),
    ({"where_precision": 4, "lat": 18.0}, "unit"),
    ({"where_precision": 6, "admin1_id": None}, "country"),
])
def test_place(only, differs, expected):
    assert level(only(record("a", place="near Gao"), twin(**differs)), "place") == expected


@pytest.mark.parametrize(("place", "expected"), [
    ("Gao town", "named"), ("Village of Gao", "named"), ("ville de Gao", "named"),
    ("près du village de Gao", "named"), ("Gao region", "close"), ("Village", "close"),
])
def test_what_a_source_calls_a_settlement_is_no_part_of_its_name(only, place, expected):
    answer = only(record("a", place="Gao"), twin(lat=16.01, place=place))
    assert level(answer, "place") == expected


@pytest.mark.parametrize(("kinds", "expected"), [
    (("kidnapping", "kidnapping"), "same"), (("seizure.drugs", "seizure.other"), "family"),
    (("kidnapping", "violence.attack_on_civilians"), "related"),
    (("seizure.fuel", "trafficking.arms"), "related"), (("kidnapping", "taxation.zakat"), "other"),
    (("unclassified", "kidnapping"), "unknown"),
])
def test_kind(only, kinds, expected):
    assert level(only(record("a", kind=kinds[0]), twin(kind=kinds[1])), "kind") == expected


@pytest.mark.parametrize(("one", "other", "expected"), [
    ((None, 4, None), (3, 5, 6), "agree"), ((None, 12, None), (None, 11, None), "many"),
    ((None, 0, None), (None, 0, None), "none"), ((None, 2, None), (None, 4, None), "near"),
    ((None, 4, None), (None, 40, None), "far"), ((None, 0, None), (None, 9, None), "far"),
    ((None, None, None), (None, 4, None), "unknown"), ((2, None, 9), (None, 8, None), "agree"),
])
def test_deaths_are_compared_as_ranges(only, one, other, expected):
    ends = ("fatalities_low", "fatalities_best", "fatalities_high")
    a, b = (dict(zip(ends, stated, strict=True)) for stated in (one, other))
    assert level(only(record("a", **a), twin(**b)), "deaths") == expected


@pytest.mark.parametrize(("differs", "expected"), [
    ({}, "amount"), ({"quantity": 15.0}, "goods"), ({"quantity": 90.0}, "far"),
    ({"unit": "t"}, "goods"), ({"commodity": "heroin"}, "other"), ({"commodity": None}, "unknown"),
])
def test_goods(only, differs, expected):
    goods = {"kind": "seizure.drugs", "commodity": "Cannabis", "quantity": 10.0, "unit": "kg"}
    assert level(only(record("a", **goods), twin(**{**goods, **differs})), "goods") == expected


def test_what_differs_lowers_the_score_and_what_is_missing_does_not_decide(only):
    whole = only(record("a"), twin()).score
    other = only(record("a"), twin(actors=[{"name": "Third party", "role": "party"}])).score
    missing = only(record("a"), twin(actors=[], fatalities_best=None)).score
    assert whole > 0.9 > missing > other
