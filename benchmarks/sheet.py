"""A full sheet of 12,000 hexagons with boundaries, against the plain plot of the same.

The plain plot is GeoPandas and matplotlib alone: the same hexagons in the same colours, land
and boundaries as far as they are seen, on a page as large, saved as PDF; no title, no legend,
no projection. Both are made in turn in one process, from the same answers, and both read the
ground before.
"""

from __future__ import annotations

import io
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import geopandas
import numpy as np
import pyarrow as pa
import shapely
from matplotlib.figure import Figure

from data import hexes
from data.demo.generator import generate
from data.demo.store import fill
from data.settings import load
from data.store import Snapshot, Store
from layers.base import Request
from layers.marks import Area
from layers.registry import BY_ID
from layers.sheet.compose import compose
from layers.sheet.description import Sheet, Shown
from layers.sheet.press import Press
from layers.sheet.save import save
from layers.sheet.topology import ground

CELLS, RESOLUTION, ROUNDS = 12_000, 5, 7
WEST, SOUTH, EAST, NORTH = -12.0, 10.0, 14.5, 24.0


def snapshot(folder: Path) -> Snapshot:
    """Build a store with an incident in each of so many hexagons, and some more."""
    lon, lat = (one.ravel() for one in np.meshgrid(
        np.linspace(WEST, EAST, 400), np.linspace(SOUTH, NORTH, 250)))
    cells = hexes.index(lat, lon, np.full(len(lon), 1, np.int8))
    parents = hexes.parents(cells, RESOLUTION)
    _, first = np.unique(parents, return_index=True)
    chosen = np.sort(first)[:CELLS]
    assert len(chosen) == CELLS
    at = np.concatenate([chosen, np.random.default_rng(3).choice(chosen, 20_000)])
    rows = generate(seed=5, n=len(at)).to_pydict()
    rows |= {"lat": lat[at], "lon": lon[at], "cell": cells[at],
             "where_precision": np.full(len(at), 1, np.int8)}
    made = pa.table({name: pa.array(rows[name], kind) for name, kind in
                     zip(rows, generate(seed=5, n=1).schema.types, strict=True)})
    return fill(Store(folder), made)


def plain(press: Press) -> bytes:
    """Plot hexagons, land and boundaries, and nothing else."""
    layer = BY_ID["hexagons"]
    found, used = press.asked(layer, _request(press))
    legend = layer.legend(found, used)
    drawing = [mark for mark in layer.drawing(found, used) if isinstance(mark, Area)]
    figure = Figure(figsize=(11.69, 8.27))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    seen = shapely.box(WEST, SOUTH, EAST, NORTH)
    for name, how in (("land", {"facecolor": "#f3f0e9"}), ("borders", {"color": "#8d877b"})):
        shapes = [shapely.intersection(shapely.make_valid(one.shape), seen)
                  for one in ground()[name]]
        geopandas.GeoSeries([one for one in shapes if not one.is_empty]).plot(
            ax=axes, aspect=None, linewidth=0.6, **how)
    geopandas.GeoSeries([mark.shape for mark in drawing]).plot(
        ax=axes, aspect=None, edgecolor="#fbfaf7", linewidth=0.5,
        color=[legend.style(mark.key).colours[0] for mark in drawing])
    axes.set_xlim(WEST, EAST)
    axes.set_ylim(SOUTH, NORTH)
    into = io.BytesIO()
    figure.savefig(into, format="pdf")
    return into.getvalue()


def full(press: Press) -> bytes:
    """Compose and save the sheet."""
    sheet = Sheet(layers=(Shown("hexagons"),), extent=(WEST, SOUTH, EAST, NORTH),
                  resolution=RESOLUTION)
    into = io.BytesIO()
    save(compose(sheet, press), into, "pdf")
    return into.getvalue()


def _request(press: Press) -> Request:
    return Request(resolution=RESOLUTION, most_rows=press.settings.cube_rows,
                   most_points=press.settings.points_shown)


def seconds(make: Callable[[Press], bytes], press: Press) -> float:
    """Return how long a sheet takes."""
    start = time.perf_counter()
    make(press)
    return time.perf_counter() - start


def main() -> None:
    """Print the medians of both, in turn, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        press = Press(snapshot(Path(folder)), load({}))
        layer = BY_ID["hexagons"]
        found, used = press.asked(layer, _request(press))
        drawn = len(layer.drawing(found, used))
        for make in (plain, full):
            make(press)
        times: dict[str, list[float]] = {"plain": [], "full": []}
        for _ in range(ROUNDS):
            times["plain"].append(seconds(plain, press))
            times["full"].append(seconds(full, press))
    base, whole = (statistics.median(times[name]) for name in ("plain", "full"))
    print("| sheet of | hexagons | plain plot | full sheet | ratio |\n|---|---|---|---|---|")
    print(f"| PDF, A4 | {drawn:,} | {base:.2f} s | {whole:.2f} s | {whole / base:.2f} |")


if __name__ == "__main__":
    main()
