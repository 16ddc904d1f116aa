"""Questions name layers that there are, and no two the same."""

from __future__ import annotations

import pytest

from layers.questions import QUESTIONS
from layers.registry import BY_ID, LAYERS


def test_there_are_enough_and_each_is_its_own():
    assert len(QUESTIONS) >= 6
    assert len({frozenset(one.layers) for one in QUESTIONS}) == len(QUESTIONS)
    assert len({one.id for one in QUESTIONS}) == len(QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.id)
def test_each_asks_and_is_answered_by_layers_that_there_are(question):
    assert question.asks.text.endswith("?")
    assert len(question.layers) >= 2
    assert set(question.layers) <= set(BY_ID)


def test_the_first_is_how_the_page_opens():
    assert set(QUESTIONS[0].layers) == {layer.id for layer in LAYERS if layer.on}
