"""The search field: found by a key, gone through by arrows, and each answer acts."""

from __future__ import annotations

from data.ground import Ground
from data.queries.filters import selected
from data.selection import Selection
from data.settle import settled

PATIENCE = 30_000
COUNTED = "n => atlas.counts.now() && atlas.counts.now().placed + atlas.counts.now().apart === n"


def look_for(page, text):
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.id === 'search'")
    page.wait_for_function("document.getElementById('search-list') && atlas.search")
    page.keyboard.type(text, delay=25)
    page.wait_for_selector("#search-list [role=option]", timeout=PATIENCE)
    page.wait_for_timeout(500)


def choose(page, words):
    """Go to an answer by arrow keys, and take it by Enter."""
    for _ in range(25):
        page.keyboard.press("ArrowDown")
        at = page.get_attribute("#search", "aria-activedescendant")
        if words in page.inner_text("#" + at):
            page.keyboard.press("Enter")
            return
    raise AssertionError(words)


def counts(page, snapshot):
    query = page.evaluate("atlas.state.selection")
    rows = selected(settled(Selection.from_query(query), Ground(snapshot)))
    n = snapshot.rows(rows.count().name("n").as_table())[0]["n"]
    page.wait_for_function(COUNTED, arg=n, timeout=PATIENCE)
    return n


def test_a_misspelt_place_is_flown_to_and_filters_by_keys_alone(visit, snapshot):
    page = visit.open()
    look_for(page, "tombuktu")
    assert page.get_attribute("#search", "aria-expanded") == "true"
    choose(page, "town, Mali")
    page.wait_for_selector("#place-card", timeout=PATIENCE)
    view = page.evaluate("atlas.state.view")
    assert abs(view["longitude"] + 3.007) < 0.05 and view["zoom"] >= 9
    page.keyboard.press("Enter")
    page.wait_for_function("location.search.includes('area=circle:-3.0')", timeout=PATIENCE)
    counts(page, snapshot)


def test_a_region_is_shown_and_becomes_the_selection(visit, snapshot):
    page = visit.open()
    look_for(page, "Kidal")
    choose(page, "first-level unit")
    page.wait_for_selector("#place-card", timeout=PATIENCE)
    page.click("#place-card button >> nth=0")
    page.wait_for_function("location.search.includes('unit=ML-8')", timeout=PATIENCE)
    counts(page, snapshot)


def test_actors_and_words_filter(visit, snapshot):
    page = visit.open()
    look_for(page, "armed")
    choose(page, "Armed group (unidentified)")
    page.wait_for_function("location.search.includes('actor-is=')", timeout=PATIENCE)
    assert counts(page, snapshot) > 0
    look_for(page, "herd")
    choose(page, "herd")
    page.wait_for_function("location.search.includes('text=herd')", timeout=PATIENCE)
    counts(page, snapshot)


def test_searches_leave_no_trace(visit):
    page = visit.open()
    look_for(page, "kidal")
    assert not any("kidal" in url.lower() for url in visit.asked)
    stored = "JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })"
    assert "kidal" not in page.evaluate(stored).lower()
    page.keyboard.press("Escape")
    assert page.get_attribute("#search", "aria-expanded") == "false"
    page.keyboard.press("Escape")
    assert page.input_value("#search") == ""


def test_on_a_phone_an_icon_opens_it(visit):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.open()
    assert not page.is_visible("#search")
    page.click("#search-open")
    page.wait_for_function("document.activeElement.id === 'search'")
    page.keyboard.type("gao", delay=25)
    page.wait_for_selector("#search-list [role=option]", timeout=PATIENCE)
    box = page.locator("#search-list").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert not page.is_visible("#search")
    assert page.evaluate("document.activeElement.id") == "search-open"
