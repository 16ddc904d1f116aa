"""Notes of a legend are folded away, but for one without which the drawing would mislead."""

from __future__ import annotations

import pytest
from dash import html

from callbacks.legend import drawn, scale
from layers.legend import Entry, Legend
from layers.palette import CLAIM
from layers.style import Style

NOTES = ("As stated by A alone.", "Hexagons are large.")
ENTRIES = (Entry(Style("hexagon", CLAIM), "1 – 2", "class-0", 1, 2),
           Entry(Style("outline", CLAIM), "none", "no-persons"))


def paragraphs(legend):
    (details,) = drawn(legend, "en").children if isinstance(
        drawn(legend, "en").children, list) else [drawn(legend, "en").children]
    return [part.children for part in details.children if isinstance(part, html.P)]


@pytest.mark.parametrize(("leads", "open_"), [(True, 1), (False, 0)])
def test_a_leading_note_stands_open_and_the_others_are_folded(leads, open_):
    legend = Legend("x", "X", ENTRIES, notes=NOTES, leads=leads)
    assert len(paragraphs(legend)) == open_
    text = str(drawn(legend, "en"))
    assert all(text.count(note) == 1 for note in NOTES)


def test_where_nothing_is_drawn_it_is_said_unless_a_note_says_why():
    assert paragraphs(Legend("x", "X", notes=NOTES)) == [
        "Nothing of this is in the selection shown."]
    assert paragraphs(Legend("x", "X", notes=NOTES, leads=True)) == [[NOTES[0]]]


def test_the_browser_is_told_classes_by_key_with_their_look_and_scale():
    told = scale(Legend("x", "X", ENTRIES, per_root=2.5))
    assert told["keys"] == ["class-0"] and told["bounds"] == [(1, 2)]
    assert told["styles"][0]["form"] == "hexagon" and told["perRoot"] == 2.5
