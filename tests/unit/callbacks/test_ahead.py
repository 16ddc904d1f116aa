from __future__ import annotations

import re
from itertools import pairwise

import pytest

from callbacks import ahead, home
from callbacks.context import Context


@pytest.fixture
def written(settings, store):
    context = Context(settings, store)
    return lambda query="": ahead.written(context, query, "en", "/under/")


def medias(markup):
    return re.findall(r'media="([^"]*)" href="[^"]*hexagons\.bin\?(?:[^"]*&amp;)?res=(\d)', markup)


def test_the_layout_is_asked_for_under_the_pages_base(written):
    assert 'rel=preload as="fetch" crossorigin media="all" href="/under/_dash-layout"' in written()


def test_screens_of_every_width_have_one_resolution(written):
    edges = [re.findall(r"-width: ([\d.]+)", media) for media, _ in medias(written())]
    assert edges[0][0] == "0.00" and len(edges[-1]) == 1
    for before, after in pairwise(edges):
        assert 0 < float(after[0]) - float(before[1]) < 0.02


def test_a_link_that_looks_somewhere_has_the_resolution_of_its_zoom(written):
    assert medias(written("view=-1,15,7")) == [("all", "5")]
    assert medias(written("view=-1,15,13")) == [("all", "9")]


def test_a_chosen_resolution_is_kept(written):
    assert medias(written("res=8&view=-1,15,4")) == [("all", "8")]


def test_filters_are_asked_for_as_the_page_writes_them(written):
    assert 'hexagons.bin?country=ML&amp;res=3"' in written("country=ML&res=3")


def test_how_hexagons_are_coloured_is_left_to_the_page(written):
    assert medias(written("options=hexagons.measure:deaths")) == []


def test_what_a_link_holds_cannot_leave_its_attribute(written):
    assert "<b>" not in written('text="><b>')


def test_smaller_maps_open_further_away(written, monkeypatch):
    monkeypatch.setattr(home, "of", lambda snapshot: (0.0, 15.0, 4.65))
    narrow, wide = medias(written())
    assert (narrow[1], wide[1]) == ("3", "4")
    assert "(max-width: 519.09px)" in narrow[0]
