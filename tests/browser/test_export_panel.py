"""The export panel: choices, a preview that is true, the file, and nothing left behind."""

from __future__ import annotations

import io
import zipfile

import pytest
from pypdf import PdfReader

from tests.browser.axe import violations
from tests.browser.conftest import serving

QUERY = "?country=ML&window=2019-01-01,2021-12-31&layers=hexagons&lang=en"
DRAWN = ".export-preview:not([data-busy]) .export-shown img"
PATIENCE = 60_000


@pytest.fixture(scope="module")
def lying(tmp_path_factory):
    """The folder that this server keeps what is not fetched yet in."""
    return tmp_path_factory.mktemp("lying")


@pytest.fixture(scope="module")
def address(store, lying, tmp_path_factory):
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with serving(store, log, TMPDIR=str(lying)) as started:
        yield started


def opened(visit, query=QUERY):
    page = visit.open(query)
    page.keyboard.press("e")
    page.wait_for_selector(DRAWN, timeout=PATIENCE)
    return page


def said(page, text):
    page.wait_for_function("text => atlas.find('export-live').textContent.includes(text)", arg=text,
                           timeout=PATIENCE)


def test_it_opens_by_a_key_holds_the_focus_and_gives_it_back(visit):
    page = opened(visit)
    assert page.evaluate("document.activeElement.value") == "pdf"
    assert page.input_value("#export-title") == "All kinds of incident · Mali"
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body "
                             "|| atlas.find('export-panel').contains(document.activeElement)")
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "export-open"


def test_the_preview_and_the_file_say_the_title(visit):
    page = opened(visit)
    before = page.get_attribute(DRAWN, "src")
    page.fill("#export-title", "Gao <b>& été</b>, 2019")
    page.fill("#export-subtitle", "")
    said(page, "Gao <b>& été</b>, 2019")
    assert page.get_attribute(DRAWN, "src") != before
    with page.expect_download(timeout=PATIENCE) as waiting:
        page.get_by_role("button", name="Make the file").press("Enter")
    assert waiting.value.suggested_filename == "gao-b-ete-b-2019.pdf"
    reader = PdfReader(waiting.value.path())
    assert reader.metadata.title == "Gao <b>& été</b>, 2019"
    assert "Gao <b>& été</b>, 2019" in reader.pages[0].extract_text()
    page.get_by_role("link", name="gao-b-ete-b-2019.pdf").wait_for()
    assert violations(page) == []


def test_a_cancelled_export_leaves_nothing(visit, lying):
    page = opened(visit)
    before = set(lying.glob("atlas-exports-*/*"))
    page.select_option("#export-several", "series")
    said(page, "Sheet 1 of 3")
    page.get_by_role("button", name="Next sheet").click()
    said(page, "Sheet 2 of 3")
    page.get_by_role("button", name="Make the file").click()
    page.wait_for_selector(".export-state .phase:has-text('is being made')", timeout=PATIENCE)
    assert set(lying.glob("atlas-exports-*/*")) != before
    page.get_by_role("button", name="Cancel").press("Enter")
    page.get_by_text("Cancelled; nothing is left of it.").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Make the file"
    for _ in range(300):
        if set(lying.glob("atlas-exports-*/*")) == before:
            break
        page.wait_for_timeout(100)
    assert set(lying.glob("atlas-exports-*/*")) == before


def test_a_refusal_of_what_was_cancelled_is_not_told_of_what_came_after(visit):
    page, held = opened(visit), []

    def hold(route):
        held.append(route)

    page.route("**/jobs?*", hold)
    page.get_by_role("button", name="Make the file").click()
    page.get_by_role("button", name="Cancel").press("Enter")
    page.get_by_text("Cancelled; nothing is left of it.").wait_for()
    held[0].fulfill(status=429, json={"message": "Too many"})
    page.wait_for_timeout(300)
    assert page.inner_text(".export-state .problem") == ""
    assert page.inner_text(".export-state .phase") == "Cancelled; nothing is left of it."
    visit.wrong.clear()  # the refusal is an error of HTTP, and is meant to be


def test_a_package_says_what_leaves_before_it_is_made(visit):
    page = opened(visit)
    page.get_by_label("CSV", exact=True).check()
    page.wait_for_selector(".export-preview[data-shows=package]:not([data-busy])")
    assert page.is_hidden("#export-title")
    assert "Nothing is held back." in page.inner_text(".export-shown")
    assert "# All kinds of incident · Mali" in page.inner_text(".export-shown pre")
    page.select_option("#export-coarsen", "4")
    page.wait_for_selector(".export-table th:has-text('cell')")
    assert violations(page) == []
    with page.expect_download(timeout=PATIENCE) as waiting:
        page.get_by_role("button", name="Make the file").click()
    names = zipfile.ZipFile(io.BytesIO(waiting.value.path().read_bytes())).namelist()
    assert {"hexagons.csv", "README.md"} <= set(names)


def test_a_wrong_date_is_told_at_its_field_and_in_french_on_a_phone(visit):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.open(QUERY.replace("lang=en", "lang=fr") + "&export=compare")
    page.wait_for_selector(DRAWN, timeout=PATIENCE)
    assert page.input_value("#export-several") == "compare"
    assert page.input_value("#export-language") == "fr"
    page.fill("#export-second_to", "hier")
    page.wait_for_selector("#export-second_to[aria-invalid]")
    assert "Écrivez une date" in page.inner_text("#export-second_to-error")
    assert page.evaluate("document.querySelector('.export-body').scrollWidth <= innerWidth")
    assert "export=" not in page.evaluate("atlas.link.page()")
    page.evaluate("atlas.theme.toggle()")
    assert violations(page) == []
    visit.wrong.clear()  # the refused preview is an error of HTTP, and is meant to be


def test_a_link_brings_the_brief_of_a_region(visit):
    page = visit.open(QUERY + "&export=brief:ML-7")
    page.wait_for_selector(DRAWN, timeout=PATIENCE)
    assert page.input_value("#export-several") == "brief"
    assert page.input_value("#export-region") == "ML-7"
