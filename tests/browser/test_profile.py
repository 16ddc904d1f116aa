"""The profile of a region: found from the map, read, moved about by keyboard, and printed."""

from __future__ import annotations

import re

import pytest

from tests.browser.axe import violations

READY = "html[data-ready]"
A4 = (595, 842)
"""Points."""


def profile(visit, query="ML-5?lang=en"):
    visit.page.goto(visit.address + "region/" + query)
    visit.page.wait_for_selector(READY)
    return visit.page


def test_a_unit_leads_to_its_profile_in_short_and_from_there_to_all_of_it(visit):
    page = visit.open("?lang=en&kind=kidnapping&from=2018&to=2020")
    page.evaluate("atlas.pick({layer: 'boundaries', id: 'boundaries/ML-7'})")
    button = page.locator(".details .region-button")
    assert button.inner_text() == "Region profile: Gao"
    button.focus()
    page.keyboard.press("Enter")
    short = page.locator(".region-short")
    short.wait_for()
    counted = re.search(r"([\d,]+) incidents? (?:is|are) recorded here", short.inner_text())
    with page.context.expect_page() as opened:
        short.locator("a.plain-button").click()
    whole = opened.value
    whole.wait_for_selector(READY)
    assert "/region/ML-7?" in whole.url
    assert counted.group(0) in whole.locator("#happened").inner_text()
    assert "Kidnapping for ransom" in whole.locator(".head").inner_text()


@pytest.mark.parametrize(("language", "scheme", "width"), [
    ("en", "light", 1440), ("fr", "dark", 390), ("en", "dark", 1024)])
def test_the_page_meets_wcag_and_fits_its_width(visit, language, scheme, width):
    visit.page.emulate_media(color_scheme=scheme)
    visit.page.set_viewport_size({"width": width, "height": 844})
    page = profile(visit, f"ML-5?lang={language}")
    assert page.evaluate("document.documentElement.dataset.theme") == scheme
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


def test_every_part_is_reached_by_keyboard(visit):
    page = profile(visit)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.locator(".contents a[href='#sources']").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("Math.abs(document.getElementById('sources').getBoundingClientRect().top)"
                           " < innerHeight / 2")
    mark = page.locator("#factors .ref").first
    mark.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == mark.get_attribute("href")
    assert page.locator(".records li:target").count() == 1


def test_what_a_reader_without_colour_or_chart_needs_is_there(visit):
    page = profile(visit)
    said = page.locator("svg.bars").get_attribute("aria-label")
    months = page.locator("svg.bars rect.late").count()
    assert "most in" in said
    assert 0 < months <= 12
    years = page.locator("#trend .ledger").first.inner_text()
    assert "2015" in years


def test_it_prints_on_a4_without_controls_in_light_colours(visit):
    visit.page.emulate_media(color_scheme="dark")
    page = profile(visit)
    made = page.pdf(prefer_css_page_size=True)
    sizes = {tuple(round(float(edge)) for edge in box.split())
             for box in re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d. ]+)\]", made)}
    assert sizes == {A4}
    assert 6 < len(re.findall(rb"/Type\s*/Page\b", made)) < 40
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(".header").is_hidden()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.querySelector('.ref')).textDecorationLine"
                         ) == "none"
    assert page.evaluate("[...document.querySelectorAll('.ledger')].filter("
                         "(one) => getComputedStyle(one).overflowX !== 'visible').length") == 0


def test_it_reads_without_a_script(browser, address):
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(address + "region/ML-7?lang=fr")
        assert page.locator("section h2").count() > 8
        assert page.locator("#print").is_hidden()
    finally:
        context.close()
