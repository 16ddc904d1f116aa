"""Reads the page's own ground (TopoJSON, version 1), so that a sheet stands on the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

BASEMAP = Path(__file__).parents[2] / "assets" / "basemap" / "basemap.json"
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Feature:
    """A shape in WGS 84 degrees and what is told of it, such as its rank."""

    shape: shapely.Geometry
    about: dict[str, Any]


@cache
def ground() -> dict[str, tuple[Feature, ...]]:
    """Return land, lakes, rivers and borders of the whole world; read once."""
    topology = json.loads(BASEMAP.read_text(encoding="utf-8"))
    arcs = [_unpacked(arc, topology["transform"]) for arc in topology["arcs"]]
    return {name: tuple(_features(one, arcs)) for name, one in topology["objects"].items()}


def _unpacked(arc: list[list[float]], transform: dict[str, list[float]]) -> Floats:
    """Undo the delta coding of one arc."""
    steps = np.cumsum(np.array(arc, np.float64), axis=0)
    found: Floats = steps * transform["scale"] + transform["translate"]
    return found


def _features(one: dict[str, Any], arcs: list[Floats]) -> Iterator[Feature]:
    for geometry in one["geometries"]:
        if geometry.get("type"):
            yield Feature(_shape(geometry, arcs), geometry.get("properties", {}))


def _shape(geometry: dict[str, Any], arcs: list[Floats]) -> shapely.Geometry:
    def line(indices: list[int]) -> Floats:
        pieces = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
        return np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])

    match geometry["type"]:
        case "Polygon":
            return _polygon(geometry["arcs"], line)
        case "MultiPolygon":
            return shapely.multipolygons([_polygon(p, line) for p in geometry["arcs"]])
        case "LineString":
            return shapely.linestrings(line(geometry["arcs"]))
        case _:
            return shapely.multilinestrings(
                [shapely.linestrings(line(one)) for one in geometry["arcs"]])


def _polygon(rings: list[list[int]], line: Any) -> shapely.Geometry:
    outer, *holes = (line(ring) for ring in rings)
    return shapely.polygons(outer, holes=[shapely.linearrings(hole) for hole in holes] or None)
