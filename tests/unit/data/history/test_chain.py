"""Versions in their order, whatever the order of imports."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest

from data.history import chain, words
from data.ingest.identity import incident_id
from tests.support import held, ucdp

A = incident_id("An invented source", "a")
MAY, JUNE, JULY = (dt.date(2024, month, 1) for month in (5, 6, 7))


def deaths(store, id: str = A) -> list[int]:
    return [version.row["fatalities_best"] for version in chain.of(store.require(), id).versions]


@pytest.mark.parametrize("order", list(itertools.permutations([0, 1, 2])))
def test_three_exports_in_any_order_end_in_one_history(export, store, order):
    exports = [({"a": 3}, MAY), ({"a": 5}, JUNE), ({"a": 4}, JULY)]
    for i in order:
        said, day = exports[i]
        export(said, f"{i}.csv", as_of=day)
    assert held(store)[0]["fatalities_best"] == 4
    assert deaths(store) == [3, 5, 4]
    files = [version.brought.file for version in chain.of(store.require(), A).versions]
    assert files == ["0.csv", "1.csv", "2.csv"]


@pytest.mark.parametrize("order", list(itertools.permutations([0, 1, 2])))
def test_a_source_that_goes_back_is_shown_to(export, store, order):
    exports = [({"a": 3}, MAY), ({"a": 5}, JUNE), ({"a": 3}, JULY)]
    for i in order:
        said, day = exports[i]
        export(said, f"{i}.csv", as_of=day)
    assert deaths(store) == [3, 5, 3]


def test_marks_of_records_go_before_the_order_of_imports(export, store):
    export({"a": 5, "b": 1}, "late.csv", marks={"a": "2024-06-01", "b": "2024-01-01"})
    report = export({"a": 3, "b": 2}, "early.csv",
                    marks={"a": "2024-03-01", "b": "2024-02-01"}).report
    assert (report.total("older"), report.total("updated")) == (1, 1)
    assert {row["source_record_id"]: row["fatalities_best"] for row in held(store)} == {
        "a": 5, "b": 2}
    assert deaths(store) == [3, 5]


def test_without_any_day_the_last_import_counts(export, store):
    export({"a": 3}, "1.csv")
    export({"a": 5}, "2.csv")
    export({"a": 3}, "1.csv")
    assert deaths(store) == [3, 5, 3]


def test_an_older_export_of_what_has_grown_since_is_recognised(bring, store):
    later: dict[str, Any] = {"date_start": "2019-01-01", "date_end": "2019-01-01"}
    bring(ucdp({"best": 5}, later), "new.csv")
    assert bring(ucdp({"best": 3, "low": 1}), "old.csv").report.total("older") == 1
    id = incident_id("UCDP GED", "1")
    assert [r["fatalities_best"] for r in held(store)] == [5, 2]
    assert deaths(store, id) == [3, 5]


def test_an_older_export_twice_changes_nothing_more(export, store):
    export({"a": 5}, "new.csv", as_of=JUNE)
    export({"a": 3}, "old.csv", as_of=MAY)
    before = store.current_id()
    assert export({"a": 3}, "old.csv", as_of=MAY).report.snapshot is None
    assert store.current_id() == before


def test_changes_are_told_in_words(export, store):
    for n, day in ((3, MAY), (5, JUNE), (4, JULY)):
        export({"a": n}, f"{n}.csv", as_of=day)
    history = chain.of(store.require(), A)
    assert words.revised(history).render("en") == "Revised twice"
    assert words.sequences(history, "en") == [("deaths, best estimate", "3, then 5, then 4")]
    assert words.change(history.versions[1].changes[0], "en") == "fatalities_best 3 → 5"


def test_an_incident_of_nobody_has_no_history(export, store):
    export({"a": 1})
    assert chain.of(store.require(), "nobody") is None
    assert chain.ids_of(store.require(), "a") == [A] == chain.ids_of(store.require(), A)
