"""The background map sent to every browser: land, borders, rivers, lakes as TopoJSON.

Fine in the region (right at zoom 3 to 9), coarser elsewhere; Antarctica is left
out, which a Mercator map cannot show.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from data.reference.build import countries, tables, topology, water
from data.reference.build.coverage import World
from data.reference.build.sources import Points
from data.reference.build.topology import Ring, Topology

STEP = 0.001
"""Grid of the coordinates sent, degrees: below a pixel at zoom 9."""
FINE = 0.003
"""Tolerance in the region, degrees: about two pixels at zoom 9."""
COARSE = 0.03
LEAST_ISLAND = 0.03
"""Square degrees below which an island outside the region goes, if its country has a larger."""
LEAST_ISLAND_REGION = 0.0002
AFRICA = shapely.box(-26, -36, 60, 38)


@dataclass
class Packer:
    """Collects arcs and the objects that refer to them."""

    arcs: list[Points] = field(default_factory=list)
    objects: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    def arc(self, line: Points) -> int:
        """Add a line and return its number."""
        self.arcs.append(line)
        return len(self.arcs) - 1

    def polygons(self, name: str, rings: list[list[Points]], **properties: object) -> None:
        """Add one feature of polygons, each a shell and its holes."""
        packed = [[[self.arc(line)] for line in polygon] for polygon in rings]
        self._add(name, "MultiPolygon", packed, properties)

    def lines(self, name: str, lines: list[Points], **properties: object) -> None:
        """Add one feature of lines."""
        self._add(name, "MultiLineString", [[self.arc(line)] for line in lines], properties)

    def _add(self, name: str, kind: str, arcs: object, properties: dict[str, object]) -> None:
        item: dict[str, Any] = {"type": kind, "arcs": arcs}
        if properties:
            item["properties"] = properties
        self.objects[name].append(item)


def build(npm: Path, world: World) -> dict[str, Any]:
    """Return the basemap, ready to be written as JSON."""
    codes, shapes, units = _geometries(world)
    whole = topology.extract(shapes)
    owners = whole.owners()
    packer = Packer()
    fine = [any(i < units for i in sides) for sides in owners]
    _add_land(packer, whole, owners, codes, fine)
    _add_borders(packer, whole, owners, codes, fine)
    _add_inner_lines(packer, npm)
    _add_waters(packer, npm)
    return topology.encode(packer.arcs, packer.objects, STEP)


def _geometries(world: World) -> tuple[list[str], list[BaseGeometry], int]:
    """Return country codes and polygons: units first, then countries; how many units."""
    others = [c for c in [*world.fitted, *world.rest] if c.iso2 != "AQ"]
    codes = [unit.iso2 for unit in world.units] + [country.iso2 for country in others]
    shapes = [unit.geometry for unit in world.units] + [c.geometry for c in others]
    return codes, shapes, len(world.units)


def simplify(line: Points, tolerance: float) -> Points:
    """Thin a line, keeping its ends; a ring only as far as it stays a polygon when sent."""
    thin: Points = shapely.get_coordinates(
        shapely.simplify(shapely.linestrings(line), tolerance))
    if not (line[0] == line[-1]).all() or _is_area(thin):
        return thin
    if tolerance < STEP / 100:
        # An atoll too intricate for the grid is drawn as its hull.
        return np.asarray(shapely.get_coordinates(shapely.MultiPoint(line).convex_hull))
    return simplify(line, tolerance / 4)


def _is_area(ring: Points) -> bool:
    """Tell whether a ring still encloses something once rounded to the grid sent."""
    if len(ring) < 4:
        return False
    sent = shapely.Polygon(topology.to_grid(ring, STEP))
    return bool(sent.is_valid and sent.area > 0)


def _tolerance(fine: bool, line: Points) -> float:
    """Return how much a line may be thinned; the rest of Africa lies between the two."""
    if fine:
        return FINE
    return COARSE / 2 if AFRICA.covers(shapely.Point(line[len(line) // 2])) else COARSE


def _add_land(
    packer: Packer, whole: Topology, owners: list[list[int]], codes: list[str], fine: list[bool],
) -> None:
    dropped = _small_islands(whole, owners, codes, fine)
    coasts = {i for i, sides in enumerate(owners) if len(sides) == 1} - dropped
    thin = {i: simplify(whole.arcs[i], _tolerance(fine[i], whole.arcs[i])) for i in coasts}
    numbers = {i: packer.arc(thin[i]) for i in sorted(coasts)}

    def renumber(ring: Ring) -> Ring:
        return [numbers[i] if i >= 0 else ~numbers[~i] for i in ring]

    merged = topology.outline(whole, coasts)
    arcs = [[renumber(ring) for ring in polygon] for polygon in merged]
    packer.objects["land"].append({"type": "MultiPolygon", "arcs": arcs})


def _small_islands(
    whole: Topology, owners: list[list[int]], codes: list[str], fine: list[bool],
) -> set[int]:
    """Return arcs that are an island too small to see, except the largest of a country."""
    islands: dict[str, list[tuple[float, int]]] = defaultdict(list)
    mainland = set()
    for geometry, rings in enumerate(whole.rings):
        for ring, hole in rings:
            arc = ring[0] if ring[0] >= 0 else ~ring[0]
            if len(ring) == 1 and len(owners[arc]) == 1 and not hole:
                area = float(shapely.Polygon(whole.arcs[arc]).area)
                islands[codes[geometry]].append((area, arc))
            elif not hole:
                mainland.add(codes[geometry])
    dropped = set()
    for code, found in islands.items():
        spared = sorted(found, reverse=True)[0 if code in mainland else 1:]
        dropped |= {arc for area, arc in spared
                    if area < (LEAST_ISLAND_REGION if fine[arc] else LEAST_ISLAND)}
    return dropped


def _add_borders(
    packer: Packer, whole: Topology, owners: list[list[int]], codes: list[str], fine: list[bool],
) -> None:
    disputed = disputed_test()
    groups: dict[tuple[str, bool], list[Points]] = defaultdict(list)
    for i, sides in enumerate(owners):
        if len(sides) != 2:
            continue
        first, second = sorted(codes[side] for side in sides)
        tolerance = _tolerance(fine[i], whole.arcs[i])
        if first == second:
            groups["unit", False].append(simplify(whole.arcs[i], tolerance * 1.5))
            continue
        for part, open_question in _runs(whole.arcs[i], disputed(first, second)):
            groups["country", open_question].append(simplify(part, tolerance))
    for (rank, open_question), lines in sorted(groups.items()):
        packer.lines("borders", _join(lines), rank=rank, disputed=open_question)


def _join(lines: list[Points]) -> list[Points]:
    merged = shapely.line_merge(shapely.multilinestrings([shapely.linestrings(x) for x in lines]))
    return [shapely.get_coordinates(part) for part in shapely.get_parts(merged)]


def disputed_test() -> Callable[[str, str], list[BaseGeometry]]:
    """Return a function from two countries (in order) to where their border is disputed."""
    areas: dict[tuple[str, str], list[BaseGeometry]] = defaultdict(list)
    for row in tables.rows("disputed_borders.csv"):
        bounds = [float(row[side] or default) for side, default in
                  (("west", -180), ("south", -90), ("east", 180), ("north", 90))]
        areas[row["a"], row["b"]].append(shapely.box(*bounds))
    return lambda first, second: areas[first, second]


def _runs(line: Points, areas: list[BaseGeometry]) -> list[tuple[Points, bool]]:
    """Cut a line where it enters or leaves an area, judged by the middles of its segments."""
    if not areas:
        return [(line, False)]
    middles = shapely.points((line[:-1] + line[1:]) / 2)
    inside = np.logical_or.reduce([shapely.covers(area, middles) for area in areas])
    cuts = [0, *(np.flatnonzero(np.diff(inside)) + 1).tolist(), len(inside)]
    return [(line[start:end + 1], bool(inside[start]))
            for start, end in pairwise(cuts)]


def _add_inner_lines(packer: Packer, npm: Path) -> None:
    """Draw as disputed the lines within countries that the source drew as two."""
    lines = [simplify(shapely.get_coordinates(line), COARSE / 2)
             for line in countries.inner_lines(npm)]
    packer.lines("borders", lines, rank="country", disputed=True)


def _add_waters(packer: Packer, npm: Path) -> None:
    lakes = water.lakes(npm)
    # The source draws rivers on through lakes; here a lake is water enough.
    covered = shapely.union_all([lake.geometry for lake in lakes])
    for river in water.rivers(npm):
        open_water = shapely.difference(river.geometry, covered)
        lines = [simplify(shapely.get_coordinates(line), 0.01 if AFRICA.intersects(line) else 0.06)
                 for line in shapely.get_parts(open_water)]
        packer.lines("rivers", lines, name_en=river.name_en, name_fr=river.name_fr,
                     rank=river.rank)
    for lake in lakes:
        tolerance = 0.008 if AFRICA.intersects(lake.geometry) else COARSE
        rings = [[simplify(shapely.get_coordinates(ring), tolerance)
                  for ring in (part.exterior, *part.interiors)]
                 for part in shapely.get_parts(lake.geometry) if part.geom_type == "Polygon"]
        packer.polygons("lakes", rings, name_en=lake.name_en, name_fr=lake.name_fr,
                        rank=lake.rank)
