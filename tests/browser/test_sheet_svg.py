"""A sheet as SVG, opened in Chromium: text is text, and nothing reaches beyond the page."""

from __future__ import annotations

import pytest

from data.selection import Selection
from data.settings import load
from layers.sheet.compose import compose
from layers.sheet.description import Sheet, Shown
from layers.sheet.press import Press
from layers.sheet.save import save

LAYERS = tuple(Shown(id) for id in ("hexagons", "corridors", "taxation"))
LOGO = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">'
        '<circle cx="10" cy="10" r="9" fill="#b01e3c"/></svg>')
BOXES = """() => {
  const page = document.documentElement.getBoundingClientRect();
  const texts = [...document.querySelectorAll("text")].map((node) => ({
    said: node.textContent, box: node.getBoundingClientRect().toJSON()}));
  return {page: page.toJSON(), texts, pictures: document.querySelectorAll("image").length,
          names: [...document.querySelectorAll("g[id]")].map((node) => node.id)};
}"""
WORDS = """() => {
  getSelection().selectAllChildren(document.documentElement);
  return getSelection().toString();
}"""


@pytest.fixture(scope="module", params=["en", "fr"])
def opened(request, browser, snapshot, tmp_path_factory):
    folder = tmp_path_factory.mktemp("sheet")
    logo, path = folder / "logo.svg", folder / "sheet.svg"
    logo.write_text(LOGO)
    press = Press(snapshot, load({"ATLAS_LOGO": str(logo), "ATLAS_MARKING": "Internal"}))
    sheet = Sheet(selection=Selection.of(country=["ML"]), layers=LAYERS, language=request.param)
    save(compose(sheet, press), path, "svg")
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    page, asked, wrong = context.new_page(), [], []
    page.on("request", lambda one: asked.append(one.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(path.as_uri())
    yield page, request.param
    context.close()
    assert (asked, wrong) == ([path.as_uri()], [])


def test_text_is_text_within_the_page(opened):
    page, language = opened
    found = page.evaluate(BOXES)
    said = {one["said"] for one in found["texts"]}
    words = {"en": {"Legend", "Sources", "Internal", "MALI"},
             "fr": {"Légende", "Sources", "Internal", "MALI"}}[language]
    assert words <= said
    assert found["pictures"] == 0 and "sheet/logo" in found["names"]
    edge = found["page"]
    assert (round(edge["width"]), round(edge["height"])) == (1123, 794)  # A4 at 96 dots an inch
    beyond = [one["said"] for one in found["texts"] if not (
        edge["left"] <= one["box"]["left"] and one["box"]["right"] <= edge["right"]
        and edge["top"] <= one["box"]["top"] and one["box"]["bottom"] <= edge["bottom"])]
    assert beyond == []


def test_words_can_be_selected(opened):
    page, language = opened
    assert {"en": "Legend", "fr": "Légende"}[language] in page.evaluate(WORDS)


def test_a_picture_of_it_has_ink_on_the_page_and_none_beyond(opened):
    import io

    import numpy as np
    from PIL import Image

    page, _ = opened
    seen = np.asarray(Image.open(io.BytesIO(page.screenshot())).convert("L"))
    assert seen[:794, :1123].std() > 10
    assert (seen[800:, :] == 255).all() and (seen[:, 1130:] == 255).all()
