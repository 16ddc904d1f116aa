"""Notes that an import adds are said in both languages."""

from __future__ import annotations

from data.evidence.base import term
from data.evidence.notes import PRESENCE_READ, YEAR_ALONE


def test_notes_of_one_record_are_each_said_in_french():
    kept = f"{YEAR_ALONE.about('01/01/2014')} {PRESENCE_READ.about()}"
    assert term(kept, "en") == kept
    said = term(kept, "fr")
    assert "01/01/2014, qui ne vaut" in said and "prélèvements" in said
    assert "source gives" not in said and "stands for" not in said


def test_a_users_own_words_stay_as_they_are():
    assert term("The source writes nothing.", "fr") == "The source writes nothing."
