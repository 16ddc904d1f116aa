"""Minerals in two languages."""

from __future__ import annotations

import pytest

from data.evidence import minerals, words
from data.evidence.base import term


def test_every_mineral_is_counted_as_a_known_commodity():
    assert {m.commodity for m in minerals.MINERALS} <= set(words.COMMODITIES)


@pytest.mark.parametrize("text", ["Or", "GOLD", "or ", "gold"])
def test_a_name_in_either_language_is_the_mineral(text):
    assert minerals.find(text).en == "gold"


def test_accents_and_a_plural_do_not_hide_a_mineral():
    assert minerals.find("cassiterite") == minerals.find("Cassitérite")
    assert minerals.find("Diamonds").commodity == "diamonds"


def test_what_is_not_known_is_not_guessed():
    assert minerals.find("gold dust from afar") is None


def test_a_mineral_of_a_record_is_said_in_french():
    assert term("cassiterite", "fr") == "cassitérite"
    assert term("cassiterite", "en") == "cassiterite"
