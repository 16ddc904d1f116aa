"""A legend's sample is drawn from the style its marks are drawn by."""

from __future__ import annotations

from typing import get_args
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from layers import swatch
from layers.style import DOUBTFUL, FINE, UNSURE, Form, Style

COLOURS = ("#123456", "#fedcba")
TAG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("form", get_args(Form))
@pytest.mark.parametrize("theme", [0, 1])
def test_every_form_is_drawn_in_its_themes_colour(form, theme):
    drawn = swatch.svg(Style(form, COLOURS), theme)
    ElementTree.fromstring(drawn)
    assert COLOURS[theme] in drawn and COLOURS[1 - theme] not in drawn


def test_a_dash_is_drawn_as_one_and_doubt_as_a_finer_one():
    plain, unsure, doubtful = (
        swatch.svg(Style("line", COLOURS, dash=dash), 0) for dash in (None, UNSURE, DOUBTFUL))
    assert "dasharray" not in plain
    assert "dasharray" in unsure and "dasharray" in doubtful and unsure != doubtful


def test_direction_letter_hollow_and_angle_show():
    line = Style("line", COLOURS)
    assert swatch.svg(Style("line", COLOURS, arrow=True), 0) != swatch.svg(line, 0)
    lettered = ElementTree.fromstring(swatch.svg(Style("symbol", COLOURS, letter="Q"), 0))
    assert [text.text for text in lettered.iter(f"{TAG}text")] == ["Q"]
    assert 'fill="#123456"' not in swatch.svg(Style("symbol", COLOURS, hollow=True), 0)
    assert "rotate(-135)" in swatch.svg(Style("hatch", COLOURS, angle=135), 0)


def test_the_address_holds_the_picture():
    address = swatch.address(Style("ring", COLOURS), 1)
    assert unquote(address.removeprefix("data:image/svg+xml,")) == swatch.svg(
        Style("ring", COLOURS), 1)


def test_a_symbol_that_stands_for_a_perception_has_a_broken_edge():
    plain, perceived = (swatch.svg(Style("symbol", COLOURS, hollow=True, dash=dash), 0)
                        for dash in (None, FINE))
    assert "dasharray" in perceived and "dasharray" not in plain


def test_a_symbols_sample_is_as_large_as_its_marks():
    small, large = Style("symbol", COLOURS), Style("symbol", COLOURS, radius=20, hollow=True)
    assert swatch.box(small) == (swatch.WIDE, swatch.TALL)
    assert swatch.box(large) == (42, 42)
    assert 'r="20"' in swatch.svg(large, 0) and 'viewBox="-9 -13 42 42"' in swatch.svg(large, 0)
