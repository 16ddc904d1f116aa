"""A link brings the page back, and a damaged one never breaks it."""

from __future__ import annotations

import datetime as dt

import pytest

from callbacks.state import PageState


def read(query):
    return PageState.from_query(query, "en")


def test_a_whole_link():
    state = read("?kind=kidnapping&country=ML&res=6&layers=hexagons:85,taxation&lang=fr"
                 "&view=-1.5,15,5.25&window=2019-01-01,2019-12-31")
    assert state.selection.kinds == ("kidnapping",)
    assert state.language == "fr"
    assert state.resolution == "6"
    assert state.layers == {"hexagons": 0.85, "taxation": 1.0}
    assert state.view == (-1.5, 15.0, 5.25)
    assert state.window == (dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    assert state.problem is None


def test_an_empty_link_is_the_first_view():
    state = read("")
    assert state.resolution == "auto" and state.view is None and state.window is None
    assert "hexagons" in state.layers and state.problem is None


def test_no_layers_can_be_meant():
    assert read("layers=none").layers == {}


@pytest.mark.parametrize("query", [
    "res=12", "res=x", "view=1,2", "view=400,2,3", "view=a,b,c", "window=2020-01-01",
    "window=2020-02-01,2020-01-01", "window=x,y", "lang=xx", "layers=hexagons:x,unknown",
    "layers=hexagons:²", "layers=hexagons:" + "9" * 5000,
])
def test_nonsense_falls_back(query):
    state = read(query)
    assert state.resolution == "auto" and state.view is None and state.window is None
    assert state.language == "en"


def test_filters_that_are_not_understood_are_told():
    state = read("kind=unheard-of")
    assert state.selection.kinds == ()
    assert state.problem is not None and "unheard-of" in str(state.problem)


def test_what_the_browser_alone_reads_is_carried():
    state = read("kind=kidnapping&res=6&compare=2019,2020&near=x:5")
    assert state.carried == {"compare": "2019,2020"}


def test_a_link_carries_no_more_than_a_link_can_hold():
    assert read("compare=" + "9" * 5000).carried == {}


@pytest.mark.parametrize("query", ["near=nowhere", "kind=nonsense", "bbox=1", "weekday=9"])
def test_what_is_wrong_in_a_link_is_said_without_options_of_the_command_line(query):
    assert "--" not in str(read(query).problem)
