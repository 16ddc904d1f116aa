"""How cells are typed, and what a column refuses."""

from __future__ import annotations

import datetime as dt

import pytest

from data.evidence.columns import NOT_STATED, UnfitValueError, columns_of, span
from data.evidence.model import Corridor, Factor, Levy, Place, Visit
from data.evidence.tables import TABLES


def read(record: type, name: str, text: str):
    return {c.name: c for c in columns_of(record)}[name].read(text)


@pytest.mark.parametrize(("record", "name", "text", "value"), [
    (Levy, "payer", " traders ", "traders"),
    (Levy, "payer", "", NOT_STATED),
    (Levy, "added", "", ""),
    (Levy, "rate_low", "1000.5", 1000.5),
    (Levy, "rate_low", "not stated", None),
    (Visit, "workers", "40", 40),
    (Levy, "synthetic", "Oui", True),
    (Levy, "synthetic", "", False),
    (Levy, "date", "2020-11-30/2020-12-06", "2020-11-30/2020-12-06"),
    (Levy, "date", "", NOT_STATED),
    (Levy, "kinds", "cattle_theft; seizure ;", ("cattle_theft", "seizure")),
    (Corridor, "places", "a > b>c", ("a", "b", "c")),
    (Corridor, "segment_evidence", "believed > observed", ("believed", "observed")),
    (Corridor, "path", "LINESTRING (0 0, 1 1)", "LINESTRING (0 0, 1 1)"),
    (Factor, "side", "resilience", "resilience"),
])
def test_a_fit_cell_is_typed(record, name, text, value):
    assert read(record, name, text) == value


@pytest.mark.parametrize(("record", "name", "text", "reason"), [
    (Levy, "says_en", " ", "value_missing"),
    (Levy, "kind", "toll", "value_unknown"),
    (Corridor, "segment_evidence", "believed > dreamt", "value_unknown"),
    (Levy, "rate_low", "many", "value_not_a_number"),
    (Levy, "rate_low", "inf", "value_not_a_number"),
    (Visit, "workers", "2.5", "value_not_whole"),
    (Levy, "synthetic", "perhaps", "value_not_yes_or_no"),
    (Levy, "date", "30/11/2020", "date_not_understood"),
    (Levy, "date", "2020-02-30", "date_not_understood"),
    (Levy, "date", "2020-12/2020-11", "date_end_before_start"),
    (Place, "area", "POLYGON ((0 0, 1", "geometry_not_understood"),
    (Place, "area", "POLYGON EMPTY", "geometry_not_understood"),
])
def test_an_unfit_cell_carries_its_reason(record, name, text, reason):
    with pytest.raises(UnfitValueError, match=f"^{reason}$"):
        read(record, name, text)


def test_a_month_spans_its_days():
    assert span("2020-02") == (dt.date(2020, 2, 1), dt.date(2020, 2, 29))
    assert span("2019/2020-06") == (dt.date(2019, 1, 1), dt.date(2020, 6, 30))
    assert span(NOT_STATED) is None


@pytest.mark.parametrize("table", TABLES)
def test_every_column_says_what_it_means(table):
    columns = columns_of(TABLES[table])
    assert columns[0].name == "id" and columns[0].required
    assert all(column.meaning.render("en") for column in columns)
    assert len({column.name for column in columns}) == len(columns)
