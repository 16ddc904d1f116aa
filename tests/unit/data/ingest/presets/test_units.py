"""Units of quantity brought to few, with the figure that goes with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.ingest.numerals import plain
from data.ingest.presets.units import UNITS, quantity, unit, unknown


@pytest.mark.parametrize(("amount", "named", "figure", "ours"), [
    ("1,500", "Gram", 1.5, "kg"), ("1 500,5", "grammes", 1.5005, "kg"),
    ("3", "Metric ton", 3000, "kg"), ("0.5", "Kilogram", 0.5, "kg"),
    ("250", "Millilitre", 0.25, "litres"), ("12,5", "L", 12.5, "litres"),
    ("40", "Comprimés", 40, "tablets"), ("40", "PILLS", 40, "tablets"), ("7", "Unit", 7, "units"),
    ("2", "lb", 0.90718474, "kg"),
])
def test_figure_and_unit_change_together(amount, named, figure, ours):
    assert unit(amount, named) == ours
    assert float(plain(quantity(amount, named) or "") or 0) == pytest.approx(figure)


@pytest.mark.parametrize(("amount", "named"), [
    ("5", "ton"), ("5", "Strip"), ("some", "Gram"), ("1.5.2", "Gram"), ("5", None),
])
def test_what_cannot_be_brought_over_keeps_figure_and_unit(amount, named):
    assert (quantity(amount, named), unit(amount, named)) == (amount, named)


def test_an_unknown_unit_is_told_where_there_is_an_amount():
    assert unknown("5", "Strip") == "Strip"
    assert unknown("5", "Gram") is unknown(None, "Strip") is unknown("5", None) is None


@given(st.decimals(0, 10**9, allow_nan=False, places=3), st.sampled_from(sorted(UNITS)))
def test_no_amount_is_told_in_the_unit_of_another(amount, word):
    ours, factor = UNITS[word]
    assert unit(str(amount), word) == ours
    assert plain(quantity(str(amount), word) or "") == amount * factor
