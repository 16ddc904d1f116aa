"""Names of places, misspelt, set against a gazetteer: how many are found right, refused, wrong.

Populated places are drawn from a GeoNames dump, shuffled, each misspelt once by the rules of
`benchmarks.misspelling`, and given by name and first-level unit, as a record without
coordinates would give them. Right is a point within 10 km of the place that was drawn.

`python -m benchmarks gazetteer` reads the dump beside the checkout; `python -m
benchmarks.gazetteer FILE [COUNTRY]` reads another.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.misspelling import misspelt
from data.areas.drawn import drawn
from data.gazetteer import geonames
from data.gazetteer.places import Places, is_point_like, of_rows
from data.ingest.borders import GEOD
from data.ingest.locate import Locator, Points
from data.ingest.placing import Asked, Placed, Placer

DUMP = Path(__file__).parents[2] / "shared" / "data" / "geonames" / "ML.txt"
COUNTRY = "ML"
NAMES = 500
SEED = 4
RIGHT_KM = 10.0
TOLERANCE_KM = 5.0


@dataclass(frozen=True)
class Score:
    """How many names were found where they are, left unplaced, and placed elsewhere."""

    right: int
    refused: int
    wrong: int

    @property
    def asked(self) -> int:
        """How many names there were."""
        return self.right + self.refused + self.wrong


def score(path: Path, country: str = COUNTRY, names: int = NAMES, seed: int = SEED) -> Score:
    """Score misspelt names of a dump."""
    places, unit = read(path, country)
    drawn_ones = random.Random(seed).sample(
        [i for i in range(len(places)) if places.settled[i] and unit[i]], names)
    chance = random.Random(seed + 1)
    asked = [Asked(misspelt(places.names[i], chance), unit[i], None, country, None)
             for i in drawn_ones]
    placer = Placer(drawn(None), lambda _: places, TOLERANCE_KM)
    found = Counter(_verdict(places, i, placed)
                    for i, placed in zip(drawn_ones, placer.place(asked), strict=True))
    return Score(found["right"], found["refused"], found["wrong"])


def read(path: Path, country: str) -> tuple[Places, Sequence[str | None]]:
    """Read the places of a dump that may locate a record, and the unit in which each lies."""
    rows = [row for row in geonames.read(path) if row.reason() is None]
    places = of_rows([{**row.as_place(), "iso2": country, "source": "GeoNames"} for row in rows
                      if is_point_like(row.feature_class, row.feature_code)])
    named = np.full(len(places), country, dtype=object)
    lies = Locator(TOLERANCE_KM).locate(Points(
        np.arange(len(places)), places.lat, places.lon,
        np.ones(len(places), dtype=np.int8), named, named))
    return places, lies["admin1"].to_pylist()


def _verdict(places: Places, i: int, placed: Placed) -> str:
    if placed.lat is None or placed.lon is None:
        return "refused"
    metres = GEOD.inv(places.lon[i], places.lat[i], placed.lon, placed.lat)[2]
    return "right" if metres <= 1000 * RIGHT_KM else "wrong"


def main(path: Path = DUMP, country: str = COUNTRY) -> None:
    """Print the score; without the dump, say so."""
    if not path.is_file():
        print(f"There is no GeoNames dump at {path.name}; give the path of one: "
              "python -m benchmarks.gazetteer PATH.")
        return
    start = time.perf_counter()
    found = score(path, country)
    print("| names | right | refused | wrong | seconds |\n|---:|---:|---:|---:|---:|")
    print(f"| {found.asked} | {found.right} | {found.refused} | {found.wrong} "
          f"({100 * found.wrong / found.asked:.1f} %) | {time.perf_counter() - start:.1f} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DUMP,
         sys.argv[2] if len(sys.argv) > 2 else COUNTRY)
