"""What the details panel tells of a unit."""

from __future__ import annotations

import json

import pytest
from plotly.utils import PlotlyJSONEncoder

from callbacks.asked import Asked
from callbacks.boundaries_details import tell
from data.ground import Ground


@pytest.fixture
def told(context, snapshot):
    def tell_of(id, language="en"):
        picked = {"layer": "boundaries", "id": f"boundaries/{id}", "query": ""}
        return json.dumps(tell(Asked(context, snapshot, Ground(), picked, language)),
                          cls=PlotlyJSONEncoder, ensure_ascii=False)

    return tell_of


def test_a_unit_and_a_country(told):
    said = told("ML-7", "fr")
    assert "Gao" in said and "Mali" in said and "avant la loi de 2012" in said
    assert "Natural Earth" in told("ML")


def test_what_is_gone_is_said(told):
    assert "no longer among the boundaries" in told("XX-0")
