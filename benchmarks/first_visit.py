"""What a first and a second visit cost: bytes over the wire, and waiting on a slow link.

The slow link is Chromium's own: 4 Mbit/s and 100 ms. Waiting ends with the first frame
that shows the hexagons of the demonstration data.

Needs Chromium on this machine. The server is the real one, over the demonstration data.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

CHECKOUT = Path(__file__).parents[1]

FLAGS = ("--no-sandbox", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--no-first-run")
SETTLE_MS = 3_000
BYTES_A_SECOND = 4e6 / 8
SLOW = {"offline": False, "latency": 100, "downloadThroughput": BYTES_A_SECOND,
        "uploadThroughput": BYTES_A_SECOND}
"""A link of 4 Mbit/s both ways, 100 ms away."""
DRAWN = """() => new Promise((done) => {
    const look = () => (window.atlas && atlas.boot && atlas.counts.now() !== null
        ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))
        : setTimeout(look, 20));
    look();
})"""
"""Resolves to milliseconds since the visit began, once a frame has shown the counts."""


def visit(page: Page, address: str) -> dict[str, int]:
    """Load the page, let it settle, and return the bytes received by kind of answer."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    kinds: dict[str, str] = {}
    received: dict[str, int] = defaultdict(int)

    def answered(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"]

    def finished(event: dict[str, Any]) -> None:
        received[kinds.get(event["requestId"], "Other")] += int(event["encodedDataLength"])

    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", finished)
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(SETTLE_MS)
    session.detach()
    return dict(received)


def cube(page: Page) -> int:
    """Return the bytes over the wire of the hexagons' cube, as the open page asked for it."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.evaluate("""async () => {
        const asked = performance.getEntriesByType("resource")
            .find((entry) => entry.name.includes("/hexagons.bin"));
        await (await fetch(asked.name)).arrayBuffer();
    }""")
    page.wait_for_timeout(500)
    session.detach()
    return int(sum(sizes))


def waiting(page: Page, address: str) -> float:
    """Open the page over the slow link and return the seconds until the map shows data."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    page.goto(address, wait_until="commit")
    seconds = float(page.evaluate(DRAWN)) / 1000
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLE_MS)
    session.detach()
    return seconds


@contextmanager
def serving(folder: Path, store: Path | None = None, **settings: str) -> Iterator[str]:
    """Run the real server and give its address: over `store`, else demonstration data in `folder`.

    `settings` are variables of its environment.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "app.py", "serve", *(["--store", str(store)] if store else ["--demo"]),
         "--port", str(port)], cwd=CHECKOUT, stderr=subprocess.DEVNULL,
        env={**os.environ, "ATLAS_DEMO_STORE": str(folder), **settings})
    try:
        while server.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    """Print the bytes of both visits."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("No Chromium on this machine: not measured.")
        return
    with (tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as address,
          sync_playwright() as playwright):
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        visits = [visit(page, address) for _ in range(2)]
        demonstration = cube(page)
        slow = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        waits = [waiting(slow, address) for _ in range(2)]
        browser.close()
    print("| answer | first visit, kB | second visit, kB |\n|---|---|---|")
    for kind in sorted({kind for one in visits for kind in one}):
        first, second = (one.get(kind, 0) / 1000 for one in visits)
        print(f"| {kind} | {first:.0f} | {second:.0f} |")
    first, second = (sum(one.values()) / 1000 for one in visits)
    print(f"| all | {first:.0f} | {second:.0f} |")
    print(f"| seconds until the map shows data, 4 Mbit/s and 100 ms | {waits[0]:.1f} | "
          f"{waits[1]:.1f} |")
    print(f"\nThe cube of the demonstration data: {demonstration / 1000:.0f} kB over the wire.")


if __name__ == "__main__":
    main()
