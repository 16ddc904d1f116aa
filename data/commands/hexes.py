"""`app.py hexes`: incidents counted in H3 cells."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import numpy as np

from data import hexes as grid
from data.commands import common
from data.errors import wrong_value
from data.i18n import msg
from data.queries.hexes import hexes
from data.queries.stats import deaths
from data.settings import Settings

NAME = "hexes"
summary = msg("count incidents in hexagons of one resolution")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    parser.add_argument(
        "--res", type=int, required=True, choices=list(grid.RESOLUTIONS), metavar="3..9",
        help=msg("H3 resolution, from 3 (about 12,400 km²) to 9 (about 0.1 km²)").render(language))
    common.add_store(parser, language)
    common.add_filters(parser, language)
    parser.add_argument("--format", choices=["csv", "geojson"], default="csv")
    parser.add_argument("--out", type=Path, metavar="FILE",
                        help=msg("write here instead of standard output").render(language))


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write the cells; the number counted apart goes to standard error."""
    if args.out and (args.out.is_dir() or not args.out.resolve().parent.is_dir()):
        raise wrong_value("--out", args.out, msg("name a file in a folder that exists"))
    selection = common.selection(args)
    snapshot = common.snapshot(args, settings)
    selection = common.settled(selection, snapshot)
    rows = snapshot.rows(hexes(selection, args.res))
    placed = [row for row in rows if row["cell"] is not None]
    apart = sum(row["incidents"] for row in rows if row["cell"] is None)
    with _target(args.out) as target:
        if args.format == "csv":
            _write_csv(placed, target)
        else:
            _write_geojson(placed, apart, args.res, target)
    common.say(msg("{count} counted apart: their place is not known exactly enough for "
                   "resolution {res}.", count=str(apart), res=args.res), settings, to_error=True)
    if len(snapshot.rows(deaths(selection))) > 1:
        common.say(msg("Deaths of several sources are added here; where they tell of the same "
                       "event, the dead count more than once. --source chooses one."),
                   settings, to_error=True)
    return 0


@contextmanager
def _target(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
    else:
        with path.open("w", encoding="utf-8", newline="") as target:
            yield target


def _write_csv(rows: list[dict[str, Any]], target: TextIO) -> None:
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(["cell", "incidents", "fatalities_best"])
    for row in rows:
        writer.writerow([grid.text(row["cell"]), row["incidents"], row["fatalities_best"]])


def _write_geojson(rows: list[dict[str, Any]], apart: int, res: int, target: TextIO) -> None:
    cells = np.array([row["cell"] for row in rows], dtype=np.int64)
    vertices, starts = grid.boundaries(cells)
    features = []
    for i, row in enumerate(rows):
        ring = vertices[starts[i]:starts[i + 1]].round(6).tolist()
        features.append({
            "type": "Feature",
            "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
            "properties": {"cell": grid.text(row["cell"]), "incidents": row["incidents"],
                           "fatalities_best": row["fatalities_best"]},
        })
    json.dump({"type": "FeatureCollection", "resolution": res, "counted_apart": apart,
               "features": features}, target)
    target.write("\n")
