"""Arcs shared between polygons, and their TopoJSON encoding (specification 1.0).

A coverage's rings are cut where three or more lines meet, so that the border of
two neighbours is one arc, simplified and sent once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from data.reference.build.sources import Points

Vertex = tuple[int, int]
Ring = list[int]
"""Arc numbers in order; `~i` means arc i backwards."""
ORIGIN = (-180.0, -90.0)
PER_DEGREE = 10_000
"""Vertices are compared on this grid, so that equal means equal."""


@dataclass(frozen=True)
class Topology:
    """Polygons as rings of shared arcs.

    Attributes:
        arcs: lines in degrees, each shape (n, 2).
        rings: for each geometry its rings, each with whether it is a hole.
    """

    arcs: list[Points]
    rings: list[list[tuple[Ring, bool]]]

    def owners(self) -> list[list[int]]:
        """Return for each arc the geometries on its two sides, one alone on a coast."""
        found: list[list[int]] = [[] for _ in self.arcs]
        for geometry, rings in enumerate(self.rings):
            for ring, _ in rings:
                for arc in ring:
                    found[arc if arc >= 0 else ~arc].append(geometry)
        return found


def extract(geometries: Sequence[BaseGeometry]) -> Topology:
    """Cut the rings of a valid coverage into shared arcs."""
    lines = [_rings(geometry) for geometry in geometries]
    nodes = _nodes([ring for rings in lines for ring, _ in rings])
    numbers: dict[tuple[Vertex, ...], int] = {}
    arcs: list[Points] = []

    def number(path: tuple[Vertex, ...]) -> int:
        if path in numbers:
            return numbers[path]
        numbers[path] = len(arcs)
        numbers[path[::-1]] = ~len(arcs)
        arcs.append(np.array(path, dtype=float) / PER_DEGREE)
        return numbers[path]

    rings = [[([number(path) for path in _split(ring, nodes)], hole) for ring, hole in rings]
             for rings in lines]
    return Topology(arcs, rings)


def _rings(geometry: BaseGeometry) -> list[tuple[list[Vertex], bool]]:
    """Return the rings as grid vertices, closed, with whether each is a hole."""
    found = []
    for part in shapely.get_parts(geometry):
        for ring, hole in [(part.exterior, False), *((inner, True) for inner in part.interiors)]:
            grid = np.rint(shapely.get_coordinates(ring) * PER_DEGREE).astype(int)
            found.append(([(int(x), int(y)) for x, y in grid], hole))
    return found


def _nodes(rings: list[list[Vertex]]) -> set[Vertex]:
    """Return the vertices where more than two lines meet."""
    beside: dict[Vertex, set[Vertex]] = defaultdict(set)
    for ring in rings:
        for here, there in pairwise(ring):
            beside[here].add(there)
            beside[there].add(here)
    return {vertex for vertex, others in beside.items() if len(others) > 2}


def _split(ring: list[Vertex], nodes: set[Vertex]) -> list[tuple[Vertex, ...]]:
    """Cut a closed ring at its nodes; one without nodes starts at its least vertex."""
    open_ring = ring[:-1]
    cuts = [i for i, vertex in enumerate(open_ring) if vertex in nodes]
    start = cuts[0] if cuts else open_ring.index(min(open_ring))
    turned = [*open_ring[start:], *open_ring[:start], open_ring[start]]
    paths, path = [], [turned[0]]
    for vertex in turned[1:]:
        path.append(vertex)
        if vertex in nodes:
            paths.append(tuple(path))
            path = [vertex]
    if len(path) > 1:
        paths.append(tuple(path))
    return paths


def outline(topology: Topology, keep: set[int]) -> list[list[Ring]]:
    """Merge geometries into land: polygons of the arcs in `keep`, all of them coasts."""
    follow: dict[Vertex, list[int]] = defaultdict(list)
    for rings in topology.rings:
        for ring, _ in rings:
            for arc in ring:
                if (arc if arc >= 0 else ~arc) in keep:
                    follow[_end(topology, arc, 0)].append(arc)
    rings_found = []
    while follow:
        start = min(follow)
        rings_found.append(_walk(topology, follow, start))
    return _nest(topology, rings_found)


def _end(topology: Topology, arc: int, which: int) -> Vertex:
    line = topology.arcs[arc] if arc >= 0 else topology.arcs[~arc][::-1]
    x, y = np.rint(line[which] * PER_DEGREE).astype(int)
    return int(x), int(y)


def _walk(topology: Topology, follow: dict[Vertex, list[int]], start: Vertex) -> Ring:
    ring: Ring = []
    here = start
    while True:
        arc = follow[here].pop()
        if not follow[here]:
            del follow[here]
        ring.append(arc)
        here = _end(topology, arc, -1)
        if here == start:
            return ring


def points(arcs: Sequence[Points], ring: Ring) -> Points:
    """Return the closed line of a ring, shape (n, 2)."""
    parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in ring]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])


def _nest(topology: Topology, rings: list[Ring]) -> list[list[Ring]]:
    """Tell shells from holes (seas within land) by direction, and sort holes into shells."""
    lines = [points(topology.arcs, ring) for ring in rings]
    # `shapely.normalize` turned every exterior the same way: clockwise.
    shells = [i for i, line in enumerate(lines) if not shapely.is_ccw(shapely.linearrings(line))]
    polygons = {i: [rings[i]] for i in shells}
    tree = shapely.STRtree([shapely.Polygon(lines[i]) for i in shells])
    for i in sorted(set(range(len(rings))) - set(shells)):
        inside = tree.query(shapely.Polygon(lines[i]).representative_point(), "within")
        smallest = min(inside, key=lambda k: shapely.Polygon(lines[shells[k]]).area)
        polygons[shells[int(smallest)]].append(rings[i])
    return list(polygons.values())


def to_grid(line: Points, step: float) -> npt.NDArray[np.int64]:
    """Return the whole steps from `ORIGIN` at which a line's vertices are sent."""
    steps: npt.NDArray[np.int64] = np.rint((line - np.array(ORIGIN)) / step).astype(np.int64)
    return steps


def encode(
    arcs: Sequence[Points], objects: dict[str, list[dict[str, Any]]], step: float,
) -> dict[str, Any]:
    """Return a TopoJSON topology: arcs as integer deltas on a grid of `step` degrees."""
    deltas = []
    for arc in arcs:
        grid = to_grid(arc, step)
        moved = np.concatenate([[True], (np.diff(grid, axis=0) != 0).any(axis=1)])
        kept = grid[moved] if moved.sum() > 1 else np.repeat(grid[:1], 2, axis=0)
        deltas.append(np.concatenate([kept[:1], np.diff(kept, axis=0)]).tolist())
    return {
        "type": "Topology",
        "transform": {"scale": [step, step], "translate": list(ORIGIN)},
        "objects": {name: {"type": "GeometryCollection", "geometries": geometries}
                    for name, geometries in objects.items()},
        "arcs": deltas,
    }
