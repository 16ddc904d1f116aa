"""Numbers keep the reserve with which their document gives them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.evidence.base import committed
from layers.quantities import said


def outcome(id):
    return committed().find("outcomes", id)


@pytest.mark.parametrize(("id", "english", "french"), [
    ("kafo-officers", "more than 260 persons", "plus de 260 personnes"),
    ("kafo-cannabis-khat", "nearly 1,500 kg", "près de 1\u202f500 kg"),
    ("kafo-firearms", "50 firearms", "50 armes à feu"),
    ("kafo-sanitizer", "scores (no number is stated)", None),
    ("kafo-searches", "no number is stated", None),
])
def test_said_as_the_document_does(id, english, french):
    assert said(outcome(id), "en") == english
    assert french is None or said(outcome(id), "fr") == french


@pytest.mark.parametrize(("bounds", "words"), [
    ({"low": 900.0}, "at least 900 firearms"), ({"high": 900.0}, "at most 900 firearms"),
    ({"low": 5.0, "high": 9.0}, "5 – 9 firearms")])
def test_a_bound_that_stands_alone_is_said_to_be_one(bounds, words):
    none = {"best": None, "low": None, "high": None, "qualifier": "not stated"}
    assert said(replace(outcome("kafo-firearms"), **{**none, **bounds}), "en") == words
