"""What the details panel tells of an intervention."""

from __future__ import annotations

import json

import pytest
from plotly.utils import PlotlyJSONEncoder

from callbacks.asked import Asked
from callbacks.interventions_details import tell
from data.evidence.base import committed
from data.evidence.model import Intervention
from data.ground import Ground


@pytest.fixture
def told(context, snapshot):
    def tell_of(id, language="en"):
        asked = Asked(context, snapshot, Ground(), {"layer": "interventions", "id": id,
                                                    "query": ""}, language)
        return json.dumps(tell(asked), cls=PlotlyJSONEncoder, ensure_ascii=False)

    return tell_of


def test_the_operation_in_full(told):
    said = told("interventions/kafo-ii/0")
    for number in ("more than 260", "more than 12,000", "50 firearms", "more than 6,000 rounds",
                   "over 40,000 sticks", "28 cords", "nearly 1,500 kg", "some 60,000 litres",
                   "more than 2,000 boxes", "30 Nov 2020 – 6 Dec 2020"):
        assert number in said
    assert said.count("outcomes/kafo-") == 15


def test_what_followed_is_told_and_no_effect_is_claimed(told):
    one = committed().find("interventions", "gao-niamey-deployment")
    assert isinstance(one, Intervention)
    said = told(f"interventions/{one.id}/0")
    assert one.afterwards("en") in said and "none is claimed" in said
    untold = told("interventions/bamako-workshop/0")
    assert "tells nothing of what followed" in untold and "none is claimed" not in untold


def test_undated_is_said(told):
    assert "Workshop · undated · Bamako" in told("interventions/bamako-workshop/0")


def test_an_incident_is_told_as_one(told, snapshot):
    from data.queries.table import points
    from data.selection import Selection

    (row, *_) = snapshot.rows(points(Selection(kinds=("intervention.operation",)), 1))
    assert "Operation" in told(row["incident_id"])


def test_what_is_gone_is_said(told):
    assert "no longer in the evidence base" in told("interventions/never/0")
