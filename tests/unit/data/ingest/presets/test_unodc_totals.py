"""UNODC's totals of a country and a year; all of them are invented."""

from __future__ import annotations

from tests.support import held, only
from tests.unit.data.ingest.presets.files import totals


def test_a_total_is_known_to_its_country_and_year_and_says_that_it_is_one(bring, store):
    report = bring(totals({})).report.files[0]
    assert (report.preset, report.accepted) == ("unodc-totals", 1)
    row = only(store)
    assert (row["date_precision"], row["where_precision"], row["lat"]) == (5, 6, None)
    assert (str(row["date_start"]), str(row["date_end"])) == ("2018-01-01", "2018-12-31")
    assert (row["quantity"], row["unit"], row["admin0"]) == (12.5, "kg", "ML")
    assert [f["reason"] for f in row["flags"]] == ["aggregate_total"]


def test_a_later_edition_revises_a_total_and_adds_none(bring, store):
    bring(totals({}))
    report = bring(totals({"Kilograms": "14"}), name="later.csv").report.files[0]
    assert (report.updated, report.accepted) == (1, 0)
    assert [row["quantity"] for row in held(store)] == [14]


def test_totals_of_other_drugs_years_and_countries_stay_apart(bring, store):
    report = bring(totals({}, {"DrugName": "Another"}, {"Reference year": 2019},
                          {"Country": "Niger", "Iso3_code": "NER"}, {})).report.files[0]
    assert (report.accepted, report.merged) == (4, 1)
    assert len(held(store)) == 4


def test_a_country_without_a_figure_has_no_unit(bring, store):
    bring(totals({"Kilograms": ""}))
    row = only(store)
    assert (row["quantity"], row["unit"]) == (None, None)
