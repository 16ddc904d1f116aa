"""What stands in the header, and the menus there, by keys: each is opened, used and left.

Searching by keys is in tests/browser/test_search.py, saved views in test_views.py.
"""

from __future__ import annotations

from tests.browser.conftest import READY
from tests.browser.keys import reach, reach_named
from tests.browser.test_page import total, wait_for_count

HERE = "?layers=hexagons&window=2019-01-01,2021-12-31"


def more(page, name, role="button"):
    """Open the menu, go to one of its items, and take it."""
    reach(page, "#more-menu")
    page.keyboard.press("Enter")
    reach_named(page, role, name)
    page.keyboard.press("Enter")


def test_undo_and_redo(visit):
    page = visit.open(HERE)
    page.wait_for_url("**window=2019-01-01,2021-12-31**")
    reach(page, "#layer-corridors-on")
    page.keyboard.press("Space")
    page.wait_for_url("**corridors**")
    page.wait_for_function("!document.getElementById('undo').disabled")
    page.keyboard.press("Control+z")
    page.wait_for_function("!atlas.state.layers.corridors.on")
    page.evaluate("document.activeElement.blur()")
    reach(page, "#redo")
    page.keyboard.press("Enter")
    page.wait_for_function("atlas.state.layers.corridors.on")
    page.wait_for_function("!document.getElementById('undo').disabled")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("!atlas.state.layers.corridors.on")


def test_a_search_result_is_taken_and_what_it_offers_done(visit, snapshot):
    page = visit.open(HERE)
    reach(page, "#search")
    page.keyboard.type("mopti", delay=20)
    page.wait_for_selector("#search-list [role=option]:has-text('first-level unit')")
    for _ in range(12):
        page.keyboard.press("ArrowDown")
        taken = page.inner_text("#search-list [aria-selected=true]")
        if "first-level unit" in taken:
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("#place-card")
    reach_named(page, "button", "Only incidents there")
    page.keyboard.press("Enter")
    page.wait_for_function("atlas.state.selection === 'unit=ML-5'")
    wait_for_count(page, total(snapshot, "admin1=Mopti&from=2019&to=2021"))


def test_a_package_is_chosen_and_made(visit):
    page = visit.open(HERE)
    page.keyboard.press("e")
    page.wait_for_selector("#export-panel input[type=radio]:focus")
    for _ in range(20):
        page.keyboard.press("ArrowDown")
        if page.evaluate("document.activeElement.value") == "csv":
            break
    reach(page, "#export-panel .make")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".zip")


def test_the_menu_says_all_that_it_does_and_gives_the_focus_back(visit):
    page = visit.open(HERE)
    more(page, "Copy a link to this view")
    page.wait_for_function("navigator.clipboard.readText().then((it) => it.includes('window='))")
    dark = page.evaluate("document.documentElement.dataset.theme")
    more(page, "Light or dark")
    page.wait_for_function("was => document.documentElement.dataset.theme !== was", arg=dark)
    more(page, "Help and keys")
    page.wait_for_selector("[role=dialog]:has-text('Space')")
    assert page.evaluate("document.activeElement.closest('[role=dialog]') !== null")
    page.keyboard.press("Escape")
    page.wait_for_selector("[role=dialog]", state="detached")
    more(page, "Tour of the page")
    page.wait_for_selector("#tour[open]")
    page.keyboard.press("Escape")
    more(page, "Saved views")
    page.wait_for_selector("#saved-views[open]")
    page.keyboard.type("Sahel")
    page.keyboard.press("Enter")
    reach_named(page, "button", "Sahel")
    reach_named(page, "button", "Delete “Sahel”")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=No view has been saved yet.")


def test_the_language_is_changed_by_arrows(visit):
    page = visit.open(HERE)
    page.wait_for_url("**window=2019-01-01,2021-12-31**")
    reach(page, "#language input")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**lang=fr**")
    page.wait_for_selector(READY)
    assert page.get_attribute("html", "lang") == "fr"
    assert "window=2019-01-01,2021-12-31" in page.url


def test_the_pages_beside_the_map_are_gone_to(visit):
    for name, path in (("Import a file", "**/import**"), ("Enter an incident", "**/incident/new**"),
                       ("Region profiles", "**/region/**")):
        page = visit.open(HERE)
        more(page, name, role="link")
        page.wait_for_url(path)
        page.wait_for_selector("html[data-plain]")
