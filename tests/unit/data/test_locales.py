"""Both languages are complete, and say the same things with the same gaps."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from babel.messages.catalog import Message

from data.locales import update

TYPEWRITTEN = re.compile(r" [:;?!»]|« |'")


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def forms(message: Message) -> list[tuple[str, str]]:
    said = [message.string] if isinstance(message.string, str) else list(message.string or ())
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    return [(ids[min(i, len(ids) - 1)], form) for i, form in enumerate(said)]


@pytest.fixture(scope="module")
def catalogue():
    return update.load("fr")


def test_every_sentence_of_the_code_is_translated(catalogue):
    said = {m.id for m in update.template() if m.id}
    held = {m.id for m in catalogue if m.id}
    assert held == said, "run `make messages`"
    assert update.missing(catalogue) == []


def test_translations_have_the_gaps_of_their_sentence(catalogue):
    pairs = [pair for m in catalogue if m.id for pair in forms(m)]
    wrong = [(en, fr) for en, fr in pairs if gaps(en) != gaps(fr)]
    assert wrong == []


def test_french_typography(catalogue):
    pairs = [pair for m in catalogue if m.id for pair in forms(m)]
    wrong = [fr for _, fr in pairs if TYPEWRITTEN.search(fr)]
    assert wrong == [], "French takes no-break spaces before : ; ? ! » and a curved apostrophe"


def test_an_update_repeats_byte_for_byte(tmp_path, monkeypatch, catalogue):
    before = update.path_of("fr").read_bytes()
    monkeypatch.setattr(update, "LOCALES", tmp_path)
    update.save(catalogue, "fr")
    assert update.path_of("fr").read_bytes() == before
