"""The value that a record was rejected for is found in the file's own columns."""

from __future__ import annotations

import pytest

from data.ingest.guilty import guilty
from tests.support import plain
from tests.unit.data.ingest.presets import files


@pytest.mark.parametrize(("change", "values"), [
    ({"lat": "north"}, [("lat", "north")]),
    ({"date": "soon"}, [("date", "soon")]),
    ({"lat": ""}, [("lat", ""), ("lon", "-0.04")]),
    ({"fatalities": "-3"}, [("fatalities", "-3")]),
])
def test_a_reason_leads_to_its_column(bring, change, values):
    outcome = bring(plain({}, change))
    assert guilty(outcome.rejects[0], outcome.plans[0]) == values


def test_a_date_in_parts_is_told_by_its_parts(bring):
    outcome = bring(files.gtd({}, {"iyear": "", "imonth": 3}))
    (reject,) = outcome.rejects
    assert ("imonth", "3") in guilty(reject, outcome.plans[0])


def test_a_damaged_record_is_told_by_its_text(bring):
    outcome = bring(plain({}) + "2019,too few\n")
    assert guilty(outcome.rejects[0], outcome.plans[0]) == [("", "2019")]


def test_visits_have_no_plan_to_tell_it_by(bring):
    outcome = bring(plain({}, {"lat": "x"}))
    assert guilty(outcome.rejects[0], None) == []
