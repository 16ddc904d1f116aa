"""An area is the selection without a pointer: a circle, around a corridor, units, typed corners.

An outline drawn by keys is in tests/browser/test_draw.py.
"""

from __future__ import annotations

from tests.browser.keys import reach, reach_named
from tests.browser.test_draw import settled_count, wait_for_link

GAO = "?view=-0.04,16.27,7&layers=hexagons"


def begin(page, way):
    reach(page, "#area-tool")
    page.keyboard.press("Enter")
    page.wait_for_selector(".area-menu")
    reach_named(page, "button", way)
    page.keyboard.press("Enter")


def test_a_circle_is_put_widened_shown_and_let_go(visit, snapshot):
    page = visit.open(GAO)
    begin(page, "Draw a circle")
    page.wait_for_selector("#area-bar")
    page.keyboard.press("Enter")
    reach(page, "[data-corner='1']")
    page.keyboard.press("ArrowRight")
    reach(page, "#area-km")
    page.keyboard.press("Control+a")
    page.keyboard.type("120")
    reach(page, "#area-bar .main")
    page.keyboard.press("Enter")
    wait_for_link(page, "area")
    settled_count(page, snapshot)
    assert page.evaluate("document.activeElement.id") == "area-tool"
    page.wait_for_selector("#area-chip")
    reach(page, "#area-chip [data-area=clear]")
    page.keyboard.press("Enter")
    page.wait_for_function("!atlas.state.selection")


def test_what_lies_around_a_corridor_is_chosen(visit, snapshot):
    page = visit.open(GAO)
    begin(page, "Around a corridor")
    page.wait_for_selector("#area-corridor")
    page.keyboard.press("ArrowDown")
    corridor = page.input_value("#area-corridor")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("60")
    page.keyboard.press("Enter")
    page.wait_for_function(f"atlas.state.selection.includes('near={corridor}')")
    settled_count(page, snapshot)


def test_units_are_picked_by_the_cross_and_by_name(visit, snapshot):
    page = visit.open(GAO)
    begin(page, "Pick units")
    page.wait_for_selector("#area-unit")
    page.keyboard.press("Enter")
    page.wait_for_selector("#area-bar [role=status]:has-text('Gao')")
    reach(page, "#area-unit")
    page.keyboard.type("Mopti (Mali)")
    page.keyboard.press("Enter")
    reach(page, "#area-bar .main")
    page.keyboard.press("Enter")
    page.wait_for_function("location.search.includes('unit=ML-7,ML-5')")
    settled_count(page, snapshot)


def test_corners_are_typed(visit, snapshot):
    page = visit.open(GAO)
    begin(page, "Type, paste or open an area")
    page.wait_for_selector("#area-text")
    page.keyboard.type("-2, 14\n2, 14\n2, 18\n-2, 18")
    reach(page, ".area-form .main")
    page.keyboard.press("Enter")
    wait_for_link(page, "area")
    settled_count(page, snapshot)
