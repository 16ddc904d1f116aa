"""Time by keys: what the bar at the bottom does with a pointer, it does without one."""

from __future__ import annotations

from tests.browser.keys import reach
from tests.browser.test_clock import window

YEAR = "?window=2019-01-01,2019-12-31&layers=hexagons"


def chosen(page, selector, *keys):
    """Choose in a list by its keys, and return what it holds then."""
    reach(page, selector)
    for key in keys:
        page.keyboard.press(key)
    return page.input_value(selector)


def test_mode_step_and_length_are_chosen_by_arrows(visit):
    page = visit.open(YEAR)
    assert chosen(page, "#window-length", "Home") == "1"
    page.wait_for_function("atlas.clock.length() === 1")
    assert chosen(page, "#window-mode", "ArrowDown") in ("fixed", "growing", "moving")
    assert page.evaluate("atlas.state.time.mode") == page.input_value("#window-mode") != "moving"
    assert chosen(page, "#clock-step", "End") == "year"
    assert page.evaluate("atlas.state.time.step") == "year"


def test_dates_are_typed_and_handles_and_strip_moved(visit):
    page = visit.open(YEAR)
    reach(page, "#window-band")
    page.keyboard.press("ArrowRight")
    assert window(page) == ["2019-02-01", "2020-01-31"]
    reach(page, "#window-start")
    page.keyboard.press("PageDown")
    assert window(page) == ["2018-02-01", "2020-01-31"]
    reach(page, "#window-end")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert window(page) == ["2018-02-01", "2018-12-31"]
    reach(page, "#window-from")
    page.keyboard.press("Control+a")
    page.keyboard.type("2020-03")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("2020-05")
    page.keyboard.press("Enter")
    assert window(page) == ["2020-03-01", "2020-05-31"]
    page.keyboard.press("Control+a")
    page.keyboard.type("sometime")
    page.keyboard.press("Enter")
    assert page.get_attribute("#window-to", "aria-invalid") == "true"
    page.wait_for_selector("[role=alert]:has-text('2019-03')")


def test_time_plays_as_fast_and_as_often_as_chosen(visit):
    page = visit.open("?window=2025-09-01,2025-10-31&layers=hexagons")
    reach(page, "#clock-more")
    page.keyboard.press("Enter")
    assert chosen(page, "#clock-speed", "End") == "8"
    reach(page, "#clock-loop")
    page.keyboard.press("Space")
    reach(page, "#clock-exact")
    page.keyboard.press("Space")
    page.wait_for_function("atlas.counts.now().coarse === 0")
    page.keyboard.press("Escape")
    assert page.is_hidden("#clock-speed")
    assert page.evaluate("document.activeElement.id") == "clock-more"
    reach(page, "#play")
    page.keyboard.press("Space")
    page.wait_for_function("atlas.dates.year(atlas.state.window[0]) === 2015")
    page.keyboard.press("Space")
    assert not page.evaluate("atlas.clock.playing()")
    before = window(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert window(page) > before
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert window(page) == before
