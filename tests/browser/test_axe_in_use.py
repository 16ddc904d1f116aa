"""WCAG 2.2 AA while the page is used: what opens step by step, as axe-core reads it."""

from __future__ import annotations

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import PATIENCE, READY
from tests.browser.test_axe import look

LOOKS = [((1440, 900), "dark", "fr"), ((390, 844), "light", "en")]
UNFOLD = """(() => { atlas.panels.open('left');
    for (let box = atlas.find('layer-hexagons-classes'); box; box = box.parentElement)
        if (box.tagName === 'DETAILS') box.open = true;
})()"""
WAYS = "document.querySelector('.area-menu li:nth-child({}) button').click()"
# What is done one after another on a page, and what is there once it has been done.
USES = {
    "comparing": [
        ("document.getElementById('compare-toggle').click()", ".compare-says"),
        ("document.querySelector('[data-view=swipe]').click()", "#compare-split"),
        ("document.querySelector('[data-view=side]').click()", "#compare-mirror"),
    ],
    "drawing": [
        ("document.getElementById('area-tool').click()", ".area-menu"),
        (WAYS.format(2), "#area-bar"),
        ("atlas.area.put(atlas.area.sheet.middle(), -1)", "[data-corner]"),
        ("document.querySelector('#area-bar .main').click()", "#area-chip"),
        ("document.getElementById('area-tool').click()", ".area-menu"),
        (WAYS.format(4), "#area-corridor"),
    ],
    "searching": [
        ("atlas.search.focus()", "#search:focus"),
        ("(() => { const field = document.getElementById('search'); field.value = 'gao';"
         " field.dispatchEvent(new Event('input')); })()", "#search-list [role=option]"),
        ("document.querySelector('#search-list [role=option]').click()", "#place-card"),
    ],
    "filtering": [
        ("atlas.panels.reach('section-filters')", "[role=option]:visible"),
    ],
    "reading": [
        ("atlas.pick({ layer: 'region', id: 'ML-7' })", ".region-short"),
        (UNFOLD, "#layer-hexagons-bounds"),
        ("document.getElementById('clock-more').click()", "#clock-pop:popover-open"),
        ("atlas.panels.dismiss(), document.querySelector('.questions').open = true",
         ".questions button"),
    ],
}


@pytest.mark.parametrize(("size", "theme", "lang"), LOOKS, ids=str)
@pytest.mark.parametrize("use", USES)
def test_what_opens_while_the_page_is_used(visit, use, size, theme, lang):
    page = look(visit, "", size, theme, lang)
    page.wait_for_selector(READY)
    page.wait_for_function("atlas.counts.now() !== null")
    for does, there in USES[use]:
        page.evaluate(does)
        page.wait_for_selector(there, timeout=PATIENCE)
        page.wait_for_load_state("networkidle")
        assert violations(page) == [], does


@pytest.mark.parametrize(("size", "theme", "lang"), LOOKS, ids=str)
def test_a_form_that_says_what_is_wrong(visit, size, theme, lang):
    page = look(visit, "incident/new", size, theme, lang)
    page.fill("#f-date_start", "sometime")
    page.click("#check")
    page.wait_for_selector(".wrong-field:visible, [aria-invalid=true]")
    assert violations(page) == []
