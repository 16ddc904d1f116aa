"""What a first and a second visit cost: bytes over the wire, and bytes kept by the browser.

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


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Run the real server over demonstration data in `folder`, and give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "app.py", "serve", "--demo", "--port", str(port)], cwd=CHECKOUT,
        env={**os.environ, "ATLAS_DEMO_STORE": str(folder)}, stderr=subprocess.DEVNULL)
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
        browser.close()
    print("| answer | first visit, kB | second visit, kB |\n|---|---|---|")
    for kind in sorted({kind for one in visits for kind in one}):
        first, second = (one.get(kind, 0) / 1000 for one in visits)
        print(f"| {kind} | {first:.0f} | {second:.0f} |")
    first, second = (sum(one.values()) / 1000 for one in visits)
    print(f"| all | {first:.0f} | {second:.0f} |")


if __name__ == "__main__":
    main()
