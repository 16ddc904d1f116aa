"""The clock: modes, steps, playing, brushing, interventions, by mouse, touch and keys."""

from __future__ import annotations

import pytest

from tests.browser.conftest import READY

WINDOW = "atlas.state.window.map(days => atlas.dates.iso(days))"
YEAR = "?window=2019-01-01,2019-12-31"


def window(page):
    return page.evaluate(WINDOW)


def keyed(page, *keys):
    """Press keys while nothing on the page has the focus."""
    page.evaluate("document.activeElement.blur()")
    for key in keys:
        page.keyboard.press(key)
    return window(page)


def spot(page, selector, across=0.5, down=0.5):
    box = page.locator(selector).bounding_box()
    return box["x"] + box["width"] * across, box["y"] + box["height"] * down


def dragged(page, start, end):
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=5)
    page.mouse.up()
    return window(page)


@pytest.mark.parametrize(("step", "length", "on", "larger"), [
    ("day", "7", ["2019-12-26", "2020-01-01"], ["2020-01-02", "2020-01-08"]),
    ("week", "4", ["2019-12-09", "2020-01-05"], ["2020-01-06", "2020-02-02"]),
    ("month", "3", ["2019-11-01", "2020-01-31"], ["2020-11-01", "2021-01-31"]),
    ("quarter", "2", ["2019-10-01", "2020-03-31"], ["2020-10-01", "2021-03-31"]),
    ("year", "1", ["2020-01-01", "2020-12-31"], ["2025-01-01", "2025-12-31"]),
])
def test_keys_step_and_leap_by_the_step_chosen(visit, step, length, on, larger):
    page = visit.open(YEAR)
    page.select_option("#clock-step", step)
    page.select_option("#window-length", length)
    page.evaluate("atlas.clock.set([atlas.state.window[0], atlas.dates.day('2019-12-31')])")
    if step == "week":
        page.evaluate("atlas.clock.set(['2019-12-02', '2019-12-29'].map(atlas.dates.day))")
    if step == "day":
        page.evaluate("atlas.clock.set(['2019-12-25', '2019-12-31'].map(atlas.dates.day))")
    assert keyed(page, "ArrowRight") == on
    assert page.input_value("#window-length") == length
    assert keyed(page, "Shift+ArrowRight") == larger
    first, last = keyed(page, "Home"), keyed(page, "End")
    assert first[0] == "2015-01-01" and last[1] == "2025-12-31"


def test_a_growing_window_holds_all_up_to_its_end(visit):
    page = visit.open(YEAR)
    page.select_option("#window-mode", "growing")
    assert window(page) == ["2015-01-01", "2019-12-31"]
    assert keyed(page, "ArrowRight") == ["2015-01-01", "2020-01-31"]
    assert keyed(page, "Home") == ["2015-01-01", "2015-01-31"]
    # Classes hold for all of it, so that colours keep their meaning as it grows.
    top = "atlas.legend.of('hexagons')?.bounds.at(-1)[1]"
    most = page.evaluate("Math.max(...atlas.cube.count(atlas.counts.cube(), "
                         "atlas.clock.domain()).cells)")
    page.wait_for_function(f"{top} === {most}")
    keyed(page, "Shift+ArrowRight", "ArrowRight")
    page.wait_for_timeout(600)
    assert page.evaluate(top) == most
    page.fill("#window-from", "2018")
    page.press("#window-from", "Enter")
    assert page.input_value("#window-mode") == "moving"  # a start of its own: it grows no longer


def test_a_fixed_window_stays_until_a_hand_moves_it(visit):
    page = visit.open(YEAR)
    page.select_option("#window-mode", "fixed")
    assert keyed(page, "ArrowRight", "Home", " ") == ["2019-01-01", "2019-12-31"]
    assert page.evaluate("atlas.clock.playing()") is False
    page.wait_for_selector("text=The window is fixed.")
    assert page.get_attribute("#step-on", "aria-disabled") == "true"
    page.focus("#window-end")
    page.keyboard.press("ArrowLeft")
    assert window(page) == ["2019-01-01", "2019-11-30"]


def test_bars_are_brushed_and_the_strip_above_them_moves_the_window(visit):
    page = visit.open(YEAR)
    brushed = dragged(page, spot(page, "#track", 0.5), spot(page, "#track", 0.6))
    assert "2020-04-01" <= brushed[0] <= "2020-08-01" and "2021-05-31" <= brushed[1] <= "2021-09-30"
    inside = dragged(page, spot(page, "#track", 0.53), spot(page, "#track", 0.56))
    assert brushed[0] < inside[0] < inside[1] < brushed[1]  # within the window as well
    length = page.evaluate("atlas.clock.length()")
    x, y = spot(page, "#window-band")
    moved = dragged(page, (x, y), (x - 200, y))
    assert moved[0] < inside[0] and page.evaluate("atlas.clock.length()") == length


def test_a_touch_brushes_and_the_controls_fold_into_a_popover_on_a_phone(browser, address):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True,
                                  is_mobile=True, locale="en-GB")
    page = context.new_page()
    page.goto(address + YEAR)
    page.wait_for_selector(READY)
    page.wait_for_function("atlas.counts.now() !== null")
    page.touchscreen.tap(*spot(page, "#track", 0.1))
    chosen = window(page)
    assert chosen[0][:7] == chosen[1][:7] and "2016" in chosen[0]
    assert not page.is_visible("#window-mode")
    page.tap("#clock-more")
    page.select_option("#window-mode", "growing")
    assert window(page)[0] == "2015-01-01"
    page.fill("#window-to", "2017")
    page.press("#window-to", "Enter")
    assert window(page) == ["2015-01-01", "2017-12-31"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_playing_goes_round_where_it_is_asked_to_and_stops_at_the_end_where_not(visit):
    page = visit.open("?window=2025-10-01,2025-11-30")
    page.click("#clock-more")
    page.select_option("#clock-speed", "8")
    page.keyboard.press("Escape")
    assert not page.is_visible("#clock-speed")
    keyed(page, " ")
    page.wait_for_function("!atlas.clock.playing() && atlas.clock.atEnd()")
    page.click("#clock-more")
    page.check("#clock-loop")
    page.keyboard.press("Escape")
    visit.asked.clear()
    keyed(page, " ")
    page.wait_for_function("atlas.dates.year(atlas.state.window[0]) === 2015")
    assert page.evaluate("atlas.clock.playing()") and visit.requests() == []
    keyed(page, " ")


def test_with_reduced_motion_time_steps_and_nothing_glides(browser, address):
    context = browser.new_context(reduced_motion="reduce", locale="en-GB")
    page = context.new_page()
    page.goto(address + "?window=2018-01-01,2018-06-30&play=8")
    page.wait_for_selector(READY)
    page.wait_for_function("atlas.counts.now() !== null")
    assert page.evaluate("atlas.clock.playing()") is False  # nothing plays of itself
    page.keyboard.press("Space")
    page.wait_for_function("atlas.dates.month(atlas.state.window[0]) > (2018 - 1970) * 12 + 2")
    page.keyboard.press("Space")
    gliding = page.evaluate("document.getAnimations().length")
    assert gliding == 0
    context.close()


def test_the_link_carries_how_time_goes_and_undo_takes_it_back(visit):
    page = visit.open(YEAR + "&mode=growing&step=quarter&play=4,loop")
    assert page.evaluate("atlas.state.time") == {
        "mode": "growing", "step": "quarter", "speed": 4, "loop": True}
    page.wait_for_timeout(600)
    assert "mode=growing" in page.url and "step=quarter" in page.url and "play=4,loop" in page.url
    page.select_option("#clock-step", "week")
    page.wait_for_function("location.search.includes('step=week')")
    page.evaluate("atlas.undo.back()")
    page.wait_for_function("atlas.state.time.step === 'quarter'")
    page = visit.open(YEAR + "&mode=sideways&step=eon&play=1000")
    assert page.evaluate("atlas.state.time") == {
        "mode": "moving", "step": "month", "speed": 2, "loop": False}


def test_interventions_stand_under_the_bars_and_tell_what_they_are(visit):
    page = visit.open()
    page.wait_for_selector("#moments button")
    stops = page.eval_on_selector_all(
        "#moments button", "all => all.filter(one => one.tabIndex === 0).length")
    assert stops == 1
    page.focus("#moments button")
    page.keyboard.press("End")
    named = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert page.inner_text("#moment-note") == named and "2024" in named
    page.keyboard.press("Enter")
    page.wait_for_selector("#details h2")
    assert page.evaluate("atlas.state.picked.layer") == "claims"


def test_interventions_too_near_for_a_finger_are_one_stop(visit):
    page = visit.open()
    page.wait_for_selector("#moments .several")
    opener = page.locator("#moments .several").first
    named = opener.get_attribute("aria-label")
    opener.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#moment-list button")
    listed = page.locator("#moment-list button").count()
    assert named == f"{listed} interventions"
    page.keyboard.press("Escape")
    assert page.locator("#moment-list").is_hidden()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == named
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_function("atlas.state.picked && atlas.state.picked.layer === 'claims'")


def test_coarse_dates_are_counted_and_can_be_left_out(visit):
    page = visit.open()
    visit.legend()
    coarse = page.evaluate("atlas.counts.now().coarse")
    assert coarse > 0
    assert f"{coarse} with a coarse date" in page.inner_text("#sentence-count")
    told = page.inner_text("#legend [data-layer=hexagons] [data-count=coarse]")
    assert told == f"{coarse:,}"
    held = page.evaluate("(({ placed, apart }) => placed + apart)(atlas.counts.now())")
    page.click("#clock-more")
    page.check("#clock-exact")
    page.wait_for_function("atlas.counts.now().coarse === 0")
    now = page.evaluate("(({ placed, apart }) => placed + apart)(atlas.counts.now())")
    assert now == held - coarse
    page.wait_for_function("location.search.includes('max-date-precision=2')")
    assert "date at least" in page.inner_text("#sentence-what")


def test_bars_are_as_fine_as_the_step_and_the_width_allow(visit):
    page = visit.open("?from=2019-01&to=2019-03")
    label = "document.getElementById('histogram').getAttribute('aria-label')"
    assert "by month" in page.evaluate(label)
    page.select_option("#clock-step", "day")
    assert "by day" in page.evaluate(label)
    page.select_option("#clock-step", "year")
    assert "by year" in page.evaluate(label)
