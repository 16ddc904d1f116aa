"""Cells as people write them, brought to the published form and no further."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.evidence.columns import NOT_STATED, columns_of
from data.evidence.ingest.tidy import bare, number, tidier
from data.evidence.model import Corridor, Levy, Place, Site

NAMED = {(record, c.name): tidier(c)
         for record in (Corridor, Levy, Place, Site) for c in columns_of(record)}


@pytest.mark.parametrize(("record", "name", "text", "tidied"), [
    (Levy, "rate_low", "1,234", "1234"),
    (Levy, "rate_low", "1 234,5", "1234.5"),
    (Levy, "rate_low", "1\u202f234", "1234"),
    (Levy, "rate_low", "−5", "-5"),
    (Levy, "rate_low", "3 4", "3 4"),
    (Levy, "rate_low", "about 5", "about 5"),
    (Levy, "rate_low", "n/a", ""),
    (Place, "lat", "16,271", "16.271"),
    (Place, "lon", "14 30", "14 30"),
    (Levy, "date", "2020-11-30T00:00:00", "2020-11-30"),
    (Levy, "date", "2020-11-30 / 2020-12-06", "2020-11-30/2020-12-06"),
    (Levy, "date", "30/11/2020", "30/11/2020"),
    (Levy, "kind", "Forced zakat", "forced_zakat"),
    (Levy, "kind", "toll", "toll"),
    (Levy, "kind", "NA", ""),
    (Levy, "payer", "NA", "NA"),
    (Levy, "payer", "Not stated", NOT_STATED),
    (Site, "commodities", "Gold; LIVESTOCK", "gold;livestock"),
    (Corridor, "segment_evidence", "Believed > observed", "believed>observed"),
    (Place, "iso2", "NA", "NA"),
])
def test_a_cell_is_brought_to_the_published_form(record, name, text, tidied):
    assert NAMED[record, name](text) == tidied


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9))
def test_a_number_in_the_published_form_stays_itself(value):
    assert float(number(repr(value))) == value


@given(st.text())
def test_a_phrase_loses_nothing_but_its_edges(text):
    assert bare(text) in text
    assert NAMED[Levy, "payer"](text) in (bare(text), NOT_STATED)
