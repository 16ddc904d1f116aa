"""Text as the rules see it."""

from __future__ import annotations

import pytest

from data.classify.words import END, words


@pytest.mark.parametrize(("token", "seen"), [
    ("Bœufs,", ("boeufs",)), ("ENLEVÉ", ("enleve",)), ("l’armée.", ("l", "armee", END)),
    ("d'or", ("d", "or")), ("pick-up", ("pick", "up")), ("2.7", ("#",)), ("1,200", ("#",)),
    ("12kg", ("#", "kg")), ("village.»", ("village", END)), ("hurt;", ("hurt", END)),
    ("—", ()), ("", ()), ("e.g.this", ("e", "g", "this")), ("?", (END,)),
])
def test_case_accents_and_punctuation_do_not_count_but_ends_do(token, seen):
    assert words(token) == seen
