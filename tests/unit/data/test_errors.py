"""Errors are sentences: on the page they speak of fields, and they come back whole."""

from __future__ import annotations

import pickle

from data.errors import StoreError, wrong_value
from data.i18n import msg


def test_a_wrong_value_names_its_option_on_the_command_line_and_not_on_the_page():
    error = wrong_value("--near", "abc", msg("write a distance"))
    assert error.render("en") == "--near does not take “abc”: write a distance."
    assert error.on_page.render("en") == "“abc” does not fit here: write a distance."


def test_an_error_comes_back_from_another_process_with_both_sentences():
    for error in (wrong_value("--near", "abc", msg("write a distance")), StoreError(msg("Held."))):
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is type(error)
        assert (again.render("en"), again.on_page) == (error.render("en"), error.on_page)
