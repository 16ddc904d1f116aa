"""What is told of the area of a selection: its size, its people, and what it leaves undecided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce

import ibis
import numpy as np
import pyarrow as pa
import shapely
from shapely.geometry.base import BaseGeometry

from data.areas.boundaries import Units
from data.areas.drawn import drawn
from data.evidence import near
from data.evidence.choose import chosen
from data.evidence.model import Corridor
from data.evidence.within import cut_by
from data.ground import Ground
from data.ingest.borders import within_km
from data.queries.filters import selected
from data.queries.within import undecided
from data.selection import Near, Selection
from data.shapes.held import Held, of_shape
from data.shapes.outline import square_km
from data.shapes.people import People, people
from data.shapes.settled import held_of, picks_of
from data.store import Snapshot

REACH_KM = 25.0
"""What `where_precision` 2 spans."""
MARGIN = 1.0
"""Degrees around an area in which points that near are looked for; enough to latitude 75°."""


SLIVER = 0.005
"""Share of an area up to which a country is in it by how borders are drawn alone."""


@dataclass(frozen=True)
class Summary:
    """What is told of an area beside what was recorded in it.

    Attributes:
        km2: its size on the ellipsoid.
        people: who live there, where that is loaded.
        apart: incidents known to a unit or a country that it cuts: nobody knows.
        edge: incidents known to within 25 km that lie closer than that to its edge; they are
            on the side of their point.
        claims_apart: claims on a place that it cuts, or on a path that is not known.
    """

    km2: float
    people: People | None
    apart: int
    edge: int
    claims_apart: int


def shape_of(selection: Selection, ground: Ground) -> BaseGeometry | None:
    """Return the area of a selection: what its outline, distance and picked units share."""
    shapes = [shape for shape in (
        selection.area.shape if selection.area else None,
        _buffer(selection.near, ground) if selection.near else None,
        picks_of(selection).shape if selection.picked else None) if shape is not None]
    return reduce(shapely.intersection, shapes) if shapes else None


def summary(snapshot: Snapshot, selection: Selection, ground: Ground) -> Summary | None:
    """Tell of the area of a settled selection; None where it has none."""
    shape = shape_of(selection, ground)
    if shape is None:
        return None
    of = drawn(ground.snapshot)
    touched = of_shape(shape, of.countries, of.first, of.second)
    held = _held(selection, touched)
    open_ = replace(selection, area=None, near=None, picked=(), picks=None)
    return Summary(
        square_km(shape), people(shape, _countries(shape, of.countries), ground),
        _count(snapshot, open_, held),
        _edge(snapshot, open_, selection.area.shape) if selection.area else 0,
        _claims_apart(selection, open_, shape, touched, ground))


def _held(selection: Selection, touched: Held) -> Held:
    """Return the units of which it is not known whether what is known to them is meant."""
    if selection.area:
        return held_of(selection.area)
    if selection.picked:
        return picks_of(selection).held
    # Nothing that is known to a unit only is near a corridor: all that it touches is undecided.
    return replace(touched, cut_countries=touched.cut_countries | touched.countries,
                   cut_first=touched.cut_first | touched.first,
                   cut_second=touched.cut_second | touched.second)


def _countries(shape: BaseGeometry, countries: Units) -> frozenset[str]:
    """Return the countries that a shape lies in, slivers of a border drawn twice left out."""
    at = countries.tree.query(shape, predicate="intersects")
    parts = shapely.area(shapely.intersection(countries.geometries[at], shape))
    return frozenset(countries.iso2[i] for i in at[parts >= SLIVER * shape.area].tolist())


def _buffer(near_: Near, ground: Ground) -> BaseGeometry:
    corridor = ground.evidence.find("corridors", near_.corridor)
    assert isinstance(corridor, Corridor)
    lands = [land for line in near.path(corridor) for land in near.around(line, near_.km)]
    joined = shapely.union_all(lands)
    assert isinstance(joined, BaseGeometry)
    return joined


def _count(snapshot: Snapshot, open_: Selection, held: Held) -> int:
    rows = selected(open_)
    found = rows.filter(undecided(rows, held)).count().name("n").as_table()
    return int(snapshot.rows(found)[0]["n"])


def _edge(snapshot: Snapshot, open_: Selection, shape: BaseGeometry) -> int:
    """Count incidents known to within 25 km that may lie on the other side of the edge."""
    west, south, east, north = shape.bounds
    rows = selected(open_)
    near_ = rows.filter(rows.where_precision == 2,
                        rows.lon.between(west - MARGIN, east + MARGIN),
                        rows.lat.between(south - MARGIN, north + MARGIN))
    points: pa.Table = snapshot.fetch(
        near_.group_by(["lon", "lat"]).agg(n=ibis._.count()).order_by(["lon", "lat"]))
    lon, lat, n = (points[name].to_numpy() for name in ("lon", "lat", "n"))
    lines = np.full(len(lon), shape.boundary, dtype=object)
    return int(n[within_km(lon, lat, lines, REACH_KM)].sum()) if len(lon) else 0


def _claims_apart(
    selection: Selection, open_: Selection, shape: BaseGeometry, touched: Held, ground: Ground
) -> int:
    """Count the claims that nobody can place inside or outside, and that are left out."""
    held = _held(selection, touched)
    apart = 0
    for claims in ground.evidence.claims.values():
        kept = {claim.id for claim in chosen(claims, selection)}
        apart += sum(claim.id not in kept and cut_by(claim, shape, held)
                     for claim in chosen(claims, open_))
    return apart
