"""Views saved under a name stay in the browser, and bring the whole page back."""

from __future__ import annotations

import json

from tests.browser.axe import violations

HOSTILE = '<img src=x onerror="window.broken=1">'


def opened(page):
    page.locator("#more-menu").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Saved views").press("Enter")
    page.wait_for_selector("#saved-views[open]")


def saved(page, name):
    page.locator("#view-name").fill(name)
    page.keyboard.press("Enter")


def rest(page):
    page.wait_for_function("location.search === atlas.link.page().slice(location.pathname.length)")
    page.wait_for_timeout(400)
    return page.evaluate("location.search")


def test_a_view_is_saved_opened_renamed_and_deleted_by_keyboard(visit):
    page = visit.open("?kind=kidnapping&layers=hexagons,taxation&window=2019-01-01,2019-06-30")
    wanted = rest(page)
    opened(page)
    saved(page, HOSTILE)
    assert HOSTILE in page.locator("#saved-views .views").inner_text()
    assert violations(page) == []
    page.keyboard.press("Escape")

    page.evaluate("atlas.filters.clear(); atlas.give('layer-taxation-on', {checked: false})")
    page.wait_for_function("wanted => location.search !== wanted", arg=wanted)
    rest(page)
    opened(page)
    page.get_by_role("button", name=HOSTILE, exact=True).press("Enter")
    page.wait_for_function("wanted => location.search === wanted", arg=wanted)

    opened(page)
    page.get_by_role("button", name=f"Rename “{HOSTILE}”").press("Enter")
    page.keyboard.press("Control+a")
    page.keyboard.type("Spring of 2019")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Spring of 2019", exact=True).wait_for()
    page.get_by_role("button", name="Delete “Spring of 2019”").press("Enter")
    page.get_by_text("No view has been saved yet.").wait_for()
    assert page.evaluate("window.broken") is None


def test_a_name_is_replaced_only_when_asked_twice(visit):
    page = visit.open()
    opened(page)
    saved(page, "Gao")
    saved(page, "Gao")
    page.get_by_text("Save again to replace it.").wait_for()
    page.keyboard.press("Enter")
    page.get_by_text("“Gao” has been saved.").wait_for()
    assert page.evaluate("atlas.views.list().length") == 1


def test_views_travel_as_a_file(visit, tmp_path):
    page = visit.open()
    opened(page)
    saved(page, "Gao")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save all to a file").click()
    text = download.value.path().read_text()
    assert json.loads(text)["views"][0]["name"] == "Gao"

    other = tmp_path / "views.json"
    other.write_text(text.replace('"link": "?', '"link": "?country=ML&'))
    page.locator("#views-file").set_input_files(other)
    page.get_by_text("1 view has been taken in.").wait_for()
    assert page.locator(".view-open").all_inner_texts() == ["Gao", "Gao (2)"]

    other.write_text("[1, 2]")
    page.locator("#views-file").set_input_files(other)
    page.get_by_text("is not a file of saved views").wait_for()


def test_a_browser_that_keeps_nothing_says_so(visit):
    page = visit.open()
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    opened(page)
    saved(page, "Gao")
    page.get_by_text("This browser keeps nothing for this page").wait_for()
