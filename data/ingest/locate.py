"""Where points lie: country, first-level unit and cell, and conflicts with what was named.

A point that lies outside the country its record names, by more than the tolerance, is
kept where it is and flagged. Where flipping a sign or swapping the pair would put it
inside, the flag suggests so; nothing is ever moved.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import shapely

from data import boundaries, hexes
from data.boundaries import Areas
from data.ingest.borders import within_km

Texts = npt.NDArray[np.object_]
Floats = npt.NDArray[np.float64]

FIRST_LEVEL = 4
AT_SEA = 7
FLAG = pa.struct([("reason", pa.string()), ("named", pa.string()), ("found", pa.string()),
                  ("suggestion", pa.string())])
LOCATED = pa.schema([
    ("record", pa.int64()), ("found_admin0", pa.string()), ("admin0", pa.string()),
    ("admin1", pa.string()), ("admin1_id", pa.string()), ("cell", pa.int64()),
    ("conflict", FLAG),
])

MENDS = (
    ("sign of longitude", 1, -1, False),
    ("sign of latitude", -1, 1, False),
    ("signs of both", -1, -1, False),
    ("latitude and longitude swapped", 1, 1, True),
    ("swapped, then sign of longitude", 1, -1, True),
    ("swapped, then sign of latitude", -1, 1, True),
    ("swapped, then signs of both", -1, -1, True),
)
"""What may have happened to a pair: words, factors of latitude and longitude, swapped first."""


@dataclass(frozen=True)
class Points:
    """Points to locate; arrays of shape (n,). `country` is an ISO code or None."""

    record: npt.NDArray[np.int64]
    lat: Floats
    lon: Floats
    where_precision: npt.NDArray[np.int8]
    country: Texts
    named: Texts


class Locator:
    """Locates points over the shipped boundaries, with a tolerance in kilometres."""

    def __init__(self, tolerance_km: float) -> None:
        self._tolerance = tolerance_km
        self._countries = boundaries.load_countries()
        self._units = boundaries.load_units()
        self._area = dict(zip(self._countries.iso2, self._countries.geometries, strict=True))

    def locate(self, points: Points) -> pa.Table:
        """Return a row a point, in the columns of `LOCATED`."""
        some = np.isfinite(points.lat) & np.isfinite(points.lon)
        found = self._found(points, some)
        conflict = self._conflicts(points, some, found)
        admin0 = np.where(points.country != None, points.country, found)  # noqa: E711 - elementwise
        unit = self._unit(points, some & ~conflict, admin0)
        names = [None if u is None else boundaries.unit_name(u, "en") for u in unit]
        cells = hexes.index(points.lat, points.lon, points.where_precision)
        flags = [self._flag(points, i, found[i]) if conflict[i] else None
                 for i in range(len(points.lat))]
        columns = [points.record, found.tolist(), admin0.tolist(), names, unit.tolist(),
                   pa.array(cells, mask=cells == 0), pa.array(flags, FLAG)]
        arrays = [pa.array(c, f.type) if not isinstance(c, pa.Array) else c
                  for c, f in zip(columns, LOCATED, strict=True)]
        return pa.Table.from_arrays(arrays, schema=LOCATED)

    def _found(self, points: Points, some: npt.NDArray[np.bool_]) -> Texts:
        """Find each point's country, the one named where it is inside or near enough."""
        found = _first_inside(self._countries, self._countries.iso2, points, some, points.country)
        astray = some & (points.country != found)
        astray &= points.country != None  # noqa: E711 - elementwise
        near = self._near_named(points, astray)
        found[near] = points.country[near]
        self._to_nearest(points, some, found)
        return found

    def _near_named(self, points: Points, rows: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
        where = np.flatnonzero(rows)
        areas = np.array([self._area.get(code) for code in points.country[where]], dtype=object)
        near = within_km(points.lon[where], points.lat[where], areas, self._tolerance)
        return where[near]

    def _to_nearest(self, points: Points, some: npt.NDArray[np.bool_], found: Texts) -> None:
        """Give points just off a generalised coast the country nearest to them."""
        lost = np.flatnonzero(some & (found == None))  # noqa: E711 - elementwise
        if not lost.size:
            return
        shapes = shapely.points(points.lon[lost], points.lat[lost])
        which, nearest = self._countries.tree.query_nearest(shapes, all_matches=False)
        areas = self._countries.geometries[nearest]
        near = within_km(points.lon[lost[which]], points.lat[lost[which]], areas, self._tolerance)
        codes = np.array(self._countries.iso2, dtype=object)
        found[lost[which[near]]] = codes[nearest[near]]

    def _conflicts(
        self, points: Points, some: npt.NDArray[np.bool_], found: Texts
    ) -> npt.NDArray[np.bool_]:
        """Tell which points lie outside the country named.

        An event at sea is where it should be outside any land, not inside another country's.
        """
        drawn = np.array([code in self._area for code in points.country], dtype=np.bool_)
        outside = some & drawn & (points.country != found)
        at_sea = (points.where_precision == AT_SEA) & (found == None)  # noqa: E711 - elementwise
        return np.asarray(outside & ~at_sea, dtype=np.bool_)

    def _unit(self, points: Points, some: npt.NDArray[np.bool_], admin0: Texts) -> Texts:
        exact = some & (points.where_precision <= FIRST_LEVEL)
        units = _first_inside(self._units, self._units.ids, points, exact, admin0)
        # Just across a generalised border, the unit is the nearest one of the country.
        foreign = np.array([u is not None and u[:2] != c
                            for u, c in zip(units, admin0, strict=True)], dtype=np.bool_)
        units[foreign] = None
        lost = exact & (units == None)  # noqa: E711 - elementwise
        for i in np.flatnonzero(lost & np.isin(admin0.astype(str), self._units.iso2)):
            units[i] = self._nearest_unit(points.lon[i], points.lat[i], admin0[i])
        return units

    def _nearest_unit(self, lon: float, lat: float, country: str) -> str | None:
        own = np.flatnonzero(np.array(self._units.iso2) == country)
        areas = self._units.geometries[own]
        nearest = int(np.argmin(shapely.distance(areas, shapely.Point(lon, lat))))
        near = within_km(np.array([lon]), np.array([lat]), areas[nearest:nearest + 1],
                         self._tolerance)
        return self._units.ids[own[nearest]] if near[0] else None

    def _flag(self, points: Points, i: int, found: str | None) -> dict[str, str | None]:
        return {
            "reason": "country_conflict",
            "named": points.named[i],
            "found": boundaries.country_name(found, "en") if found else None,
            "suggestion": self._mend(points.lat[i], points.lon[i], points.country[i]),
        }

    def _mend(self, lat: float, lon: float, country: str) -> str | None:
        area = self._area[country]
        for words, sign_lat, sign_lon, swap in MENDS:
            y, x = (lon, lat) if swap else (lat, lon)
            y, x = sign_lat * y, sign_lon * x
            if abs(y) <= 90 and shapely.contains_xy(area, x, y):
                return f"{words}: {_plain(y)}, {_plain(x)}"
        return None


def _plain(degrees: float) -> str:
    """Write degrees as a source would: no exponent, no idle zeros."""
    return f"{degrees:.6f}".rstrip("0").rstrip(".")


def _first_inside(
    areas: Areas, labels: list[str], points: Points, some: npt.NDArray[np.bool_], wanted: Texts
) -> Texts:
    """Label each point by the area it lies in; on a shared border, the wanted country's."""
    found = np.full(len(points.lat), None, dtype=object)
    where = np.flatnonzero(some)
    # The tree holds the points and is asked for areas: an area is then prepared once for
    # all of its points, which is several times faster than the other way round.
    tree = shapely.STRtree(shapely.points(points.lon[where], points.lat[where]))
    area, which = tree.query(areas.geometries, predicate="intersects")
    names = np.array(labels, dtype=object)
    countries = np.array(areas.iso2, dtype=object)
    rows = where[which]
    fitting = countries[area] == wanted[rows]
    # The last write wins: others first, then the wanted country.
    found[rows[~fitting]] = names[area[~fitting]]
    found[rows[fitting]] = names[area[fitting]]
    return found
