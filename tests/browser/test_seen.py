"""Seen by everyone: on a phone, enlarged, in colours that the system sets, and without motion."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.browser.conftest import READY

CUT = "(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)(atlas.find('sentence'))"
SIDEWAYS = "[document.documentElement.scrollWidth, innerWidth]"
PAGES = ("", "?panel=table", "?panel=charts", "?layers=difference&compare=side",
         "?area=circle:-0.04,16.27,120", "import", "incident/new", "region/", "region/ML-7")
# Enlarged twice, a screen of 1,440 by 900 is as narrow and low as this.
SIZES = ((390, 844), (720, 450))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_scrolls_sideways(visit, size):
    page = visit.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for path in PAGES:
        page.goto(f"{visit.address}{path}{'&' if '?' in path else '?'}lang=fr")
        page.wait_for_selector(READY)
        page.wait_for_load_state("networkidle")
        wide, room = page.evaluate(SIDEWAYS)
        assert wide <= room == size[0], path


def test_what_stands_in_the_header_overlaps_nowhere(visit):
    for width, lang in ((390, "fr"), (720, "fr"), (1024, "fr"), (1440, "en")):
        visit.page.set_viewport_size({"width": width, "height": 844})
        page = visit.open(f"?lang={lang}&layers=hexagons")
        boxes = page.evaluate("""() => [...document.querySelectorAll(
            ".header > button, .header > h1, .header > .synthetic, .header-actions")].map(
            (one) => one.getBoundingClientRect()).filter((box) => box.width > 2)
            .map((box) => [box.left, box.right]).sort((a, b) => a[0] - b[0])""")
        assert all(left[1] <= right[0] for left, right in pairwise(boxes)), width
        assert boxes[-1][1] <= width


def test_a_sentence_that_is_cut_is_read_in_full_once_it_has_the_focus(visit):
    visit.page.set_viewport_size({"width": 720, "height": 450})
    page = visit.open("?lang=fr&layers=hexagons&kind=kidnapping&kind=cattle_theft&country=ML")
    page.wait_for_selector("#sentence[tabindex='0']")
    assert page.evaluate(CUT)
    page.focus("#sentence")
    assert not page.evaluate(CUT)


def test_what_is_brought_into_sight_leaves_the_page_where_it_is(visit):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.open("?layers=hexagons")
    page.keyboard.press("f")
    page.wait_for_function("document.activeElement.closest('#section-filters') !== null")
    page.wait_for_function("document.getElementById('left-panel').getAnimations().length === 0")
    assert page.evaluate("document.querySelector('.body').scrollTop") == 0
    panel, clock = (page.locator(one).bounding_box() for one in ("#left-panel", "#clock"))
    assert panel["y"] + panel["height"] == pytest.approx(clock["y"], abs=1)


def test_icons_and_switches_are_drawn_in_the_colours_of_the_system(visit):
    visit.page.emulate_media(forced_colors="active")
    page = visit.open("?layers=hexagons")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    painted = page.evaluate("""() => [...document.querySelectorAll(
        ".icon")].map((one) => getComputedStyle(one).backgroundColor)""")
    assert len(painted) > 20 and ground not in painted
    on, off = (page.evaluate("one => getComputedStyle(document.querySelector(one)).backgroundColor",
                             f"#layer-{layer}-on + .mantine-Switch-track")
               for layer in ("hexagons", "corridors"))
    assert on != off
