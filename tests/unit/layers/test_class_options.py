"""Bounds as they are typed, and what a legend says of classes."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.methods import Choice
from data.i18n import Message
from layers.base import Request
from layers.class_options import BOUNDS, choice_of, note, typed
from layers.classes import class_entries


@pytest.mark.parametrize(("text", "read"), [
    ("5 20 100", (5, 20, 100)), ("5; 20; 100", (5, 20, 100)), ("5, 20, 100", (5, 20, 100)),
    ("0,5 1,5", (0.5, 1.5)), ("0.5;1.5;", (0.5, 1.5)), ("  7 ", (7,))])
def test_bounds_are_read_as_people_write_them(text, read):
    assert typed(text) == read


@pytest.mark.parametrize(("text", "why"), [
    ("five", "“five” is not a number"), ("1,5,20", "“1,5,20” is not a number"),
    ("5 5", "5 does not come after 5"), ("9 3", "3 does not come after 9"),
    ("0 4", "above 0"), ("-1", "above 0"), ("inf", "above 0"), ("nan", "above 0"),
    ("1 2 3 4 5 6 7", "1 to 6 numbers"), (" ; ", "1 to 6 numbers")])
def test_a_sentence_says_what_is_wrong(text, why):
    found = typed(text)
    assert isinstance(found, Message) and why in found.render("en")
    assert found.render("fr")


@given(st.text(max_size=30))
def test_an_option_takes_only_bounds_that_can_be_read(text):
    assert BOUNDS.read(text) in (text, "")
    assert BOUNDS.read(text) == "" or not isinstance(typed(BOUNDS.read(text)), Message)


def test_what_was_chosen_makes_the_classes():
    request = Request(options=(("classes", "hand"), ("bounds", "3 10"), ("class-count", "5")))
    assert choice_of(request) == Choice("hand", 5, (3, 10))
    labels = [e.label for e in class_entries(np.array([1, 4, 25]), "en",
                                             choice=choice_of(request))]
    assert labels == ["1 – 2", "3 – 9", "10 and more"]


def test_by_hand_without_bounds_says_so():
    assert "No bounds" in note(Request(options=(("classes", "hand"),)))
    assert "while the clock moves" in note(Request())


@pytest.mark.parametrize("method", ["log", "quantile", "equal", "natural"])
@given(values=st.lists(st.floats(0.001, 1e6), min_size=1, max_size=50), n=st.integers(3, 7))
def test_labels_of_amounts_do_not_overlap(method, values, n):
    entries = class_entries(np.array(values), "en", choice=Choice(method, n))
    shown = [[float(part.replace(",", "")) for part in entry.label.split(" – ")]
             for entry in entries]
    flat = [bound for pair in shown for bound in pair]
    assert flat == sorted(flat)
    assert all(a[-1] < b[0] for a, b in pairwise(shown))
