"""`flags`: every doubt, with what would mend it."""

from __future__ import annotations

import json

import pytest

from tests.support import ucdp


@pytest.mark.usefixtures("filled")
def test_json_is_a_list_of_doubts(run_cli):
    found = json.loads(run_cli("flags", "--json").out)
    (astray,) = [f for f in found if f["reason"] == "country_conflict"]
    assert astray == {"source_record_id": "astray", "reason": "country_conflict", "lat": 16.27,
                      "lon": 12.5, "named": "Mali", "found": "Niger", "suggestion": None}
    assert json.loads(run_cli("flags", "--json", "--country", "NE").out) == []


def test_a_sign_that_was_lost_is_suggested(run_cli, bring):
    bring(ucdp({"country": "Burkina Faso", "latitude": 12.73, "longitude": 3.863}))
    (found,) = json.loads(run_cli("flags", "--json").out)
    assert found["suggestion"] == "sign of longitude: 12.73, -3.863"
    said = run_cli("flags").out
    assert "the point lies outside the country named" in said
    assert "Burkina Faso → " in said and "-3.863" in said


@pytest.mark.usefixtures("filled")
def test_no_doubts_are_said_to_be_none(run_cli):
    assert run_cli("flags", "--country", "NE").out.startswith("No doubts")
