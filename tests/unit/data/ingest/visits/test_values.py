"""Answers and words, in French and in English."""

from __future__ import annotations

import pytest

from data.evidence import words
from data.evidence.columns import NOT_STATED
from data.ingest.visits import values
from data.taxonomy import fold


@pytest.mark.parametrize(("text", "read"), [
    ("1", "yes"), ("Oui", "yes"), ("TRUE", "yes"), ("0", "no"), ("non", "no"), ("False", "no"),
    ("", NOT_STATED), (None, NOT_STATED), ("dontknow", NOT_STATED), ("Je ne sais pas", NOT_STATED),
    ("10", None), ("peut-être", None),
])
def test_an_answer_is_yes_no_or_not_stated_and_never_guessed(text, read):
    assert values.answer(text) == read


@pytest.mark.parametrize(("french", "english", "word"), [
    ("Quotidien", "Daily", "daily"), ("Une fois par semaine", "Once a week", "weekly"),
    ("Une fois par mois", "Once a month", "monthly"), ("Aléatoire", "Random", "irregular"),
    ("Irregulière", "Irregular", "irregular"), ("Occasionelle", "Occasional", "irregular"),
    ("Permanente", "Permanent", NOT_STATED), ("Plus d'une fois par semaine",
                                              "More than once a week", NOT_STATED),
])
def test_both_languages_say_the_same_frequency(french, english, word):
    assert values.frequency(french) == values.frequency(english)
    assert values.frequency(french).word == word


def test_a_frequency_in_other_words_is_not_known():
    assert values.frequency("when the moon is full") is None


def test_frequencies_are_words_of_the_evidence_base_and_told_apart():
    assert {f.word for f in values.FREQUENCIES} <= {*words.FREQUENCIES, NOT_STATED}
    spelled = [fold(w) for f in values.FREQUENCIES
               for w in {fold(x) for x in (f.en, *f.fr, *f.more_en)}]
    assert len(spelled) == len(set(spelled))


@pytest.mark.parametrize(("kind", "name", "family"), [
    ("FARDC - Éléments indisciplinés", "FARDC", "state_forces"),
    ("PNC - Pas d’ingérence constatée", "Police", "state_forces"),
    ("PMH - Undisciplined elements", "Mining police", "state_forces"),
    ("Groupe armé local", "A", "armed_group"), ("Foreign armed group", "B", "armed_group"),
    ("", "Police des Mines (PMH)", "state_forces"), ("", "Unclassed", NOT_STATED),
    ("Aucun", "", NOT_STATED), ("Something else", "C", None),
])
def test_a_group_is_what_the_source_classes_it_as(kind, name, family):
    assert values.family(kind, name) == family


@pytest.mark.parametrize("text", ["Aucun", "None", "", "  ", None])
def test_words_for_nobody_name_no_group(text):
    assert values.somebody(text) == ""


def test_a_name_is_kept_without_outer_gaps_in_one_line():
    assert values.somebody(" CODECO \n B ") == "CODECO B"
