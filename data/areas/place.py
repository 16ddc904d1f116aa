"""Which country and which unit one level up a shape lies in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely

from data.areas.boundaries import Units
from data.boundaries import load_countries

Geometries = npt.NDArray[np.object_]


def countries(geometries: Geometries, groups: Sequence[str]) -> list[str]:
    """Return the country that each shape shares most area with; empty where it touches none.

    Args:
        geometries: polygons, WGS 84 degrees, shape (n,).
        groups: a word that units of one country have in common, for each shape; those of
            one group get one country, so that a small unit at a generalised border does
            not change sides. Empty for a shape that stands by itself.
    """
    shared: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    keys = [group or f"\0{i}" for i, group in enumerate(groups)]
    areas = load_countries()
    ours, theirs = areas.tree.query(geometries, predicate="intersects")
    common = shapely.area(shapely.intersection(geometries[ours], areas.geometries[theirs]))
    for i, j, area in zip(ours.tolist(), theirs.tolist(), common.tolist(), strict=True):
        shared[keys[i]][areas.iso2[j]] += area
    return [max(shared[key], key=shared[key].__getitem__, default="") for key in keys]


def countries_at(lon: npt.NDArray[np.float64], lat: npt.NDArray[np.float64]) -> list[str]:
    """Return the country that each point lies in; empty for one in none. Degrees, shape (n,)."""
    areas = load_countries()
    found = np.full(len(lon), "", dtype=object)
    ours, theirs = areas.tree.query(shapely.points(lon, lat), predicate="intersects")
    found[ours] = np.array(areas.iso2, dtype=object)[theirs]
    return list(found)


def parents(geometries: Geometries, iso2: Sequence[str], above: Units) -> list[str]:
    """Return the unit one level up that holds each shape's representative point.

    Where the coarser drawing of the level above leaves the point out, it is the nearest
    unit of the same country; empty where the country has none.
    """
    points = shapely.point_on_surface(geometries)
    found = [""] * len(points)
    ours, theirs = above.tree.query(points, predicate="intersects")
    for i, j in zip(ours.tolist(), theirs.tolist(), strict=True):
        if above.iso2[j] == iso2[i]:
            found[i] = above.ids[j]
    return [unit_id or _nearest(point, code, above)
            for unit_id, point, code in zip(found, points, iso2, strict=True)]


def _nearest(point: shapely.Point, iso2: str, above: Units) -> str:
    own = [i for i, code in enumerate(above.iso2) if code == iso2]
    if not own:
        return ""
    distances = shapely.distance(point, above.geometries[own])
    return above.ids[own[int(np.argmin(distances))]]
