"""Patterns find what their grammar says, and nothing else."""

from __future__ import annotations

import pytest

from data.classify.grammar import PatternError, parse

LISTS = {"herd": (("cattle",), ("head", "of", "cattle"))}


@pytest.mark.parametrize(("pattern", "note", "fits"), [
    ("steal*", "They were stealing.", True), ("steal", "They were stealing.", False),
    ("stole cattle", "They stole cattle.", True), ("stole cattle", "They stole the cattle.", False),
    ("stole ...1 cattle", "They stole the cattle.", True),
    ("stole ...1 cattle", "They stole all the cattle.", False),
    ("stole ... cattle", "Stole a b c d e f g h cattle", True),
    ("stole ... cattle", "Stole a b c d e f g h i cattle", False),
    ("stole ... cattle", "They stole it. Cattle grazed.", False),
    ("stole & cattle", "Cattle that bandits stole.", True),
    ("stole & cattle", "Bandits stole it. Cattle grazed.", False),
    ("a & b & c", "C then a then b", True), ("carried_off", "It was carried off", True),
    ("carried_off", "off carried", False), ("#_head", "120 head", True),
    ("{herd}", "the head of cattle", True), ("{herd}|goat*", "the goats", True),
    ("bœuf*", "des boeufs", True), ("vole", "Volé !", True),
    ("off", "kicked.off", True), ("cattle|goats stole", "goats stole", True),
])
def test_a_pattern_finds_what_it_says(told, pattern, note, fits):
    listed = {"rule": "@herd", "pattern": "cattle|head_of_cattle"}
    assert (told(note, listed, {"pattern": pattern})[0] == "cattle_theft") == fits


@pytest.mark.parametrize(("pattern", "why"), [
    ("... cattle", "begins and ends"), ("cattle ...", "begins and ends"), ("a & ", "begins and"),
    ("a ...99 b", "1 to 40"), ("*steal", "not a word"), ("a||b", "not a word"),
    ("{none}", "no list"), ("a & b & c & d", "at most 3"), ("a.b", "not a word"),
    ("(a)", "not a word"), ("a ...0 b", "1 to 40"),
])
def test_what_is_not_of_the_grammar_is_told(pattern, why):
    with pytest.raises(PatternError, match=why):
        parse(pattern, LISTS)
