"""The link of an old export offers the page as it was and as it is now."""

from __future__ import annotations

import pytest

from data import settings as configuration
from data.ingest.options import Options
from data.ingest.run import import_files
from data.manifest.mark import Mark
from data.store import Store
from tests.browser.axe import violations
from tests.browser.conftest import PATIENCE, READY, serving
from tests.support import plain


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    """An address over data that has changed since a link was made, and the link's mark."""
    folder = tmp_path_factory.mktemp("earlier")
    settings = configuration.load({}, store=folder / "store", language="en")

    def load(name, *rows):
        (folder / name).write_text(plain(*rows, extra=["id"]))
        import_files(Store(settings.store), [folder / name], Options(source="S"), settings)
        return Mark.of(Store(settings.store).require())

    mark = load("1.csv", {"id": "a"}, {"id": "b"})
    load("2.csv", {"id": "a", "fatalities": 5}, {"id": "c"}, {"id": "d"})
    with serving(Store(settings.store), folder / "log.txt") as address:
        yield address, mark


@pytest.fixture
def page(browser, old):
    """A page whose console must stay clean."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    opened, wrong = context.new_page(), []
    opened.set_default_timeout(PATIENCE)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    yield opened
    context.close()
    assert wrong == []


def counted(page):
    return page.locator(".sentence").inner_text()


def opened(page, old, key="as"):
    address, mark = old
    page.goto(f"{address}?{key}={mark}&lang=en")
    page.wait_for_selector(READY)
    bar = page.locator("#earlier")
    bar.wait_for()
    return bar


def test_as_it_is_now_takes_the_offer_away(page, old):
    bar = opened(page, old)
    assert "2 incidents then, 4 now: 2 added; 1 revised." in bar.inner_text()
    assert "4 incidents" in counted(page)
    assert violations(page) == []
    page.click("#earlier-stay")
    assert bar.count() == 0 and "as=" not in page.url


def test_as_it_was_shows_the_data_of_then(page, old):
    opened(page, old)
    page.click("#earlier-was")
    page.wait_for_url("**was=**")
    page.wait_for_selector(READY)
    page.locator("#earlier-now").wait_for()
    assert "2 incidents" in counted(page)
    page.click("#earlier-now")
    page.wait_for_url(lambda url: "was=" not in url)
    page.wait_for_selector(READY)
    assert "4 incidents" in counted(page) and page.locator("#earlier").count() == 0
