"""UNODC's individual seizures in both layouts; all of them are invented."""

from __future__ import annotations

import datetime as dt

import pytest

from data.ingest.presets import choose
from data.ingest.presets.unodc_ids import UNODC_IDS, country, kind
from tests.support import held, only
from tests.unit.data.ingest.presets.files import ROUTES, UNODC, routes, unodc


def test_a_seizure_keeps_what_was_taken_in_our_unit_and_in_its_own(bring, store):
    report = bring(unodc({})).report.files[0]
    assert (report.preset, report.accepted) == ("unodc-ids", 1)
    row = only(store)
    assert (row["kind"], row["commodity"], row["source"]) == (
        "seizure.drugs", "Cannabis herb", "UNODC IDS")
    assert (row["quantity"], row["unit"], row["date_start"]) == (1.5, "kg", dt.date(2019, 3, 7))
    assert row["notes"].splitlines()[:2] == ["Quantity Seized: 1,500", "Measurement Unit: Gram"]
    assert "Reporting Channel: Invented channel" in row["notes"]
    assert row["flags"] == []


@pytest.mark.parametrize(("other", "kilograms"), [("12,5", 0.0015), ("12.5", 1.5),
                                                  ("1,250.5", 1.5)])
def test_an_amount_is_read_as_its_file_writes_numbers(bring, store, other, kilograms):
    bring(unodc({}, {"Quantity Seized": other, "City": "Another"}))
    found = {row["notes"].splitlines()[0]: row["quantity"] for row in held(store)}
    assert found["Quantity Seized: 1,500"] == pytest.approx(kilograms)


def test_a_place_without_a_point_stays_in_words(bring, store):
    bring(unodc({"City": ""}, {"City": "", "Administrative Region": ""}))
    rows = sorted(held(store), key=lambda r: r["where_precision"])
    assert [(r["where_precision"], r["lat"], r["admin0"]) for r in rows] == [
        (4, None, "ML"), (6, None, "ML")]
    assert rows[0]["named_admin1"] == "Gao"


def test_a_part_of_the_world_is_no_region_of_the_country(bring, store):
    bring(unodc({"Administrative Region": "", "City": ""}))
    assert only(store)["named_admin1"] is None


def test_a_unit_that_is_not_known_is_kept_and_flagged(bring, store):
    bring(unodc({"Measurement Unit": "Strip", "Quantity Seized": "300"}))
    row = only(store)
    assert (row["quantity"], row["unit"]) == (300, "Strip")
    assert [(f["reason"], f["named"]) for f in row["flags"]] == [("unit_unknown", "Strip")]


def test_identical_seizures_stay_two(bring, store):
    report = bring(unodc({}, {})).report.files[0]
    assert (report.accepted, report.merged, len(held(store))) == (2, 0, 2)


def test_a_route_stays_a_fact_of_its_seizure(bring, store):
    report = bring(routes({})).report.files[0]
    assert (report.preset, report.accepted) == ("unodc-ids", 1)
    row = only(store)
    assert (row["kind"], row["admin0"], row["quantity"], row["unit"]) == (
        "seizure.drugs", "ML", 2.5, "kg")
    assert row["date_start"] == dt.date(2013, 3, 15)
    assert row["notes"].splitlines() == [
        "AMOUNT: 2.5", "DRUG_UNIT: Kilogram", "PRODUCING_COUNTRY: Brazil",
        "DEPARTURE_COUNTRY: Guinea", "DESTINATION_COUNTRY: Spain"]
    assert row["actors"] == []


@pytest.mark.parametrize(("named", "code", "found"), [
    ("Mali", "MLI", "Mali"), ("A misspelt name", "MLI", "MLI"), (None, "MLI", "MLI"),
    ("A misspelt name", None, "A misspelt name"), (None, None, None),
])
def test_a_country_is_known_by_its_name_or_else_its_code(named, code, found):
    assert country(named, code) == found


@pytest.mark.parametrize(("drug", "found"), [
    ("Cocaine", "seizure.drugs"), (None, "seizure.drugs"),
    ("Precursor chemicals", "seizure.other"),
])
def test_a_precursor_is_no_drug(drug, found):
    assert kind(drug) == found


def test_both_layouts_are_recognised():
    assert choose("auto", UNODC) is choose("auto", ROUTES) is UNODC_IDS
