"""The table, the charts and a region's profile are reached and used by keys."""

from __future__ import annotations

from tests.browser.keys import reach
from tests.browser.test_page import total, wait_for_count


def test_the_table_is_opened_sorted_and_a_row_told(visit):
    page = visit.open("?layers=hexagons")
    reach(page, "#table-toggle")
    page.keyboard.press("Enter")
    page.wait_for_selector("#table tbody tr")
    reach(page, "#table-layer")
    reach(page, "#table-view")
    page.keyboard.press("Space")
    page.wait_for_selector("#table-view[aria-checked=true]")
    reach(page, "#table [data-sort=kind]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#table th[aria-sort=ascending] [data-sort=kind]")
    reach(page, "#table [data-incident]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#details:has-text('Place known')")
    page.keyboard.press("t")
    page.wait_for_selector("#table-panel", state="hidden")


def test_heads_and_rows_come_out_from_under_what_stands_still(visit):
    page = visit.open("?layers=hexagons&panel=table")
    page.wait_for_selector("#table tbody tr")
    reach(page, "#table [data-sort=commodity]")
    box, room = (page.locator(one).bounding_box() for one in (
        "#table [data-sort=commodity]", ".table-scroll"))
    assert box["x"] + box["width"] <= room["x"] + room["width"]
    rows = page.locator("#table [data-incident]")
    reach(page, "#table [data-incident]")
    for _ in range(20):
        page.keyboard.press("Tab")
    for _ in range(18):
        page.keyboard.press("Shift+Tab")
    here, head = rows.nth(2).bounding_box(), page.locator("#table thead").bounding_box()
    assert rows.nth(2).evaluate("one => one === document.activeElement")
    assert here["y"] >= head["y"] + head["height"] - 1


def test_a_bar_of_a_chart_filters_and_its_chip_lets_go(visit, snapshot):
    page = visit.open("?layers=hexagons")
    page.keyboard.press("t")
    reach(page, "#tab-table")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("button[data-key=kidnapping]")
    reach(page, "button[data-key=kidnapping]")
    page.keyboard.press("Enter")
    wait_for_count(page, total(snapshot, "kind=kidnapping"))
    page.wait_for_selector("#filter-chips button")
    page.keyboard.press("g")
    page.keyboard.press("g")
    reach(page, "#filter-chips button")
    page.keyboard.press("Enter")
    wait_for_count(page, total(snapshot, ""))


def test_a_unit_at_the_cross_leads_to_its_profile(visit):
    page = visit.open("?layers=boundaries&view=-0.04,17.2,7&lang=en")
    visit.legend()
    reach(page, "#map")
    page.keyboard.press("Enter")
    page.wait_for_selector("#details .region-button")
    reach(page, "#details .region-button")
    page.keyboard.press("Enter")
    page.wait_for_selector(".region-short a.region-full")
    reach(page, ".region-short a.region-full")
    with page.context.expect_page() as opened:
        page.keyboard.press("Enter")
    profile = opened.value
    profile.wait_for_selector("html[data-ready]")
    profile.evaluate("window.print = () => { document.title = 'printed'; }")
    reach(profile, "#print")
    profile.keyboard.press("Enter")
    assert profile.title() == "printed"
    profile.close()
