"""A “?” explains its term where it stands, by keys alone, and help lists all terms."""

from __future__ import annotations

from callbacks import glossary
from tests.browser.axe import violations

HINT = ".hinted .hint[data-term=hexagon]"


def test_a_word_is_explained_beside_its_control_and_the_focus_comes_back(visit):
    page = visit.open("?lang=fr")
    page.focus(HINT)
    page.keyboard.press("Enter")
    page.wait_for_selector(".explained:popover-open")
    said = glossary.BY_ID["hexagon"].says.render("fr")
    assert page.text_content("#explained-says") == said
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.wait_for_selector(".explained", state="detached")
    assert page.evaluate("document.activeElement.matches(arguments[0])".replace(
        "arguments[0]", f"'{HINT}'"))


def test_from_a_word_help_opens_at_all_of_them(visit):
    page = visit.open("?lang=en")
    page.click(HINT)
    page.click(".explained .plain-button")
    page.wait_for_selector("#help[open]")
    assert page.locator("#help .glossary dt").count() == len(glossary.TERMS)
    page.wait_for_function("document.activeElement.closest('#help-words') !== null")


def test_a_place_of_the_map_offers_to_add_an_incident_there(visit):
    page = visit.open("?lang=en")
    page.focus("#map")
    page.keyboard.press("n")
    page.wait_for_selector(".here:popover-open")
    view = page.evaluate("atlas.state.view")
    page.keyboard.press("Enter")
    page.wait_for_url("**/incident/new?**")
    assert abs(float(page.input_value("[name=lat]")) - view["latitude"]) < 0.001
    assert abs(float(page.input_value("[name=lon]")) - view["longitude"]) < 0.001
