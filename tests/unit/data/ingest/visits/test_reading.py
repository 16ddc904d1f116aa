"""What a record must have to be a visit, and what is doubted about one that is kept."""

from __future__ import annotations

import pytest

from data.evidence.columns import NOT_STATED
from tests.unit.data.ingest.visits.files import visits


@pytest.mark.parametrize(("row", "reason"), [
    ({"pcode": ""}, "site_id_missing"), ({"pcode": "a>b"}, "id_not_usable"),
    ({"visit_date": ""}, "visit_date_missing"), ({"visit_date": "soon"}, "visit_date_invalid"),
    ({"longitude": "", "latitude": ""}, "coordinates_missing"),
    ({"longitude": ""}, "coordinates_incomplete"), ({"latitude": "north"}, "lat_not_a_number"),
    ({"longitude": 200}, "lon_out_of_range"), ({"pcode": "bamako"}, "id_taken"),
])
def test_a_record_that_cannot_be_used_is_rejected_with_its_fields(visited, row, reason):
    outcome = visited({}, row)
    (reject,) = outcome.rejects
    assert (reject.record, reject.reasons) == (2, (reason,))
    assert reject.fields["name"] == "Invented" and reject.fields["vid"] == "2"
    assert (outcome.report.total("accepted"), outcome.report.total("rejected")) == (1, 1)


def test_every_reason_against_a_record_is_told(visited):
    (reject,) = visited({}, {"pcode": "", "visit_date": "", "latitude": "north"}).rejects
    assert set(reject.reasons) == {"site_id_missing", "visit_date_missing", "lat_not_a_number"}


def test_a_record_with_too_many_fields_is_rejected(bring):
    first, second, third = visits({}, {}).splitlines()
    (reject,) = bring("\n".join([first, second, third + ",more"])).rejects
    assert reject.reasons == ("too_many_fields",) and reject.fields["extra_1"] == "more"


@pytest.mark.parametrize(("row", "flag"), [
    ({"mineral2": "Unobtainium"}, "mineral_unknown"),
    ({"frequency_armed_group1": "at new moon"}, "frequency_unknown"),
    ({"presence": "perhaps"}, "answer_unknown"),
    ({"taxation_armed_group2": "perhaps"}, "answer_unknown"),
    ({"workers_numb": "many"}, "workers_not_a_number"),
    ({"armed_group1": ""}, "collector_unstated"),
    ({"type_armed_group1": "Something else"}, "collector_kind_unknown"),
    ({"type_armed_group1": "FARDC - Pas d’ingérence constatée"}, "levy_contradicted"),
    ({"visit_date": "2009-01-01"}, "date_placeholder"), ({"visit_date": "2999-05-05"},
                                                         "date_in_future"),
    ({"location_origin": "A dream"}, "where_precision_unstated"),
])
def test_a_doubt_keeps_the_visit_and_is_told(visited, row, flag):
    report = visited(row).report
    assert (report.total("accepted"), report.tally("flags")) == (1, {flag: 1})


def test_the_first_of_january_is_a_year(visited, evidence):
    visited({"visit_date": "2009-01-01"}, {"visit_date": "2009-01-02"})
    year, day = evidence().visits
    assert (year.date, year.date_precision, "2009-01-01" in year.added) == ("2009", "5", True)
    assert (day.date, day.date_precision, day.added) == ("2009-01-02", "1", "")


@pytest.mark.parametrize(("row", "taxed"), [
    ({}, "yes"),
    ({"taxation_armed_group1": 0, "entrance_taxation_armed_group3": 1}, "yes"),
    ({"taxation_armed_group1": 0}, "no"),
    ({"taxation_armed_group1": 0, "taxation_armed_group2": "dontknow"}, "no"),
    ({"taxation_armed_group1": ""}, NOT_STATED),
    ({"taxation_armed_group1": 0, "taxation_armed_group2": "perhaps"}, NOT_STATED),
])
def test_a_site_is_untaxed_only_where_that_was_answered(visited, evidence, row, taxed):
    visited(row)
    assert evidence().visits[0].taxed == taxed


@pytest.mark.parametrize(("row", "evidence_word"), [
    ({}, "observed"), ({"visit_onsite": 0}, "reported"), ({"visit_onsite": ""}, "reported"),
    ({"source": "Third-party"}, "reported"),
    ({"visit_onsite_novisitreason": "Third-party information"}, "reported"),
])
def test_what_others_report_is_not_observed(visited, evidence, row, evidence_word):
    visited(row)
    assert evidence().visits[0].evidence == evidence().levies[-1].evidence == evidence_word


def test_a_visit_without_a_number_is_known_by_site_date_and_content(visited, evidence):
    visited({"vid": ""}, {"vid": "", "workers_numb": 5})
    ids = {visit.id for visit in evidence().visits}
    assert len(ids) == 2 and all(id.startswith("ipis-invented1-2015-03-07-") for id in ids)
    again = visited({"vid": "", "workers_numb": 5}, {"vid": ""}, {"vid": ""}).report
    assert (again.total("unchanged"), again.total("merged")) == (2, 1)
