"""A person without a command line brings a file: seen, checked, confirmed, on the map."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys

import pytest

from data.exports import export
from data.ingest.options import Options
from data.ingest.run import import_files
from data.selection import Selection
from data.store import Store
from tests.browser.axe import violations
from tests.browser.conftest import CHECKOUT, PATIENCE, free_port, wait_for
from tests.browser.keys import reach, reach_named
from tests.support import held, plain, ucdp
from tests.unit.data.ingest.presets import files
from tests.unit.data.ingest.visits.files import visits

SIZES = [(1440, 900), (1024, 768), (390, 844)]
MOST_MB = 3
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
PRESETS = {
    "acled": files.acled({}, {"latitude": "north"}, {"country": "Niger"}),
    "ucdp-ged": ucdp({}, {"id": ""}),
    "unodc-ids": files.unodc({}, {"City": "Elsewhere"}),
    "unodc-totals": files.totals({}),
    "gtd": files.gtd({}, {"iday": 0}),
    "hxl": "when,where\n#date,#country+name\n2019-03-07,Mali\n",
    "generic": plain({"notes": "one"}, {"notes": "two"}),
    "ipis-mines": visits({}, {"pcode": "invented2"}),
}
HOSTILE = "<img src=x onerror=window.hacked=1>"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("brought")


@pytest.fixture(scope="module")
def own(folder):
    """The address of a server over a store of its own, which is empty at first."""
    port, log = free_port(), folder / "log.txt"
    environment = {**os.environ, "ATLAS_LANGUAGE": "en", "ATLAS_STORE": str(folder / "store"),
                   "ATLAS_UPLOADS": str(folder / "uploads"), "ATLAS_UPLOAD_MB": str(MOST_MB),
                   "ATLAS_PRESETS": str(folder / "presets")}
    command = [sys.executable, "app.py", "serve", "--store", str(folder / "store"),
               "--port", str(port)]
    with log.open("wb") as said:
        server = subprocess.Popen(command, cwd=CHECKOUT, stdout=said, stderr=said,
                                  env=environment)
        try:
            wait_for(port, server, log)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=20)


@pytest.fixture
def page(browser, own):
    """A page that must ask nobody else, and whose console must stay clean."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB",
                                  accept_downloads=True)
    opened, asked, wrong = context.new_page(), [], []
    opened.set_default_timeout(PATIENCE)
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    yield opened
    context.close()
    assert wrong == []
    assert [url for url in asked if not url.startswith((own, "data:", "blob:"))] == []


def begin(page, own, size=SIZES[0], language="en"):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{own}import?lang={language}")
    page.wait_for_selector("html[data-ready]")


def give(page, name, text, *more):
    """Choose files, each by its name and its text, and wait until they are understood."""
    pairs = [(name, text), *more]
    page.set_input_files("#choose", [
        {"name": each, "mimeType": "text/csv",
         "buffer": content if isinstance(content, bytes) else content.encode()}
        for each, content in pairs])
    settled(page, "#check")


def settled(page, selector):
    # By selectors alone: the page's policy lets no function be made of text.
    page.wait_for_selector(selector)
    page.wait_for_selector("#work, #sent", state="detached")


def fits(page):
    assert page.evaluate(OVERFLOW) <= 0


def contents(path):
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest()
            for file in sorted(path.rglob("*")) if file.is_file()}


def ours(tmp_path, settings):
    """Return an export of the atlas, of an invented incident."""
    path, store = tmp_path / "first.csv", Store(tmp_path / "other")
    path.write_text(plain({"notes": "exported"}), encoding="utf-8")
    import_files(store, [path], Options(source="Invented source"), settings)
    target = io.BytesIO()
    export(store.require(), Selection(), "csv", target)
    return target.getvalue().decode()


def test_a_file_of_each_preset_gets_to_the_map(page, own, folder, tmp_path, settings):
    store = Store(folder / "store")
    page.goto(own)
    page.get_by_role("link", name="Import a file").first.wait_for()
    every = {**PRESETS, "atlas": ours(tmp_path, settings)}
    for i, (preset, text) in enumerate(every.items()):
        begin(page, own, SIZES[i % len(SIZES)])
        fits(page)
        give(page, f"{preset}.csv", text)
        assert f"Recognised as {preset}:" in page.inner_text(".recognised")
        fits(page)
        before = contents(folder / "store") if store.folder.exists() else None
        page.click("#check")
        settled(page, "#confirm")
        fits(page)
        assert (contents(folder / "store") if store.folder.exists() else None) == before
        new = int(page.inner_text("[data-count=accepted] dd"))
        assert new > 0
        page.click("#confirm")
        page.wait_for_selector("#see")
        fits(page)
        assert f"{new} new" in page.inner_text("#content")
    assert {row["source"] for row in held(store)} >= {"ACLED", "UCDP GED", "generic.csv"}
    assert not list((folder / "uploads").rglob("files"))
    for size in SIZES:
        begin(page, own, size)
        give(page, "again.csv", plain({"notes": f"seen at {size}"}))
        page.click("#check")
        settled(page, "#confirm")
        page.click("#confirm")
        page.click("#see")
        page.wait_for_selector("html[data-ready]")
        page.wait_for_function("atlas.counts.now() !== null")
        assert page.evaluate("atlas.counts.cube().meta.total") == SIZES.index(size) + 1


def test_what_a_file_carries_is_shown_as_text(page, own):
    begin(page, own, SIZES[2])
    columns = [HOSTILE, *(f"column {i}" for i in range(300))]
    row = {"kind": HOSTILE, "country": HOSTILE, "notes": "=1+1"}
    rtl = {"notes": "\u202e" + HOSTILE + "\u202d", "lat": HOSTILE}
    give(page, f"{HOSTILE}.csv", plain(row, rtl, {"notes": "long " * 20_000}, extra=columns))
    fits(page)
    page.click("#part-mapping summary")
    fits(page)
    assert "onerror" in page.inner_text(".rows")
    page.click("#check")
    settled(page, "#confirm")
    fits(page)
    assert "onerror" in page.inner_text("#content")
    page.wait_for_selector(".doubts-map .land")
    assert page.locator("#content img, #content script, #content b b").count() == 0
    assert page.evaluate("window.hacked") is None
    with page.expect_download() as download:
        page.click("#download-rejects")
    assert HOSTILE in download.value.path().read_text("utf-8")
    page.click("#leave")
    page.wait_for_selector("#choose", state="attached")
    assert "have been deleted" in page.inner_text("#content")


def test_all_of_it_can_be_done_by_keyboard(page, own):
    # Playwright asks the browser for file choosers without waiting for its answer: asked no
    # sooner than the key is pressed, it may come too late, and the chooser is never told of.
    page.on("filechooser", lambda _: None)
    begin(page, own)
    reach(page, "#choose")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    text = "vu,saisi,lieu,latitude,longitude\n2019-03-07,2019-04-01,Gao,16.27,-0.04\n"
    chooser.value.set_files([{"name": "form.csv", "mimeType": "text/csv",
                              "buffer": text.encode()}])
    settled(page, ".way")
    reach_named(page, "button", "Go to “First day”")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "map-date_start"
    page.keyboard.type("vu")
    settled(page, "#check:not([disabled])")
    assert page.evaluate("document.activeElement.id") == "map-date_start"
    assert "7 Mar 2019" in page.inner_text(".rows")
    reach(page, "#check")
    page.keyboard.press("Enter")
    settled(page, "#confirm")
    reach(page, "#confirm")
    page.keyboard.press("Enter")
    page.wait_for_selector("#see")
    reach(page, "#see")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_step_meets_wcag(page, own, scheme):
    page.emulate_media(color_scheme=scheme)
    begin(page, own)
    assert violations(page) == []
    give(page, f"{scheme}.csv", plain({"notes": scheme}, {"lat": "north"}, {"country": "Niger"}))
    page.click("#part-mapping summary")
    page.check("#opt-full")
    assert violations(page) == []
    page.click("#check")
    settled(page, "#confirm")
    page.wait_for_selector(".doubts-map .land")
    assert violations(page) == []
    page.click("#confirm")
    page.wait_for_selector("#see")
    assert violations(page) == []


def test_it_speaks_french(page, own):
    begin(page, own, language="fr")
    give(page, "fr.csv", plain({"notes": "fr"}))
    assert "Enlèvement contre rançon" in page.inner_text(".rows")
    assert "7 mars 2019" in page.inner_text(".rows")
    page.click("#check")
    settled(page, "#confirm")
    assert "nouvel enregistrement" in page.inner_text(".counts")
    page.click("[data-language=en]")
    page.wait_for_selector("#confirm")
    assert "Confirming imports 1 record." in page.inner_text("#content")
    page.click("#leave")


def test_a_file_is_dropped_and_goes_on_where_it_was_cut_off(page, own):
    begin(page, own)
    text = plain({}) + "\n" * 10
    page.evaluate("""(text) => {
        const carried = new DataTransfer();
        carried.items.add(new File([text], "dropped.csv", { type: "text/csv" }));
        document.getElementById("drop").dispatchEvent(
          new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
    }""", text)
    settled(page, "#check")
    page.reload()
    settled(page, "#check")
    assert "dropped.csv" in page.inner_text("#content")
    page.click("#leave")


def test_what_is_too_large_or_empty_is_refused_before_a_byte_is_sent(page, own):
    begin(page, own, SIZES[2])
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for name, content, said in (("large.csv", b"a" * (MOST_MB * 1_000_000 + 1), "at most 3 MB"),
                                ("empty.csv", b"", "is empty")):
        page.set_input_files("#choose", [{"name": name, "mimeType": "text/csv",
                                          "buffer": content}])
        assert said in page.inner_text(".message.wrong")
    fits(page)
    assert asked == []


def test_a_file_that_is_no_table_is_answered_by_a_sentence(page, own):
    begin(page, own)
    give(page, "login.csv", "<!DOCTYPE html><html><body>Sign in</body></html>")
    assert "it is a web page" in page.inner_text(".message.wrong")
    assert page.is_disabled("#check")


@pytest.mark.shared
def test_boundaries_are_sent_to_the_command_that_loads_them(page, own, shared):
    begin(page, own)
    stem = "mli_admbnda_adm1_1m_gov_20211220"
    parts = sorted((shared / "data" / "boundaries").glob(f"{stem}.*"))
    page.set_input_files("#choose", parts)
    settled(page, ".message.wrong")
    assert "app.py boundaries FILE" in page.inner_text(".message.wrong")
