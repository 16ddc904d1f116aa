"""The tour tells of one thing at a time, by keyboard too, and can be left at any point."""

from __future__ import annotations

import pytest

from tests.browser.axe import violations


def begin(page):
    page.locator("#more-menu").press("Enter")
    page.get_by_role("button", name="Tour of the page").press("Enter")
    page.wait_for_selector("#tour[open]")


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_every_step_is_told_beside_what_is_seen(visit, size):
    visit.page.set_viewport_size({"width": size[0], "height": size[1]})
    page = visit.open()
    begin(page)
    said = set()
    for _ in range(7):
        said.add(page.locator(".tour-says").inner_text())
        card = page.locator(".tour-card").bounding_box()
        assert card["x"] >= 0 and card["x"] + card["width"] <= size[0]
        assert card["y"] >= 0 and card["y"] + card["height"] <= size[1]
        assert page.evaluate("document.activeElement.id") == "tour-on"
        page.keyboard.press("Enter")
    assert len(said) == 7
    assert not page.locator("#tour[open]").count()


def test_the_tour_is_left_by_escape_and_steps_by_arrows(visit):
    page = visit.open()
    begin(page)
    page.keyboard.press("ArrowRight")
    assert page.locator(".tour-at").inner_text() == "2 of 7"
    assert violations(page) == []
    page.keyboard.press("ArrowLeft")
    assert page.locator(".tour-at").inner_text() == "1 of 7"
    page.keyboard.press("Escape")
    assert not page.locator("#tour[open]").count()
