"""HTML written from components: escaped, whole, and nothing else."""

from __future__ import annotations

from html.parser import HTMLParser

import dash_mantine_components as dmc
import pytest
from dash import html
from hypothesis import given
from hypothesis import strategies as st

from callbacks.parts import extra
from callbacks.region.markup import Drawn, Styles, written


class Reader(HTMLParser):
    """Gathers text, attributes and tags of a page."""

    def __init__(self):
        super().__init__()
        self.text, self.attributes, self.open = "", [], []

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attrs):
        self.attributes += attrs
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def read(text):
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_comes_back_as_text(text):
    found = read(written(html.P([text, html.B(text, title=text)])))
    assert found.text == text * 2
    assert ("title", text) in found.attributes
    assert found.open == []


def test_names_of_attributes_are_those_of_html():
    made = written(html.Label("x", htmlFor="y", className="z", hidden=True, title=None,
                              style={"--a": "1%"}, **extra({"aria-pressed": True, "data-b": "2"})))
    assert dict(read(made).attributes) == {
        "for": "y", "class": "z", "hidden": "", "style": "--a:1%", "aria-pressed": "true",
        "data-b": "2"}


def test_styles_of_elements_become_one_sheet():
    styles = Styles()
    made = written([html.I(style={"--a": a}) for a in ("1%", "2%", "1%")], styles)
    assert [value for name, value in read(made).attributes] == ["0", "1", "0"]
    assert "style=" not in made.replace("data-style=", "")
    assert styles.sheet() == '[data-style="0"]{--a:1%}[data-style="1"]{--a:2%}'


def test_nothing_is_written_for_nothing():
    assert written(None) == ""
    assert written(html.Ul([None, html.Li(0)])) == "<ul><li>0</li></ul>"
    assert written(html.Br()) == "<br>"


def test_a_drawing_is_left_as_it_is():
    made = html.Div()
    made.children = Drawn("<svg></svg>")
    assert written(made) == "<div><svg></svg></div>"


def test_what_is_no_element_is_refused():
    with pytest.raises(TypeError):
        written(html.Div(dmc.Button("x")))
