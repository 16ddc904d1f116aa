"""What tells two names apart, and what words name no place."""

from __future__ import annotations

import pytest

from data.gazetteer.spelling import Said, plain, read, sound


@pytest.mark.parametrize(("one", "other"), [
    ("Ségou", "SEGOU"), ("Anéfis-i-n-Darane", "anefis i n darane"), ("N’Tillit", "N'TILLIT"),
    ("Tin  Zaouatène", "tin zaouatene"), ("Gossi.", "gossi"),
])
def test_accents_case_and_signs_make_no_other_name(one, other):
    assert plain(one) == plain(other)


@pytest.mark.parametrize(("french", "other"), [
    ("Ouatagouna", "Watagouna"), ("Djenné", "Jene"), ("Tombouctou", "Tombuktu"),
    ("Kidal", "Qidal"), ("Saint-Louis", "St. Louis"), ("El Khalil", "Al-Khalil"),
    ("Diabaly", "Djabaly"), ("Guiré", "Gire"), ("Gnimignama", "Nyiminyama"), ("Mopti", "Moppti"),
    ("Fatimaville", "Fatima"), ("Chinguetti", "Shingetti"),
])
def test_two_hands_write_one_sound_alike(french, other):
    assert plain(french) != plain(other)
    assert sound(french) == sound(other)


@pytest.mark.parametrize(("one", "other"), [
    ("Gao", "Kao"), ("Bara", "Bana"), ("Kati", "Kita"), ("Sofara", "Safara"),
])
def test_other_names_sound_otherwise(one, other):
    assert sound(one) != sound(other)


@pytest.mark.parametrize(("words", "name", "near"), [
    ("Ansongo", "ansongo", False), ("village de Tessit", "tessit", False),
    ("Nouna town", "nouna", False), ("Ville de Gao", "gao", False),
    ("Gargassa, Oudalan province", "gargassa", False), ("Tessit (commune)", "tessit", False),
    ("près de Bourem", "bourem", True), ("near Ménaka", "menaka", True),
    ("12 km north of Ansongo", "ansongo", True), ("à 5 km au nord d'Ansongo", "ansongo", True),
    ("aux environs de Gossi", "gossi", True),
])
def test_words_around_a_name_are_taken_off(words, name, near):
    assert read(words) == Said(name, near)


@pytest.mark.parametrize("words", [
    "région de Gao", "Gao region", "Cercle d’Ansongo", "Commune de Tessit", "axe Gao-Ansongo",
    "between Gao and Kidal", "entre Gao et Kidal", "60 km east of Gao", "nord de Gao", "12", "",
    "…", "Gao road", "frontière du Niger",
])
def test_words_that_name_no_single_place_name_none(words):
    assert read(words) is None


def test_arabic_script_is_kept():
    assert read("غاو") == Said("غاو")
