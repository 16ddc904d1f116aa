"""A real Chromium before a real server, over a small synthetic store."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page

from data.demo.generator import generate
from data.demo.store import fill
from data.store import Store

INCIDENTS = 1500
CHECKOUT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = ("--no-sandbox", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--no-first-run")
READY = "html[data-ready]"
PATIENCE = 30_000


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def chromium():
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and os.environ.get("ATLAS_REQUIRE_BROWSER") == "1":
        pytest.fail("ATLAS_REQUIRE_BROWSER is set, and there is no Chromium")
    if found is None:
        pytest.skip("no Chromium on this machine")
    return found


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("store"))
    fill(store, generate(seed=11, n=INCIDENTS))
    return store


@pytest.fixture(scope="session")
def snapshot(store):
    return store.require()


@pytest.fixture(scope="session")
def address(store, tmp_path_factory):
    """The address of a server of its own process, started as a newcomer starts it."""
    with serving(store, tmp_path_factory.mktemp("server") / "log.txt") as started:
        yield started


@contextmanager
def serving(store, log, **settings):
    """Start a server over a store, `settings` in its environment, and give its address."""
    port = free_port()
    command = [sys.executable, "app.py", "serve", "--store", str(store.folder), "--port", str(port)]
    with log.open("wb") as said:
        server = subprocess.Popen(command, cwd=CHECKOUT, stdout=said, stderr=said,
                                  env={**os.environ, "ATLAS_LANGUAGE": "en", **settings})
        try:
            wait_for(port, server, log)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port, server, log):
    for _ in range(600):
        assert server.poll() is None, log.read_text()
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the server did not start: " + log.read_text())


@pytest.fixture(scope="session")
def browser():
    executable = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield opened
        opened.close()


@dataclass
class Visit:
    """An open page, what it asked for, and what went wrong on it."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def open(self, query=""):
        self.page.goto(self.address + query)
        self.page.wait_for_selector(READY, timeout=PATIENCE)
        self.page.wait_for_function("atlas.counts.now() !== null", timeout=PATIENCE)
        return self.page

    def legend(self):
        """Wait until the legend has come, and the page has settled."""
        self.page.wait_for_selector("#legend .legend-part", timeout=PATIENCE)
        self.page.wait_for_timeout(500)

    def requests(self):
        """Return what the page asked of the server, its icon apart."""
        return [url for url in self.asked if "favicon" not in url]


@pytest.fixture
def visit(browser, address):
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="en-GB", accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address.rstrip("/"))
    page = context.new_page()
    made = Visit(page, address)
    page.on("request", lambda request: made.asked.append(request.url))
    page.on("pageerror", lambda error: made.wrong.append(str(error)))
    page.on("console", lambda said: made.wrong.append(said.text) if said.type == "error" else None)
    yield made
    context.close()
    elsewhere = [url for url in made.asked if not url.startswith((address, "data:", "blob:"))]
    assert made.wrong == []
    assert elsewhere == []
