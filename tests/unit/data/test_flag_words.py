"""Doubts in a person's language: what is language in them is said, names and numbers stay."""

from __future__ import annotations

from data.flag_words import MENDED, told
from data.ingest.mends import MENDS


def doubt(reason, found=None, suggestion=None):
    return {"reason": reason, "named": "Mali", "found": found, "suggestion": suggestion}


def test_every_mend_that_an_import_suggests_has_words():
    assert {words for words, *_ in MENDS} == set(MENDED)


def test_a_mend_is_told_with_its_point():
    said = told(doubt("country_conflict", "Chad", "latitude and longitude swapped: 16.27, -0.04"),
                "fr")
    assert said.found == "Tchad"
    assert said.suggestion.endswith("16.27, -0.04")
    assert "swapped" not in said.suggestion


def test_the_likeness_of_a_place_has_the_comma_of_its_language():
    found = doubt("place_ambiguous", None, "Bara (Gao) 1.00; Bara (Gao) 0.87, 128 km")
    assert told(found, "en").suggestion == "Bara (Gao) 1; Bara (Gao) 0.87, 128 km"
    assert "0,87, 128 km" in told(found, "fr").suggestion


def test_a_licence_and_a_kind_are_called_by_their_labels():
    assert told(doubt("licence_unknown", None, "no-redistribution"), "en").suggestion != (
        "no-redistribution")
    assert told(doubt("kind_unknown", None, "cattle_theft"), "en").suggestion == "Cattle theft"


def test_what_is_not_known_stays_as_it_was_written():
    said = told(doubt("something_new", "Erewhon", "Gao, 12 km"), "fr")
    assert (said.says, said.found, said.suggestion) == ("something_new", "Erewhon", "Gao, 12 km")
