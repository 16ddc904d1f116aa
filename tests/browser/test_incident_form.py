"""One incident is entered by keyboard, placed, saved, corrected, and never lost or misread."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from data import settings as configuration
from data.ingest.options import Options
from data.ingest.run import import_files
from data.store import Store
from tests.browser.axe import violations
from tests.browser.conftest import CHECKOUT, READY, Visit, free_port, wait_for
from tests.browser.keys import reach
from tests.support import held, plain

SOURCE = "An invented source"
HOSTILE = "<img src=x onerror='document.title=1'> & \"quoted\" </script>"
SAVED = "**/incident/*done=saved*"


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A store of its own with one invented record."""
    folder = tmp_path_factory.mktemp("own")
    file = folder / "file.csv"
    file.write_text(plain({"id": "a", "fatalities": 3, "notes": HOSTILE}, extra=["id"]))
    store = Store(folder / "store")
    settings = configuration.load({}, store=store.folder, language="en")
    import_files(store, [file], Options(source=SOURCE), settings)
    return store


@pytest.fixture(scope="module")
def served(own, tmp_path_factory):
    port, log = free_port(), tmp_path_factory.mktemp("form") / "log.txt"
    command = [sys.executable, "app.py", "serve", "--store", str(own.folder), "--port", str(port)]
    with log.open("wb") as said:
        server = subprocess.Popen(command, cwd=CHECKOUT, stdout=said, stderr=said,
                                  env={**os.environ, "ATLAS_LANGUAGE": "en"})
        try:
            wait_for(port, server, log)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=20)


@pytest.fixture
def visit(browser, served):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    made = Visit(context.new_page(), served)
    made.page.on("pageerror", lambda error: made.wrong.append(str(error)))
    yield made
    context.close()
    assert made.wrong == []


def opened(visit, path):
    visit.page.goto(visit.address + path)
    visit.page.wait_for_selector(READY)
    return visit.page


def record(own, number):
    return next(row for row in held(own) if row["source_record_id"] == number)


def check(page):
    page.click("#check")
    page.wait_for_selector("#save")


def save(page):
    page.click("#save")
    page.wait_for_url(SAVED)
    page.wait_for_selector(".message.done")


def test_an_incident_is_entered_by_keyboard_alone(visit, own):
    page = opened(visit, "incident/new?lang=en")
    reach(page, "#f-date_start")
    page.keyboard.type("2020-03-05")
    reach(page, "#place-map")
    page.keyboard.press("Enter")
    middle = float(page.input_value("#f-lat"))
    page.keyboard.press("ArrowUp")
    assert float(page.input_value("#f-lat")) > middle
    page.wait_for_function("document.getElementById('located').textContent.length > 10")
    reach(page, "#f-where_precision")
    page.keyboard.type("4")
    reach(page, "#add-actor")
    page.keyboard.press("Enter")
    page.keyboard.type("Some armed men")
    reach(page, "#f-source")
    page.keyboard.type("A field office")
    reach(page, "#f-source_record_id")
    page.keyboard.press("Control+A")
    page.keyboard.type("n1")
    reach(page, "#f-notes")
    page.keyboard.type("Invented: gunmen kidnapped a trader for ransom")
    reach(page, "#check")
    page.keyboard.press("Enter")
    page.wait_for_selector("#save")
    assert page.evaluate("document.activeElement.id") == "becomes"
    assert len(held(own)) == 1
    assert violations(page) == []
    reach(page, "#save")
    page.keyboard.press("Enter")
    page.wait_for_url(SAVED)
    row = record(own, "n1")
    assert (row["kind"], row["where_precision"], row["actors"][0]["name"]) == (
        "kidnapping", 4, "Some armed men")
    page.wait_for_selector("#see")
    page.click("#see")
    page.wait_for_selector(READY)
    page.wait_for_function("(() => { const s = atlas.counts.now(); return s && s.apart === 1; })()")


def test_a_correction_stands_in_the_history_and_hostile_text_stays_text(visit, own):
    id = record(own, "a")["incident_id"]
    page = opened(visit, f"incident/{id}?lang=en")
    assert page.input_value("#f-notes") == HOSTILE
    assert page.locator("#f-source").get_attribute("readonly") is not None
    page.fill("#f-fatalities_best", "many")
    page.click("#check")
    page.wait_for_selector("#f-fatalities_best[aria-invalid]")
    assert "not a whole number" in page.inner_text("#f-fatalities_best-wrong")
    page.fill("#f-fatalities_best", "5")
    page.fill("#reason", HOSTILE)
    check(page)
    page.fill("#f-victims", "2")
    assert page.locator("#save").count() == 0, "what was changed since has to be checked again"
    page.fill("#f-victims", "")
    check(page)
    assert "3 → 5" in page.inner_text("#result")
    save(page)
    history = page.inner_text("#history")
    assert "Revised once: deaths, best estimate: 3, then 5" in history
    assert HOSTILE in history
    assert page.locator("#content img").count() == 0
    assert page.title() != "1"


def test_a_record_changed_meanwhile_is_said_to_be_and_nothing_is_lost(visit, own):
    id = record(own, "a")["incident_id"]
    page = opened(visit, f"incident/{id}?lang=en")
    page.fill("#f-victims", "7")
    check(page)
    other = page.context.new_page()
    other.goto(page.url)
    other.wait_for_selector(READY)
    other.fill("#f-victims", "1")
    check(other)
    save(other)
    page.click("#save")
    page.wait_for_selector("#result [role=alert]")
    assert page.input_value("#f-victims") == "7"
    assert record(own, "a")["victims"] == 1
    check(page)
    assert "1 → 7" in page.inner_text("#result")
    save(page)
    assert record(own, "a")["victims"] == 7


def test_the_page_is_usable_on_a_phone_in_french_and_in_the_dark(visit, own):
    id = record(own, "a")["incident_id"]
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = opened(visit, f"incident/{id}?lang=fr")
    page.click("#theme-toggle")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert "Enlèvement contre rançon" in page.inner_text(".title")
    assert violations(page) == []
    page.click("#history summary")
    page.fill("#retire-reason", "vu deux fois")
    page.click("#retire")
    page.wait_for_url("**done=retired*")
    page.wait_for_selector("#restore")
    assert [row["source_record_id"] for row in held(own)] == ["n1"]
    page.click("#restore")
    page.wait_for_url("**done=restored*")
    assert record(own, "a")["victims"] == 7
