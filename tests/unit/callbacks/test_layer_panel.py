"""The list of layers: every layer once, under a heading, with a sample; questions above."""

from __future__ import annotations

import pytest
from dash import html

from callbacks import ids, layer_panel
from callbacks.state import PageState
from data.ground import Ground
from data.i18n import LANGUAGES
from layers.questions import QUESTIONS
from layers.registry import BY_ID, LAYERS
from tests.unit.callbacks.components import walk


@pytest.fixture(params=LANGUAGES)
def parts(request):
    state = PageState.from_query(f"lang={request.param}", "en")
    return list(walk(layer_panel.controls(state, Ground())))


def test_every_layer_has_one_switch_and_one_sample(parts):
    switches = [one.id for one in parts if type(one).__name__ == "Switch"]
    samples = [one for one in parts if getattr(one, "className", "") == "sample"]
    assert sorted(switches) == sorted(ids.layer_switch(layer.id) for layer in LAYERS)
    assert len(samples) == len(LAYERS)


def test_layers_stand_under_their_headings(parts):
    headings = [one for one in parts if isinstance(one, html.H3)]
    assert len(headings) == len({layer.group for layer in LAYERS})


def test_each_question_says_what_it_shows(parts):
    buttons = [one.to_plotly_json()["props"] for one in parts if isinstance(one, html.Button)]
    asked = {one["data-layers"]: one for one in buttons if "data-layers" in one}
    assert len(asked) == len(QUESTIONS)
    for question in QUESTIONS:
        said = str(asked[" ".join(question.layers)]["children"])
        assert all(any(BY_ID[id].title.render(language) in said for language in LANGUAGES)
                   for id in question.layers)


def test_what_a_layer_shows_is_named_for_those_who_hear_it(parts):
    summaries = [one.to_plotly_json()["props"] for one in parts if isinstance(one, html.Summary)]
    named = [one["aria-label"] for one in summaries if "aria-label" in one]
    assert len(named) == len(set(named)) == len(LAYERS)
