"""In French, no page shows a sentence of the catalogue in English."""

from __future__ import annotations

import pytest

from data.locales import update
from tests.browser.conftest import READY

PAGES = ("", "import", "incident/new", "region/ML-7")
"""Every page by its path."""
TEXTS = """() => {
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode, inside = text.parentElement;
        if (!inside.closest('script, style, noscript')) found.add(text.textContent.trim());
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext']) {
        const nodes = document.querySelectorAll('[' + name + ']');
        nodes.forEach((node) => found.add(node.getAttribute(name).trim()));
    }
    return [...found];
}"""
"""Every text and every attribute that is read out, of the open page."""


@pytest.fixture(scope="module")
def english():
    """Sentences without gaps whose French differs, by their English."""
    return {m.id: m.string for m in update.load("fr")
            if isinstance(m.id, str) and m.id and "{" not in m.id and m.string != m.id}


def left(page, english):
    return sorted(text for text in page.evaluate(TEXTS) if text in english)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_speaks_french(visit, english, path):
    visit.page.goto(visit.address + path + "?lang=fr")
    visit.page.wait_for_load_state("networkidle")
    assert visit.page.evaluate("document.documentElement.lang") == "fr"
    assert left(visit.page, english) == []


def test_what_opens_on_the_map_speaks_french(visit, english):
    page = visit.page
    page.goto(visit.address + "?lang=fr")
    page.wait_for_selector(READY)
    page.wait_for_function("atlas.counts.now() !== null")
    for opened in ("atlas.table.toggle(true)", "atlas.help(true)", "atlas.tour.open()",
                   "atlas.views.open()"):
        page.evaluate("Promise.all(['tour', 'views'].map(atlas.need))")
        page.evaluate(opened)
        page.wait_for_timeout(700)
        assert left(page, english) == [], opened
        page.keyboard.press("Escape")


def test_names_in_capitals_follow_the_page_and_not_the_browsers_own_language(visit):
    visit.page.add_init_script("""window.written = new Set();
      const capitals = String.prototype.toLocaleUpperCase, pen = CanvasRenderingContext2D.prototype;
      String.prototype.toLocaleUpperCase = function (language) {
        return capitals.call(this, language || "tr");  // as a Turkish browser has it
      };
      const put = pen.fillText;
      pen.fillText = function (text, ...more) {
        window.written.add(text);
        return put.call(this, text, ...more);
      };""")
    page = visit.open("?lang=en&view=-1,16,4.8")
    page.wait_for_function("[...written].some((text) => /^MAL.$/.test(text))")
    assert page.evaluate("written.has('MALI') && !written.has('MALİ')")
