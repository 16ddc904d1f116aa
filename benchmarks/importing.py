"""An import end to end against the least that any import must do, measured in one run.

The least is the sum of DuckDB's `read_csv` into a table, one pass of the points over the
first-level units with a Shapely tree, and indexing every point with h3-py in a loop. The
rows are made up, in UCDP's release layout; each step runs once, in a process of its own.
"""

from __future__ import annotations

import csv
import multiprocessing as mp
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np

ROWS = 200_000
COLUMNS = (
    "id", "relid", "year", "type_of_violence", "side_a", "side_b", "number_of_sources",
    "source_headline", "where_prec", "where_coordinates", "adm_1", "adm_2", "latitude",
    "longitude", "country", "date_prec", "date_start", "date_end", "best", "high", "low",
)


def make(path: Path, rows: int = ROWS, seed: int = 7) -> None:
    """Write `rows` made-up records; places repeat as they do in real files."""
    random = np.random.default_rng(seed)
    sites = np.column_stack([random.uniform(11, 19, 4000), random.uniform(-8, 8, 4000)])
    chosen = sites[random.integers(0, len(sites), rows)].round(4)
    days = np.datetime64("2010-01-01") + random.integers(0, 5500, rows)
    note = "Invented record for measuring an import; it says nothing about any place. " * 3
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(COLUMNS)
        for i in range(rows):
            day, deaths = f"{days[i]} 00:00:00.000", int(i % 7)
            writer.writerow([
                i, f"INV-{i}", str(days[i])[:4], 1 + i % 3, "Party A", "Party B", 1, note,
                1 + i % 5, f"Place {i % 4000}", "", "", chosen[i, 0], chosen[i, 1], "", 1, day,
                day, deaths, deaths + 1, deaths])


def whole_import(path: Path) -> None:
    """Import the file into an empty store, as the command line does."""
    from data import settings
    from data.ingest.run import Options, import_files
    from data.store import Store

    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        outcome = import_files(store, [path], Options(), settings.load())
    assert outcome.report.total("accepted") == ROWS


def read_csv(path: Path) -> None:
    """Read the file into a table with the engine's own reader."""
    import duckdb

    duckdb.execute("CREATE TABLE raw AS FROM read_csv($path)", {"path": str(path)})


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
    with path.open(encoding="utf-8", newline="") as source:
        pairs = np.array([(float(r["latitude"]), float(r["longitude"]))
                          for r in csv.DictReader(source)])
    np.savez(path.with_suffix(".npz"), lat=pairs[:, 0], lon=pairs[:, 1])


def _child(step: Callable[[Path], None], path: Path, answer: Connection) -> None:
    start = time.perf_counter()
    step(path)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts kilobytes, macOS bytes.
    answer.send((seconds, peak / (1024 * 1024 if sys.platform == "darwin" else 1024)))


def measure(step: Callable[[Path], None], path: Path) -> tuple[float, float]:
    """Run a step in a process of its own; return its seconds and its peak memory in MB."""
    context = mp.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(step, path, there))
    child.start()
    there.close()
    figures = here.recv()
    child.join()
    return figures  # type: ignore[no-any-return]


def main() -> None:
    """Print each step's seconds and peak memory, and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        make(path)
        _save_coordinates(path)
        least = {step.__name__: measure(step, path)
                 for step in (read_csv, point_in_polygon, index_h3)}
        ours = measure(whole_import, path)
    print(f"{ROWS:,} rows\n\n| step | seconds | peak MB |\n|---|---|---|")
    for name, (seconds, peak) in {**least, "whole_import": ours}.items():
        print(f"| {name} | {seconds:.2f} | {peak:.0f} |")
    total = sum(seconds for seconds, _ in least.values())
    print(f"\nwhole import / sum of the three: {ours[0] / total:.1f}")


if __name__ == "__main__":
    main()
