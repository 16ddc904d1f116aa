"""Where points lie: country, units and cell, and conflicts with what was named.

A point that lies outside the country its record names, by more than the tolerance, is
kept where it is and flagged; so is one outside the first-level unit that is named, as a
lesser doubt. Where flipping a sign or swapping the pair would put it inside, the flag
suggests so; nothing is ever moved. A record without a point is in the unit it names.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import shapely

from data import boundaries, hexes
from data.areas.boundaries import Units
from data.areas.drawn import Drawn, drawn
from data.areas.meaning import Meanings
from data.ingest.borders import distance_km, within_km
from data.ingest.mends import mend
from data.ingest.splits import still_one
from data.ingest.unit_doubts import Named, UnitDoubts

Texts = npt.NDArray[np.object_]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

SECOND_LEVEL = 3
FIRST_LEVEL = 4
AT_SEA = 7
SUGGESTED_KM = 100.0
"""How far outside a country its nearest unit is still a likely meaning of a point."""
CONFLICT = "country_conflict"

FLAG = pa.struct([("reason", pa.string()), ("named", pa.string()), ("found", pa.string()),
                  ("suggestion", pa.string())])
LOCATED = pa.schema([
    ("record", pa.int64()), ("found_admin0", pa.string()), ("admin0", pa.string()),
    ("admin1", pa.string()), ("admin1_id", pa.string()), ("admin2", pa.string()),
    ("cell", pa.int64()), ("conflict", FLAG), ("unit_doubt", FLAG),
])


@dataclass(frozen=True)
class Points:
    """Points to locate; arrays of shape (n,).

    Attributes:
        record: what tells each in the answer.
        lat, lon: WGS 84 degrees; NaN where there is no point.
        where_precision: see `data.model.WHERE_PRECISION`.
        country: ISO code of the country named, or None.
        named: what the record calls the country, or None.
        unit: what it calls the first-level unit, or None; without it, none is named.
        unit2: what it calls the second-level unit, in the same way.
        days: of the event, since 1970-01-01, NaN where not known; without it, none is.
    """

    record: npt.NDArray[np.int64]
    lat: Floats
    lon: Floats
    where_precision: npt.NDArray[np.int8]
    country: Texts
    named: Texts
    unit: Texts | None = None
    unit2: Texts | None = None
    days: Floats | None = None


class Locator:
    """Locates points over boundaries, the shipped ones by default; a tolerance in kilometres."""

    def __init__(self, tolerance_km: float, areas: Drawn | None = None) -> None:
        self._tolerance = tolerance_km
        self._areas = areas or drawn(None)
        self._countries = self._areas.countries
        self._meanings = Meanings(self._areas)
        self._doubts = UnitDoubts(self._areas.first, self._meanings, tolerance_km)
        self._area = dict(zip(self._countries.iso2, self._countries.geometries, strict=True))

    def locate(self, points: Points) -> pa.Table:
        """Return a row a point, in the columns of `LOCATED`."""
        some = np.isfinite(points.lat) & np.isfinite(points.lon)
        found = self._found(points, some)
        one = _still_one(points, found)
        conflict = self._conflicts(points, some, found) & ~one
        admin0 = np.where(points.country != None, points.country, found)  # noqa: E711 - elementwise
        good = some & ~conflict
        # In a state that split since, the units are those that are drawn there now.
        within = np.where(one, found, admin0)
        unit = self._unit(self._areas.first, points, good, within, FIRST_LEVEL)
        unit2 = self._unit(self._areas.second, points, good, within, SECOND_LEVEL)
        doubts = self._unit_doubts(points, within, unit)
        self._of_names(points, some, admin0, unit, unit2)
        cells = hexes.index(points.lat, points.lon, points.where_precision)
        flags = [self._flag(points, i, found[i]) if conflict[i] else None
                 for i in range(len(points.lat))]
        columns = [points.record, found.tolist(), admin0.tolist(),
                   _names(self._areas.first, unit), unit.tolist(),
                   _names(self._areas.second, unit2), pa.array(cells, mask=cells == 0),
                   pa.array(flags, FLAG), pa.array(doubts, FLAG)]
        arrays = [pa.array(c, f.type) if not isinstance(c, pa.Array) else c
                  for c, f in zip(columns, LOCATED, strict=True)]
        return pa.Table.from_arrays(arrays, schema=LOCATED)

    def _found(self, points: Points, some: Bools) -> Texts:
        """Find each point's country, the one named where it is inside or near enough."""
        found = _first_inside(self._countries, self._countries.iso2, points, some, points.country)
        astray = some & (points.country != found)
        astray &= points.country != None  # noqa: E711 - elementwise
        near = self._near_named(points, astray)
        found[near] = points.country[near]
        self._to_nearest(points, some, found)
        return found

    def _near_named(self, points: Points, rows: Bools) -> npt.NDArray[np.int64]:
        where = np.flatnonzero(rows)
        areas = np.array([self._area.get(code) for code in points.country[where]], dtype=object)
        near = within_km(points.lon[where], points.lat[where], areas, self._tolerance)
        return where[near]

    def _to_nearest(self, points: Points, some: Bools, found: Texts) -> None:
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
        self, points: Points, some: Bools, found: Texts
    ) -> Bools:
        """Tell which points lie outside the country named.

        An event at sea is where it should be outside any land, not inside another country's.
        """
        drawn = np.array([code in self._area for code in points.country], dtype=np.bool_)
        outside = some & drawn & (points.country != found)
        at_sea = (points.where_precision == AT_SEA) & (found == None)  # noqa: E711 - elementwise
        return np.asarray(outside & ~at_sea, dtype=np.bool_)

    def _unit(
        self, units: Units, points: Points, some: Bools, admin0: Texts, coarsest: int
    ) -> Texts:
        """Return the unit of a level in which each point lies that is known to it."""
        exact = some & (points.where_precision <= coarsest)
        if not len(units):
            return np.full(len(points.lat), None, dtype=object)
        found = _first_inside(units, units.ids, points, exact, admin0)
        # Just across a generalised border, the unit is the nearest one of the country.
        country = np.array([None if u is None else units.iso2[units.position[u]] for u in found],
                           dtype=object)
        found[country != admin0] = None
        lost = exact & (found == None)  # noqa: E711 - elementwise
        for iso2 in dict.fromkeys(admin0[lost].tolist()):
            self._to_nearest_unit(units, points, np.flatnonzero(lost & (admin0 == iso2)), iso2,
                                  found)
        return found

    def _to_nearest_unit(
        self, units: Units, points: Points, rows: npt.NDArray[np.int64], iso2: str | None,
        found: Texts,
    ) -> None:
        own = np.flatnonzero(np.array(units.iso2, dtype=object) == iso2)
        if not own.size:
            return
        shapes = shapely.points(points.lon[rows], points.lat[rows])
        which, nearest = shapely.STRtree(units.geometries[own]).query_nearest(
            shapes, all_matches=False)
        areas = units.geometries[own[nearest]]
        near = within_km(points.lon[rows[which]], points.lat[rows[which]], areas, self._tolerance)
        found[rows[which[near]]] = np.array(units.ids, dtype=object)[own[nearest[near]]]

    def _unit_doubts(
        self, points: Points, country: Texts, unit: Texts
    ) -> list[dict[str, str | None] | None]:
        if points.unit is None:
            return [None] * len(unit)
        return self._doubts.flags(Named(points.lat, points.lon, points.unit, country, unit))

    def _of_names(
        self, points: Points, some: Bools, admin0: Texts, unit: Texts, unit2: Texts
    ) -> None:
        """Give records without a point the units they name, and the country of these."""
        if points.unit is None or points.unit2 is None:
            return
        for i in np.flatnonzero(~some & (points.where_precision <= FIRST_LEVEL)):
            first, second = points.unit[i], points.unit2[i]
            named = self._meanings.first(first, admin0[i]) if first else None
            unit[i] = named.ids[0] if named and len(named.ids) == 1 else None
            held = self._meanings.second(second, admin0[i], first) if second else None
            if held and len(held.ids) == 1 and points.where_precision[i] <= SECOND_LEVEL:
                unit2[i] = held.ids[0]
                parent = self._areas.second.parents[self._areas.second.position[held.ids[0]]]
                unit[i] = unit[i] or (parent if parent in self._areas.first.position else None)
            if admin0[i] is None and unit[i] is not None:
                admin0[i] = self._areas.first.iso2[self._areas.first.position[unit[i]]]

    def _flag(self, points: Points, i: int, found: str | None) -> dict[str, str | None]:
        lat, lon, country = points.lat[i], points.lon[i], points.country[i]
        return {
            "reason": CONFLICT,
            "named": points.named[i],
            "found": boundaries.country_name(found, "en") if found else None,
            "suggestion": (mend(lat, lon, self._area[country])
                           or self._nearest_of(lat, lon, country)),
        }

    def _nearest_of(self, lat: float, lon: float, country: str) -> str | None:
        """Name the nearest unit of a country and its distance, where it is not far."""
        units = self._areas.first
        own = [i for i, iso2 in enumerate(units.iso2) if iso2 == country]
        area = np.array([self._area[country]], dtype=object)
        if not own or not within_km(np.array([lon]), np.array([lat]), area, SUGGESTED_KM)[0]:
            return None
        away = [distance_km(lon, lat, units.geometries[i]) for i in own]
        nearest = int(np.argmin(away))
        return f"{units.name(units.ids[own[nearest]], 'en')}, {away[nearest]:.0f} km"


def _still_one(points: Points, found: Texts) -> Bools:
    if points.days is None:
        return np.zeros(len(found), dtype=np.bool_)
    return still_one(found, points.country, points.days)


def _names(units: Units, found: Texts) -> list[str | None]:
    names = {unit_id: units.name(unit_id, "en") for unit_id in set(found.tolist()) - {None}}
    return [names.get(unit_id) for unit_id in found.tolist()]


def _first_inside(
    areas: Units, labels: list[str], points: Points, some: Bools, wanted: Texts
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
