"""What amounts are paid for, in words: known ones are said, a source's own stay."""

from __future__ import annotations

from data.demo.generator import generate
from data.paid import PAID_PER, paid_per


def test_what_demonstration_amounts_are_for_can_be_said_in_each_language():
    column = generate(seed=5, n=2000).column("basis").to_pylist()
    stated = {basis for basis in column if basis}
    assert stated and stated <= PAID_PER.keys()


def test_words_of_a_source_stay_as_they_are_and_none_stay_none():
    assert paid_per("par tête de bétail", "en") == "par tête de bétail"
    assert paid_per(None, "fr") == "" == paid_per("", "en")
    assert paid_per("per load", "en") == "per load"
