"""An atlas of ten regions drawn by one process, and by as many as there are cores.

Both draw the same pages as PDF, in turn, from one snapshot of invented incidents; what each
takes includes the start of its processes. The bytes of every page must be the same.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from data.demo.generator import generate
from data.demo.store import fill
from data.selection import Selection
from data.settings import load
from data.store import Snapshot, Store
from layers.exports.drawing import Task, drawn
from layers.exports.made import silent
from layers.sheet.description import Sheet, Shown
from layers.sheet.press import Press
from layers.sheet.several.atlas import atlas
from layers.sheet.several.page import Page, Single

INCIDENTS, REGIONS, ROUNDS = 20_000, 10, 3


def snapshot(folder: Path) -> Snapshot:
    """Build a store of invented incidents."""
    return fill(Store(folder), generate(seed=5, n=INCIDENTS))


def pages(press: Press) -> Sequence[Page]:
    """Return the sheets of the regions with the most incidents, and no overview."""
    sheet = Sheet(selection=Selection.of(country=["ML", "BF", "NE"]),
                  layers=(Shown("hexagons"), Shown("corridors")))
    return [one for one in atlas(sheet, 1, press) if isinstance(one, Single)][:REGIONS]


def seconds(
    found: Sequence[Page], held: Snapshot, folder: Path, workers: int
) -> tuple[float, list[bytes]]:
    """Draw pages by so many processes; return how long it takes, and their bytes.

    The press is a new one each time: none has asked before.
    """
    tasks = [Task(page, folder / f"{i}.pdf", "pdf", 200) for i, page in enumerate(found)]
    press = Press(held, load({}))
    start = time.perf_counter()
    drawn(tasks, press, silent, workers)
    took = time.perf_counter() - start
    return took, [task.path.read_bytes() for task in tasks]


def main() -> None:
    """Print the medians of both, in turn, their ratio, and whether the bytes are the same."""
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        held = snapshot(folder / "store")
        found = pages(Press(held, load({})))
        assert len(found) == REGIONS
        times: dict[int, list[float]] = {1: [], cores: []}
        made: list[list[bytes]] = []
        for _ in range(ROUNDS):
            for workers, taken in times.items():
                took, drawn_ = seconds(found, held, folder, workers)
                taken.append(took)
                made.append(drawn_)
    alone, together = (statistics.median(times[workers]) for workers in (1, cores))
    same = all(one == made[0] for one in made)
    print("| regions | one process | as many as cores | cores | times as fast | same bytes |\n"
          "|---|---|---|---|---|---|")
    print(f"| {REGIONS} | {alone:.1f} s | {together:.1f} s | {cores} | {alone / together:.2f} | "
          f"{'yes' if same else 'no'} |")


if __name__ == "__main__":
    main()
