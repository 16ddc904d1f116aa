"""Each kind of filter is set and let go by keys."""

from __future__ import annotations

from data.search.actors import named
from data.selection import Selection
from tests.browser.keys import reach
from tests.browser.test_page import total, wait_for_count

WRITTEN = {"#filter-from": ("2020", "from=2020"), "#filter-to": ("2020-06", "to=2020-06"),
           "#filter-actor": ("armed", "actor=armed"), "#filter-text": ("road", "text=road"),
           "#filter-bbox": ("-4,12,2,18", "bbox=-4,12,2,18"),
           "#filter-unit": ("Gao", "unit=ML-7")}
LISTED = {"#filter-precision": "max-where-precision=2",
          "#filter-date-precision": "max-date-precision=2",
          "#filter-weekday": "weekday=2", "#filter-month": "month=2"}


def begin(visit):
    page = visit.open("?layers=hexagons")
    page.keyboard.press("f")
    return page


def test_values_are_searched_chosen_and_taken_back(visit, snapshot):
    page = begin(visit)
    reach(page, "#filter-kind")
    page.keyboard.type("kidn")
    page.wait_for_selector("[role=option]:has-text('Kidnapping for ransom')")
    assert page.get_attribute("[role=combobox]:focus", "aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    wait_for_count(page, total(snapshot, "kind=kidnapping"))
    page.keyboard.press("Escape")
    assert page.get_attribute("[role=combobox]:focus", "aria-expanded") == "false"
    reach(page, "#filter-country")
    page.keyboard.type("niger")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    wait_for_count(page, total(snapshot, "kind=kidnapping&country=NE"))
    page.keyboard.press("Escape")
    page.keyboard.press("Backspace")
    wait_for_count(page, total(snapshot, "kind=kidnapping"))
    reach(page, "#clear-filters")
    page.keyboard.press("Enter")
    wait_for_count(page, total(snapshot, ""))


def test_what_is_written_filters(visit, snapshot):
    page = begin(visit)
    for field, (keys, query) in WRITTEN.items():
        reach(page, field)
        page.keyboard.type(keys)
        page.keyboard.press("Enter")
        wait_for_count(page, total(snapshot, query))
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        page.keyboard.press("Enter")
        wait_for_count(page, total(snapshot, ""))


def test_what_is_listed_is_chosen_by_arrows(visit, snapshot):
    page = begin(visit)
    for field, query in LISTED.items():
        reach(page, field)
        page.keyboard.press("ArrowDown")
        page.wait_for_selector("[role=option][data-combobox-selected]:visible")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        wait_for_count(page, total(snapshot, query))
        page.keyboard.press("Escape")
        page.evaluate("atlas.filters.clear()")
        wait_for_count(page, total(snapshot, ""))


def test_a_whole_name_of_an_actor_is_written_and_taken_back(visit, snapshot):
    name = snapshot.rows(named(Selection()).limit(1))[0]["name"]
    page = begin(visit)
    reach(page, "#filter-actor-is")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    wait_for_count(page, total(snapshot, f"actor-is={name}"))
    page.keyboard.press("Backspace")
    wait_for_count(page, total(snapshot, ""))
