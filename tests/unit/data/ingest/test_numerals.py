"""One number read as the engine reads a column of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

from data.ingest.numerals import plain
from data.ingest.typed import number

WRITTEN = ["1234.5", "1,234", "1 234,5", "0,125", "12,5", "3 4", "1'234", "\u22125", "\u00a07 ",
           "1\u202f234\u202f567,25", "1e3", "inf", "nan", "1_0", "x", "", "1,23,4", "+.5", "5.",
           "1e999", "1,234,567.5"]


@pytest.mark.parametrize("text", WRITTEN)
def test_every_way_of_writing_is_read_alike(compute, text):
    (engine,) = compute(number, [text])
    here = plain(text)
    if engine is None:
        assert here is None or abs(here) > 10**30
    else:
        assert float(here) == pytest.approx(engine)


@profile(max_examples=20)
@given(st.lists(st.text("0123456789.,' -+eE", max_size=9), min_size=20, max_size=60))
def test_any_text_is_read_alike(compute, texts):
    for text, engine in zip(texts, compute(number, texts), strict=True):
        here = plain(text)
        assert (engine is None) == (here is None or float(here) in (float("inf"), float("-inf")))
        assert engine is None or float(here) == pytest.approx(engine)
