"""Interventions over time: dated ones of a selection, the earliest first."""

from __future__ import annotations

import datetime as dt

import pytest

from data.evidence.base import committed
from data.ground import Ground
from data.selection import Selection
from layers.moments import payload
from layers.parts import EPOCH


@pytest.mark.parametrize("language", ["en", "fr"])
def test_dated_interventions_come_in_order_with_their_days(language):
    sent = payload(Ground(), Selection(), language)
    told = {f"interventions/{one.id}": one for one in committed().interventions if one.days}
    assert [item["id"] for item in sent.meta["items"]] and len(told) == len(sent.meta["items"])
    assert sent.columns["start"].tolist() == sorted(sent.columns["start"].tolist())
    for item, start, end in zip(sent.meta["items"], sent.columns["start"].tolist(),
                                sent.columns["end"].tolist(), strict=True):
        claim = told[item["id"]]
        assert (EPOCH + dt.timedelta(start), EPOCH + dt.timedelta(end)) == claim.days
        assert item["label"] == claim.name(language) and len(item["letter"]) == 1


def test_filters_choose_among_them():
    assert payload(Ground(), Selection.of(country=["FR"]), "en").columns["start"].size == 0
