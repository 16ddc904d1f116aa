"""Numbers keep the reserve with which their document gives them."""

from __future__ import annotations

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
