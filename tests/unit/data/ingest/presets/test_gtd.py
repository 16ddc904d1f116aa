"""The Global Terrorism Database's columns; all incidents are invented."""

from __future__ import annotations

import datetime as dt

import pytest

from data.ingest.presets import gtd as reading
from tests.support import held, only
from tests.unit.data.ingest.presets.files import gtd

ABDUCTED = {"attacktype1": 6, "attacktype1_txt": "Hostage Taking (Kidnapping)"}


def test_an_incident_is_read_with_its_terms(bring, store):
    report = bring(gtd({})).report.files[0]
    assert (report.preset, report.accepted) == ("gtd", 1)
    row = only(store)
    assert (row["source"], row["source_record_id"], row["licence"]) == (
        "GTD", "201303070001", "no-redistribution")
    assert (row["kind"], row["admin0"], row["where_precision"]) == (
        "violence.attack_on_civilians", "ML", 1)
    assert (row["date_start"], row["date_precision"]) == (dt.date(2013, 3, 7), 1)
    assert [row[f"fatalities_{x}"] for x in ("low", "best", "high")] == [None, 2, None]
    assert row["actors"] == [{"name": "Synthetic Group A", "role": "perpetrator"},
                             {"name": "Invented target", "role": "victim"}]
    assert row["notes"].startswith("An invented summary\nattacktype1_txt: Armed Assault\n")
    assert "nhostkid" not in row["notes"]
    assert (row["victims"], row["amount_best"], row["currency"], row["flags"]) == (
        1, None, None, [])


@pytest.mark.parametrize(("month", "day", "start", "end", "precision"), [
    (3, 0, (2013, 3, 1), (2013, 3, 31), 4), (0, 0, (2013, 1, 1), (2013, 12, 31), 5),
    (0, 7, (2013, 1, 1), (2013, 12, 31), 5),
])
def test_an_unknown_part_of_a_date_is_not_invented(
    bring, store, month, day, start, end, precision
):
    bring(gtd({"imonth": month, "iday": day}))
    row = only(store)
    assert (row["date_start"], row["date_end"]) == (dt.date(*start), dt.date(*end))
    assert row["date_precision"] == precision


def test_a_day_that_is_none_is_rejected(bring):
    assert bring(gtd({"imonth": 2, "iday": 30}, {})).report.files[0].reasons == {
        "date_start_invalid": 1}


@pytest.mark.parametrize(("specificity", "vicinity", "found"), [
    ("1", "0", "1"), ("1", "1", "2"), ("2", "0", "3"), ("3", "1", "3"), ("4", "0", "4"),
    ("5", "0", "6"), ("8", "0", "specificity 8"), (None, "1", None),
])
def test_how_exactly_a_place_is_known(specificity, vicinity, found):
    assert reading.where(specificity, vicinity) == found


def test_minus_nine_is_unknown_as_a_count_and_a_degree_as_a_degree(bring, store):
    bring(gtd({"nkill": -99, "nwound": -9, "gname": "Unknown", "latitude": "-9",
               "longitude": "-99", "country_txt": "", "specificity": 1}))
    row = only(store)
    assert (row["fatalities_best"], row["victims"]) == (None, None)
    assert (row["lat"], row["lon"]) == (-9, -99)
    assert [a["role"] for a in row["actors"]] == ["victim"]


def test_a_share_of_deaths_is_rounded_within_a_range_and_flagged(bring, store):
    bring(gtd({"nkill": "1.5"}))
    row = only(store)
    assert [row[f"fatalities_{x}"] for x in ("low", "best", "high")] == [1, 2, 2]
    assert [(f["reason"], f["named"]) for f in row["flags"]] == [("fatalities_shared", "1.5")]
    assert "nkill: 1.5" in row["notes"]


def test_an_abduction_with_a_ransom_is_kidnapping_for_ransom(bring, store):
    bring(gtd({**ABDUCTED, "ransom": 1, "ransomamt": 1000, "ransompaid": 400, "nhostkid": 3}))
    row = only(store)
    assert (row["kind"], row["victims"]) == ("kidnapping", 3)
    assert (row["amount_best"], row["currency"], row["basis"]) == (400, "USD", "ransom paid")
    assert "ransomamt: 1000" in row["notes"]


@pytest.mark.parametrize(("ransom", "decided"), [
    (0, ("unclassified", None, None)), (-9, ("kidnapping", "gtd-kidnapping", 0.4)),
    ("", ("kidnapping", "gtd-kidnapping", 0.4))])
def test_an_abduction_without_one_is_not_stated_as_it(bring, store, ransom, decided):
    bring(gtd({**ABDUCTED, "ransom": ransom}))
    row = only(store)
    assert (row["kind"], row["kind_rule"], row["kind_confidence"]) == decided
    assert [(f["named"], f["suggestion"]) for f in row["flags"]] == [
        ("Hostage Taking (Kidnapping)", "kidnapping")]


def test_what_was_demanded_stands_where_nothing_is_known_of_a_payment():
    assert (reading.ransom("-99", "1000"), reading.basis("-99", "1000")) == (
        "1000", "ransom demanded")
    assert (reading.ransom("0", "1000"), reading.basis("0", "1000")) == ("0", "ransom paid")
    assert reading.ransom(None, "-99") is reading.basis(None, "-99") is None
    assert reading.currency(None, "-99") is None


@pytest.mark.parametrize(("attacks", "targets", "found"), [
    (("3",), ("14",), "violence.remote"), (("2",), ("4",), "violence.battle"),
    (("1",), ("7",), "violence.attack_on_civilians"), (("2.0",), ("3.0",), "violence.battle"),
    (("4",), ("19",), "predation.vehicle_hijacking"), (("2",), ("20",), "words 1"),
    (("7",), ("14",), "words 1"), (("9", "2"), ("14",), "violence.attack_on_civilians"),
    ((".", "."), (".",), "words 1"),
])
def test_kinds_follow_the_first_type_that_states_one(attacks, targets, found):
    def three(codes):
        return (*codes, None, None, None)[:3]

    words = ("words 1", "words 2", None)
    assert reading.kind("0", *three(attacks), *three(targets), *words) == found


def test_up_to_three_groups_and_targets_are_actors():
    told = reading.actors("A", "Unknown", "C", "Target one", None, "Target; three")
    assert told == ("A (perpetrator); C (perpetrator); Target one (victim); "
                    "Target, three (victim)")


def test_every_record_is_accounted_for(bring, store):
    report = bring(gtd({}, {"eventid": ""}, {"latitude": "x"}, {"iyear": ""})).report.files[0]
    assert (report.rows_read, report.accepted, report.rejected) == (4, 1, 3)
    assert report.reasons == {"id_missing": 1, "lat_not_a_number": 1, "date_start_missing": 1}
    assert len(held(store)) == 1
