"""An import end to end against the least that any import must do, measured in one run.

The least is the sum of DuckDB's `read_csv` into a table, one pass of the points over the
first-level units with a Shapely tree, and indexing every point with h3-py in a loop. The
rows are made up, in ACLED's layout (`benchmarks.acled_like`); each step runs once, in a process
of its own.

`python -m benchmarks importing` measures 200,000 rows, `python -m benchmarks.importing --rows N`
as many as are asked for; `--folder` names where their file may lie.
"""

from __future__ import annotations

import argparse
import csv
import multiprocessing as mp
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.acled_like import BROKEN, make

ROWS = 200_000


class Cost(NamedTuple):
    """What a step took: seconds, seconds of processor, and MB at most, its children's too."""

    seconds: float
    processor: float
    peak: float


def whole_import(path: Path) -> None:
    """Import the file into an empty store, as the command line does."""
    from data import settings
    from data.ingest.options import Options
    from data.ingest.run import import_files
    from data.store import Store

    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        store = Store(Path(folder))
        (report,) = import_files(store, [path], Options(), settings.load()).report.files
    assert report.accepted == report.rows_read - -(-report.rows_read // BROKEN)


def read_csv(path: Path) -> None:
    """Read the file into a table with the engine's own reader, which passes over broken rows."""
    import duckdb

    duckdb.execute("CREATE TABLE raw AS FROM read_csv($path, ignore_errors = true)",
                   {"path": str(path)})


def point_in_polygon(path: Path) -> None:
    """Ask a tree of the units for every point."""
    import shapely

    from data.boundaries import load_units

    lat, lon = _coordinates(path)
    load_units().tree.query(shapely.points(lon, lat), predicate="intersects")


def index_h3(path: Path) -> None:
    """Index every point in a loop."""
    import h3.api.numpy_int as h3

    lat, lon = _coordinates(path)
    for y, x in zip(lat.tolist(), lon.tolist(), strict=True):
        h3.latlng_to_cell(y, x, 9)


def _coordinates(path: Path) -> tuple[np.ndarray, np.ndarray]:
    saved = np.load(path.with_suffix(".npz"))
    return saved["lat"], saved["lon"]


def _save_coordinates(path: Path) -> None:
    pairs = []
    with path.open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            if row["latitude"] and row["longitude"]:
                pairs.append((float(row["latitude"]), float(row["longitude"])))
    both = np.array(pairs)
    np.savez(path.with_suffix(".npz"), lat=both[:, 0], lon=both[:, 1])


def _child(step: Callable[[Path], None], path: Path, answer: Connection) -> None:
    start = time.perf_counter()
    step(path)
    seconds = time.perf_counter() - start
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF,
                                                      resource.RUSAGE_CHILDREN))
    processor = sum(each.ru_utime + each.ru_stime for each in (own, others))
    # Linux counts 1,024 bytes as one, macOS each byte.
    unit = 1 if sys.platform == "darwin" else 1024
    peak = (own.ru_maxrss + others.ru_maxrss) * unit / 1e6
    answer.send(Cost(seconds, processor, peak))


def measure(step: Callable[[Path], None], path: Path) -> Cost:
    """Run a step in a process of its own."""
    context = mp.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(step, path, there))
    child.start()
    there.close()
    cost: Cost = here.recv()
    child.join()
    return cost


def main(rows: int = ROWS, folder: Path | None = None) -> None:
    """Print what each step took, and the ratio."""
    with tempfile.TemporaryDirectory(dir=folder) as inside:
        path = Path(inside) / "rows.csv"
        make(path, rows)
        size = path.stat().st_size
        _save_coordinates(path)
        least = {step.__name__: measure(step, path)
                 for step in (read_csv, point_in_polygon, index_h3)}
        ours = measure(whole_import, path)
    print(f"{rows:,} rows, {size / 1e6:,.0f} MB\n")
    print("| step | seconds | of processor | peak MB |\n|---|---|---|---|")
    for name, cost in {**least, "whole_import": ours}.items():
        print(f"| {name} | {cost.seconds:.2f} | {cost.processor:.2f} | {cost.peak:.0f} |")
    total = sum(cost.seconds for cost in least.values())
    print(f"\nwhole import / sum of the three: {ours.seconds / total:.1f}; "
          f"peak memory of the import: {ours.peak / 1e3:.1f} GB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    main(asked.rows, asked.folder)
