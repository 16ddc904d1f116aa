"""One step of the slider until its frame is painted, beside Plotly with the same hexagons.

12,000 hexagons, 144 months, 12 kinds, one process of Chromium without a GPU, one run. The page
is the real one over a real server; Plotly gets the counts ready-made. Both are drawn until the
last of their frames is finished: the graphics context is read back, which waits for it.

Needs Chromium on this machine.
"""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import plotly
import pyarrow as pa
from playwright.sync_api import Page, sync_playwright

from benchmarks.clock_data import CELLS, KINDS, MONTHS, RESOLUTION, build, window_counts
from benchmarks.first_visit import FLAGS, serving
from data import hexes

STEPS = 20
LENGTH = 12
VIEW = "2,16.5,4.55"
PAINTED = Path(__file__).with_name("clock_painted.js").read_text()
STYLE = {"version": 8, "sources": {}, "layers": [
    {"id": "ground", "type": "background", "paint": {"background-color": "#f3f0e9"}}]}
PLOTLY = """<!DOCTYPE html><meta charset="utf-8"><style>body { margin: 0 }</style>
<div id="map"></div><script src="plotly.min.js"></script>
<script>
(async () => {
  const { shapes, steps, size, style, view } = await (await fetch("data.json")).json();
  window.values = steps;
  await Plotly.newPlot("map", [{ type: "choroplethmap", geojson: shapes, z: steps[0],
    locations: shapes.features.map((one) => one.id), showscale: false, zmin: 0, zmax: 8,
    marker: { line: { width: 0 } } }],
    { map: { style, center: { lon: view[0], lat: view[1] }, zoom: view[2] },
      margin: { l: 0, r: 0, t: 0, b: 0 }, ...size }, { staticPlot: false });
  window.ready = true;
})();
</script>"""


def own(page: Page, address: str) -> dict[str, Any]:
    """Measure the page's own steps: painted, script alone, and what was asked of the server."""
    first, last = MONTHS[0], MONTHS[0] + np.timedelta64(LENGTH, "M") - np.timedelta64(1, "D")
    page.goto(f"{address}?window={first},{last.astype('datetime64[D]')}&res={RESOLUTION}"
              f"&layers=hexagons&view={VIEW}")
    page.wait_for_function("window.atlas && atlas.counts && atlas.boot && atlas.counts.now()",
                           timeout=120_000)
    page.wait_for_selector("#legend .legend-part", timeout=120_000)
    page.wait_for_timeout(4_000)
    drawn = page.evaluate("atlas.counts.now().cells.reduce((n, held) => n + (held > 0), 0)")
    page.evaluate("atlas.clock.drag(true)")  # as under a hand: nothing rests until it lets go
    told: dict[str, Any] = page.evaluate(
        "steps => painted.repeat(steps, () => atlas.clock.step(1))", STEPS)
    page.evaluate("atlas.clock.drag(false)")
    page.wait_for_timeout(3_000)
    return told | {"asked": asked_meanwhile(page), "drawn": drawn,
                   "rows": page.evaluate("atlas.counts.cube().columns.n.length"),
                   "size": page.evaluate("(({ width, height }) => ({ width, height }))"
                                         "(atlas.find('map').getBoundingClientRect())")}


def asked_meanwhile(page: Page) -> int:
    """Drag the window by hand, and play; return how many requests went out meanwhile."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    strip = page.locator("#window-band").bounding_box()
    assert strip is not None
    x, y = strip["x"] + strip["width"] / 2, strip["y"] + strip["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(STEPS):
        page.mouse.move(x + 12 * step, y)
        page.wait_for_timeout(50)
    dragging = len(asked)
    page.mouse.up()
    page.wait_for_timeout(3_000)
    asked.clear()
    page.evaluate("atlas.clock.play()")
    page.wait_for_timeout(4_000)
    return dragging + len(asked)


def theirs(page: Page, address: str) -> dict[str, Any]:
    """Measure Plotly's steps with the same hexagons and counts."""
    page.goto(address)
    page.wait_for_function("window.ready", timeout=120_000)
    page.wait_for_timeout(4_000)
    told: dict[str, Any] = page.evaluate(
        "steps => painted.repeat(steps, (i) => "
        "{ Plotly.restyle('map', { z: [values[i + 1]] }, [0]); })", STEPS)
    return told


@contextmanager
def folder_served(folder: Path) -> Iterator[str]:
    """Serve a folder from this machine to this machine."""
    handler = partial(_Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/index.html"
    finally:
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of requests."""


def plotly_page(folder: Path, table: pa.Table, size: dict[str, float]) -> None:
    """Write Plotly's page: the same outlines, and the counts of each window."""
    cells, steps = window_counts(table, LENGTH, STEPS + 1)
    vertices, starts = hexes.boundaries(cells)
    rings = [np.round(vertices[a:b], 5).tolist() for a, b in pairwise(starts.tolist())]
    shapes = {"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": hexes.text(cell), "properties": {},
         "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}}
        for cell, ring in zip(cells.tolist(), rings, strict=True)]}
    package = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    shutil.copy(package, folder / "plotly.min.js")
    (folder / "index.html").write_text(PLOTLY)
    (folder / "data.json").write_text(json.dumps({
        "shapes": shapes, "steps": steps.tolist(), "size": size, "style": STYLE,
        "view": [float(part) for part in VIEW.split(",")]}))


def main() -> None:
    """Print the times of a step, side by side."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("No Chromium on this machine: not measured.")
        return
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        table = build(folder / "store")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)

        def opened() -> Page:
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            context.add_init_script(PAINTED)
            return context.new_page()

        with serving(folder / "demo", store=folder / "store", ATLAS_CUBE_ROWS="2000000") as at:
            page = opened()
            ours = own(page, at)
            page.context.close()
        (folder / "plotly").mkdir()
        plotly_page(folder / "plotly", table, ours["size"])
        with folder_served(folder / "plotly") as at:
            beside = theirs(opened(), at)
        browser.close()
    print_table(ours, beside)


def print_table(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    """Print medians, the slowest step, their ratio, and what was asked."""
    own_median, their_median = (statistics.median(one["painted"]) for one in (ours, theirs))
    print(f"{CELLS:,} hexagons ({ours['drawn']:,} with incidents in the first window), "
          f"{len(MONTHS)} months, {len(KINDS)} kinds, {ours['rows']:,} rows of the cube.\n")
    print("| a step of a month | median, ms | slowest, ms |\n|---|---|---|")
    for title, values in (("this page, until painted", ours["painted"]),
                          ("of that, its own script", ours["script"]),
                          ("Plotly choroplethmap, until painted", theirs["painted"])):
        print(f"| {title} | {statistics.median(values):.1f} | {max(values):.1f} |")
    print(f"\nPlotly takes {their_median / own_median:.1f} times as long. Requests to the server "
          f"while dragging through {STEPS} places and playing 4 seconds: {ours['asked']}.")


if __name__ == "__main__":
    main()
