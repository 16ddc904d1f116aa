"""Corridors and levies: legend, drawing and table tell of the same claims."""

from __future__ import annotations

import pytest

from data.evidence import corridors, levies
from layers.base import Request
from layers.corridors import Corridors
from layers.taxation import Taxation, rate

REQUESTS = [Request(language="en"), Request(language="fr")]


@pytest.mark.parametrize("request_", REQUESTS)
@pytest.mark.parametrize(("layer", "known"), [(Corridors(), corridors()), (Taxation(), levies())])
def test_the_three_agree(layer, known, request_):
    sent = layer.payload({}, request_)
    legend = layer.legend({}, request_)
    rows = layer.rows({}, request_)
    assert [item["id"] for item in sent.meta["items"]] == [one.id for one in known]
    assert sum(entry.count or 0 for entry in legend.entries) == len(known) == rows.num_rows
    assert rows.column("id").to_pylist() == [one.id for one in known]
    assert legend.sources


def test_a_corridor_runs_from_its_first_place_to_its_last():
    sent = Corridors().payload({}, Request())
    starts = sent.columns["starts"]
    for i, one in enumerate(corridors()):
        line = sent.columns["vertices"].reshape(-1, 2)[starts[i] : starts[i + 1]]
        assert line[0] == pytest.approx((one.places[0].lon, one.places[0].lat), abs=1e-4)
        assert line[-1] == pytest.approx((one.places[-1].lon, one.places[-1].lat), abs=1e-4)


def test_an_unknown_path_is_said_and_dashed():
    assert not any(one.path_known for one in corridors())
    assert [e.swatch for e in Corridors().legend({}, Request()).entries] == ["dashed"]
    assert all("path not known" in item["label"]
               for item in Corridors().payload({}, Request()).meta["items"])


def test_a_rate_is_written_with_its_range_and_period():
    weekly = next(one for one in levies() if one.id == "site-access-weekly")
    assert rate(weekly, "en") == "5,000 – 250,000 CFA francs a week"


def test_undated_claims_are_said_to_be_so():
    assert any("ndated" in note for note in Corridors().legend({}, Request()).notes)
