"""Two sides are compared by keys, in each way of looking at them."""

from __future__ import annotations

from tests.browser.keys import reach, reach_named

TOLD = "#compare-told .compare-says"


def test_each_way_of_comparing(visit):
    page = visit.open("?layers=hexagons&window=2019-01-01,2021-12-31")
    page.keyboard.press("c")
    page.wait_for_selector(TOLD)
    reach_named(page, "button", "Side by side")
    page.keyboard.press("Enter")
    page.wait_for_function("atlas.compare.view === 'side'")
    reach(page, "[data-view=swipe]")
    page.keyboard.press("Enter")
    reach(page, "#compare-split")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("atlas.compare.split < 0.5")
    page.wait_for_url("**compare=swipe:**")
    reach(page, "[data-view=difference]")
    page.keyboard.press("Enter")
    reach(page, "#compare-show")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("atlas.options.of('difference').show === 'more'")


def test_sides_are_narrowed_dated_and_left(visit):
    page = visit.open("?layers=hexagons&window=2019-01-01,2021-12-31")
    page.keyboard.press("c")
    page.wait_for_selector(TOLD)
    said = page.inner_text(TOLD)
    reach(page, "#compare-when")
    page.keyboard.press("ArrowDown")
    reach(page, "#compare-a-from")
    page.keyboard.press("Control+a")
    page.keyboard.type("2015-01")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("2015-12")
    page.keyboard.press("Enter")
    page.wait_for_function("atlas.options.of('difference').when === '2015-01-01,2015-12-31'")
    reach(page, "[data-side=b] summary")
    page.keyboard.press("Enter")
    reach(page, "#compare-b-kind")
    for _ in range(60):  # letters, typed slowly, would each begin a word anew
        if page.input_value("#compare-b-kind") == "kidnapping":
            break
        page.keyboard.press("ArrowDown")
    page.wait_for_function("atlas.options.of('difference').b.includes('kind=kidnapping')")
    page.wait_for_function("([told, said]) => document.querySelector(told).innerText !== said",
                           arg=[TOLD, said])
    reach(page, "#compare-panel [aria-label='Close the comparison']")
    page.keyboard.press("Enter")
    page.wait_for_selector("#compare-panel", state="hidden")
