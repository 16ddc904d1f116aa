"""Sentences of the importer name options; a page finds its controls by them."""

from __future__ import annotations

import pytest

from callbacks.upload.controls import OPTIONS as CONTROLS
from callbacks.upload.controls import in_page
from data.errors import AtlasError
from data.i18n import LANGUAGES, msg
from data.ingest.questions import OPTIONS, asked_fields, named


def error(text):
    return AtlasError(msg(text))  # the text is no sentence of the product


def test_each_option_is_named_once():
    found = error("answer with --map lat=COLUMN --map lon=COLUMN, or with --sheet NAME.")
    assert named(found) == ["--map", "--sheet"]
    assert asked_fields(found) == ["lat", "lon"]
    assert named(error("nothing to see; a --mapping is none")) == []


@pytest.mark.parametrize(("language", "text", "shown"), [
    ("en", "answer with --map date_start=COLUMN.", "answer with “First day”."),
    ("fr", "répondez par --map date_start=COLONNE.", "répondez par «\u00a0Premier jour\u00a0»."),
    ("en", "as in --no-header --map date_start=column_2.",
     "as in “The first line holds values, not names” “First day” = column_2."),
    ("en", "agree with --yes, or import it without --full.",
     "agree with “Retire most of a source all the same”, or import it without “This is the whole "
     "of its source”."),
    ("en", "app.py boundaries FILE loads", "app.py boundaries FILE loads"),
])
def test_a_page_calls_options_by_its_controls(language, text, shown):
    assert in_page(text, language) == shown


def test_every_option_has_a_control_with_a_name():
    assert set(CONTROLS) == set(OPTIONS)
    for language in LANGUAGES:
        assert all(label.render(language) for label in CONTROLS.values())
