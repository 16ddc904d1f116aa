"""An option gives a value that the layer takes, whatever a link says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.i18n import msg
from layers.base import Request
from layers.options import Option

CHOICE = Option("metric", msg("What is counted"), "count",
                (("count", msg("incidents")), ("rate", msg("rate"))))
NUMBER = Option("w", msg("Weight"), "1", low=0, high=3, step=0.5)

TEXT = Option("at", msg("At"), "", faults=lambda text: None if text.isdigit() else msg("no"))


@given(st.none() | st.text())
def test_a_text_is_one_that_can_be_read_or_empty(text):
    assert TEXT.read(text) == "" or TEXT.read(text).isdigit()
    assert TEXT.read("12") == "12"


@given(st.none() | st.text())
def test_a_choice_is_always_one_of_the_choices(text):
    assert CHOICE.read(text) in ("count", "rate")


@given(st.none() | st.text() | st.floats().map(str))
def test_a_number_is_always_between_its_bounds(text):
    assert 0 <= float(NUMBER.read(text)) <= 3


def test_what_was_given_is_taken_where_it_can_be():
    assert CHOICE.read("rate") == "rate"
    assert NUMBER.read("2.5") == "2.5" and NUMBER.read("nan") == "1" and NUMBER.read("9") == "3"


def test_a_request_answers_for_an_option():
    assert Request(options=(("metric", "rate"),)).chosen(CHOICE) == "rate"
    assert Request().chosen(CHOICE) == "count"
