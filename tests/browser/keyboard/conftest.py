"""Pages used without a pointer: one window a module, in which a press of one is a failure."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visit

# Kept by the tab, through every page that it opens.
WATCH = """addEventListener("pointerdown", () => sessionStorage.setItem("pointed", "1"), true)"""


@pytest.fixture(scope="module")
def window(browser, address):
    """One browsing context, whose pages share what is fetched and kept."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="en-GB", accept_downloads=True,
        reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address.rstrip("/"))
    context.add_init_script(WATCH)
    yield context
    context.close()


@pytest.fixture
def visit(window, address):
    made = Visit(window.new_page(), address)
    page = made.page
    page.on("pageerror", lambda error: made.wrong.append(str(error)))
    page.on("console", lambda said: made.wrong.append(said.text) if said.type == "error" else None)
    yield made
    pointed = page.evaluate("sessionStorage.getItem('pointed')")
    page.close()
    assert pointed is None, "a pointer was used"
    assert made.wrong == []
