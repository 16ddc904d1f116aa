"""Numbers as people write them; what is doubtful is no number."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.ingest.typed import LARGEST_COUNT, coordinate, number, present, whole

NUMBERS = {
    "12": 12, "-3": -3, "+4": 4, "1.5": 1.5, ".5": 0.5, "5.": 5, "1e3": 1000, "1E-2": 0.01,
    "1,234": 1234, "1,234,567.5": 1234567.5, "12,5": 12.5, "0,500": 0.5, "0,125": 0.125,
    "1 234": 1234, "1\u202f234,5": 1234.5, "1\u00a0234\u00a0567": 1234567, "1'234": 1234,
    "1 234,567": 1234.567, "\u22125": -5, "\u00a07\u00a0": 7, "1 000 000 000": 1e9, "-1,234": -1234,
}
NONE = ["3 4", "10 12", "0 500", "12 34", "1,2,3", "1.2.3", "1,23,456", "inf", "-Infinity", "nan",
        "1e400", "1e999", "1_000", "0x1F", "--5", "5-", "1 e3", "12 ha", "$5", "", "１２", "1/2",
        "12%", "1,234 567"]


def test_english_and_french_forms_are_read(compute):
    assert dict(zip(NUMBERS, compute(number, list(NUMBERS)), strict=True)) == NUMBERS


def test_what_is_doubtful_or_endless_is_no_number(compute):
    assert [text for text, value in zip(NONE, compute(number, NONE), strict=True)
            if value is not None] == []


def test_counts_are_whole_and_fit(compute):
    texts = ["3", "3.0", "1,234", "-2", "2.5", "1e10", "1e11", "99999999999999999999", None]
    assert compute(lambda t: whole(number(t)), texts) == [
        3, 3, 1234, -2, None, LARGEST_COUNT, None, None, None]


def test_degrees_have_no_thousands_and_no_minutes(compute):
    texts = ["14,5", "-3.25", "\u22123,25", " 7", "1,234", "14 30", "-0 15", "14°30'", "14.5'",
             "3.5W", "1,2,3", "inf"]
    assert compute(coordinate, texts) == [14.5, -3.25, -3.25, 7, 1.234, *[None] * 7]


def test_words_for_nothing_are_nothing(compute):
    assert compute(present, ["NA", "n/a", "-", "NULL", "?", "none", "0", "no"]) == [
        *[None] * 6, "0", "no"]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.floats(-1e15, 1e15), min_size=1, max_size=30))
def test_numbers_that_programs_write_are_read_back(compute, values):
    assert compute(number, [repr(value) for value in values]) == values


@pytest.mark.parametrize("function", [number, coordinate])
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text("0123456789.,+-eE '\u00a0infa_x", max_size=14), max_size=40))
def test_nothing_is_invented_from_other_text(compute, function, texts):
    for text, value in zip(texts, compute(function, texts), strict=True):
        assert value is None or (abs(value) < 1e308 and any(c.isdigit() for c in text))
