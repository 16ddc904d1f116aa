"""Whole numbers as links and options write them."""

from __future__ import annotations

import pytest

from data.digits import whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("07", 7), ("12345678", 12_345_678)])
def test_plain_digits_are_a_number(text, number):
    assert whole_number(text) == number


@pytest.mark.parametrize("text", ["", "-1", "1.0", " 1", "²", "٣", "1" * 9, "1" * 5000])
def test_anything_else_is_none(text):
    assert whole_number(text) is None
