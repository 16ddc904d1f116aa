"""WCAG 2.2 AA on every page and on what opens there, as axe-core reads it."""

from __future__ import annotations

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import READY

SIZES = ((1440, 900), (390, 844))
PAGES = ("import", "incident/new", "region/ML-7")
OPENED = {
    "the map": "0",
    "the menu": "document.getElementById('more-menu').click()",
    "all layers": "for (const one of atlas.boot.layers) atlas.give(one.switch, { checked: true })",
    "the layers and filters": "atlas.panels.open('left')",
    "the details": "atlas.panels.open('right')",
    "the table": "atlas.table.toggle(true)",
    "the charts": "atlas.table.toggle(true, 'charts')",
    "the help": "atlas.help(true)",
    "the saved views": "atlas.need('views').then(() => atlas.views.open())",
}


def look(visit, path, size, theme, lang):
    page = visit.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=theme)
    page.goto(f"{visit.address}{path}?lang={lang}")
    page.wait_for_load_state("networkidle")
    return page


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_beside_the_map(visit, path, size):
    for theme, lang in (("light", "en"), ("dark", "fr")):
        page = look(visit, path, size, theme, lang)
        assert violations(page) == [], (theme, lang)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(("theme", "lang"), [("light", "fr"), ("dark", "en")])
def test_the_map_and_what_opens_on_it(visit, size, theme, lang):
    for name, opened in OPENED.items():
        page = look(visit, "", size, theme, lang)
        page.wait_for_selector(READY)
        page.evaluate(opened)
        page.wait_for_timeout(900)
        page.wait_for_load_state("networkidle")
        assert violations(page) == [], name
