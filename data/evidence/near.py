"""Within a distance of a corridor: from its id to the hexagons so near.

A selection names a corridor by id, since that fits a link. Before it becomes a query it is
settled: the corridor is looked up in the evidence of the snapshot, and the hexagons that
touch the land within the distance take their place beside the id.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from data import hexes
from data.errors import UsageError
from data.evidence import base, words
from data.evidence.base import Evidence
from data.evidence.model import Corridor, Place
from data.i18n import LANGUAGES, msg
from data.reach import COARSE, FINE, Cells, Reach
from data.selection import Near, Selection

PIECE = 400_000.0
"""Metres of a path that are measured on one plane: the error stays below a thousandth."""
Points = npt.NDArray[np.float64]


def settled(selection: Selection, evidence: Evidence) -> Selection:
    """Return a selection whose corridor, if it names one, has become hexagons.

    Raises:
        UsageError: there is no such corridor, or its path has no position.
    """
    near = selection.near
    if near is None or near.reach is not None:
        return selection
    return replace(selection, near=replace(near, reach=reach(near, evidence)))


def reach_of(near: Near) -> Reach:
    """Return the hexagons of a distance; of the committed corridors where it is not settled."""
    return near.reach or reach(near, base.committed())


def reach(near: Near, evidence: Evidence) -> Reach:
    """Work out the hexagons within a distance of a corridor; see `settled`."""
    corridor = evidence.find("corridors", near.corridor)
    if not isinstance(corridor, Corridor):
        raise UsageError(msg("There is no corridor called “{corridor}”.", corridor=near.corridor))
    lines = path(corridor)
    if not lines:
        raise UsageError(msg("The corridor “{corridor}” names no two places with a position: "
                             "no distance from it can be told.", corridor=near.corridor))
    fine, coarse = _cells(tuple(line.wkb for line in lines), near.km)
    return Reach(fine, coarse, tuple((language, name(corridor, language))
                                     for language in LANGUAGES))


def name(corridor: Corridor, language: str) -> str:
    """Name a corridor by what moves and between which places."""
    way = " → ".join(place.name(language) for place in corridor.where)
    return f"{words.COMMODITIES[corridor.commodity].render(language)} ({way})"


def path(corridor: Corridor) -> tuple[BaseGeometry, ...]:
    """Return the lines of a corridor as it is drawn, WGS 84 degrees.

    Links between named places are straight where the path is not known.
    """
    if corridor.line is not None:
        return tuple(shapely.get_parts(corridor.line))
    return tuple(
        shapely.LineString([(a.lon, a.lat), (b.lon, b.lat)])
        for a, b in zip(corridor.where[:-1], corridor.where[1:], strict=True)
        if _apart(a, b))


def around(line: BaseGeometry, km: float) -> list[BaseGeometry]:
    """Return the land within a distance of a line, piece by piece, WGS 84 degrees.

    Between its points the line is straight on a Mercator map, as it is drawn.
    """
    return [_buffered(piece, km * 1000) for piece in _pieces(line)]


def holds(near: Near, place: Place) -> bool:
    """Tell whether a place lies so near, in the hexagon that its precision honours.

    A place that honours none, such as a region, is not near: it is larger than that.
    """
    if place.lat is None or place.lon is None:
        return False
    cell = hexes.index(np.array([place.lat]), np.array([place.lon]),
                       np.array([place.precision], np.int8))
    if not cell[0]:
        return False
    found = reach_of(near)
    fine = int(hexes.resolutions(cell)[0]) >= FINE
    return any(int(hexes.parents(cell, resolution)[0]) in cells
               for resolution, cells in (found.fine if fine else found.coarse))


def _apart(a: Place, b: Place) -> bool:
    return a.placed and b.placed and (a.lon, a.lat) != (b.lon, b.lat)


@lru_cache(maxsize=64)
def _cells(lines: tuple[bytes, ...], km: float) -> tuple[Cells, Cells]:
    lands = [land for line in lines for land in around(shapely.from_wkb(line), km)]
    return _covering(lands, FINE), _covering(lands, COARSE)


def _covering(lands: list[BaseGeometry], resolution: int) -> Cells:
    """Return the cells that touch any of several lands: faster one by one than joined."""
    touched = np.unique(np.concatenate([hexes.covering(land, resolution) for land in lands]))
    return _frozen(hexes.compacted(touched))


def _frozen(cells: dict[int, list[int]]) -> Cells:
    return tuple((resolution, frozenset(found)) for resolution, found in sorted(cells.items()))


def _pieces(line: BaseGeometry) -> list[Points]:
    """Cut a line into pieces of a length, along the straight lines of a Mercator map."""
    flat = _to_mercator(shapely.get_coordinates(line))
    # A metre of the map is at least a metre of land: pieces are never longer than wanted.
    dense = shapely.get_coordinates(shapely.segmentize(shapely.LineString(flat), PIECE / 8))
    along = np.cumsum(np.hypot(*np.diff(dense, axis=0, prepend=dense[:1]).T))
    cuts = np.searchsorted(along, np.arange(0, along[-1], PIECE))
    cuts = cuts[cuts < len(dense) - 1]
    ends = [*cuts[1:].tolist(), len(dense) - 1]
    points = _from_mercator(dense)
    return [points[start : end + 1] for start, end in zip(cuts.tolist(), ends, strict=True)]


def _buffered(points: Points, metres: float) -> BaseGeometry:
    """Return the land within a distance of a short line, by a plane that touches its middle."""
    lon, lat = points.mean(axis=0)
    plane = f"+proj=aeqd +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=m"
    there = Transformer.from_crs("EPSG:4326", plane, always_xy=True)
    x, y = there.transform(points[:, 0], points[:, 1])
    land = shapely.buffer(shapely.LineString(np.column_stack([x, y])), metres, quad_segs=16)
    back = shapely.transform(land, lambda flat: np.column_stack(
        there.transform(flat[:, 0], flat[:, 1], direction="INVERSE")))
    assert isinstance(back, BaseGeometry)
    return back


def _to_mercator(points: Points) -> Points:
    x, y = _MERCATOR.transform(points[:, 0], points[:, 1])
    return np.column_stack([x, y])


def _from_mercator(points: Points) -> Points:
    lon, lat = _MERCATOR.transform(points[:, 0], points[:, 1], direction="INVERSE")
    return np.column_stack([lon, lat])


_MERCATOR = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True)
