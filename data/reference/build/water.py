"""Rivers and lakes with the names that a person verified, from Natural Earth, 1:50m."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from data.reference.build import sources, tables

SCOPES = ("africa", "asia", "europe", "north-america", "south-america")
WITHIN = 0.15
"""Degrees: a point that names a river lies at most this far from it."""
LONG_RIVER = 15.0
"""Degrees of length from which a river without a name is drawn outside Africa."""
LARGE_LAKE = 0.35
"""Square degrees from which a lake without a name is drawn outside Africa."""


@dataclass(frozen=True)
class Water:
    """A river or a lake; rank 1 is among the greatest, 3 and a name of "" are the rest."""

    geometry: BaseGeometry
    name_en: str
    name_fr: str
    rank: int


def rivers(npm: Path) -> list[Water]:
    """Return the rivers, one entry a name and rank, and the nameless of each rank."""
    lines = [(scope, line) for scope in SCOPES for line in _rivers(npm, scope)]
    tree = shapely.STRtree([line for _, line in lines])
    named: dict[int, tuple[str, str, int]] = {}
    for row in tables.rows("names_rivers.csv"):
        index = _nearest(tree, row, WITHIN)
        if index in named:
            raise ValueError(f"two rows of names_rivers.csv name one line: {row}")
        named[index] = (row["name_en"], row["name_fr"], int(row["rank"]))
    groups: dict[tuple[str, str, int], list[BaseGeometry]] = defaultdict(list)
    for index, (scope, line) in enumerate(lines):
        key = named.get(index, ("", "", 3))
        if index in named or scope == "africa" or line.length > LONG_RIVER:
            groups[key].append(line)
    return [Water(shapely.line_merge(shapely.union_all(parts)), *key)
            for key, parts in sorted(groups.items())]


def _rivers(npm: Path, scope: str) -> list[BaseGeometry]:
    """Return the lines of a scope; outside Africa, where few have names, joined up."""
    lines = [line for line in sources.waters(npm, scope, "rivers") if line.length > 0]
    if scope == "africa":
        return lines
    return list(shapely.get_parts(shapely.line_merge(shapely.MultiLineString(lines))))


def _nearest(tree: shapely.STRtree, row: dict[str, str], within: float) -> int:
    point = shapely.Point(float(row["lon"]), float(row["lat"]))
    index = tree.query_nearest(point, max_distance=within, all_matches=False)
    if len(index) != 1:
        raise ValueError(f"no line lies within {within}° of {row}")
    return int(index[0])


def lakes(npm: Path) -> list[Water]:
    """Return the lakes, largest first, each with its name where one was verified."""
    shapes = [(scope, shapely.make_valid(lake))
              for scope in SCOPES for lake in sources.waters(npm, scope, "lakes")]
    shapes += [("world", lake) for lake in sources.waters(npm, "world", "lakes")]
    tree = shapely.STRtree([lake for _, lake in shapes])
    names = {}
    for row in tables.rows("names_lakes.csv"):
        # The world's file repeats the continents' lakes more coarsely: the first match is finest.
        index = int(np.min(tree.query(shapely.Point(float(row["lon"]), float(row["lat"])),
                                      predicate="within"), initial=len(shapes)))
        if index == len(shapes):
            raise ValueError(f"no lake lies at {row}")
        names[index] = (row["name_en"], row["name_fr"])
    found = [
        Water(lake, *names.get(index, ("", "")), rank=1 if lake.area > 1 else 2)
        for index, (scope, lake) in enumerate(shapes)
        if index in names or scope == "africa" or (scope != "world" and lake.area > LARGE_LAKE)
    ]
    return sorted(found, key=lambda water: (-water.geometry.area, water.name_en))
