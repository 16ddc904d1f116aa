"""Where a point lies, how large what is known of it is, and which places bear a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from data.areas.drawn import Drawn, drawn
from data.boundaries import resolve_country
from data.gazetteer.find import Area
from data.gazetteer.places import Places
from data.gazetteer.spelling import read
from data.gazetteer.stored import places
from data.ingest.locate import FIRST_LEVEL, SECOND_LEVEL, Locator, Points
from data.store import Snapshot

COUNTRY = 6
NEAR = 2
DETAIL = 0.01
"""Degrees to which an outline is simplified: about a kilometre."""
LARGEST = 4000
"""Corners of an outline; a larger one is simplified further."""

Ring = list[list[float]]


@dataclass(frozen=True)
class Where:
    """The country and the units of a point, and the outline of what its precision leaves open.

    Attributes:
        admin0: ISO code; None where the point lies in no country.
        admin1, admin2: names, None where none is drawn there.
        outline: rings of longitude and latitude; none where the precision has no outline.
    """

    admin0: str | None
    admin1: str | None
    admin2: str | None
    outline: list[Ring]


@dataclass(frozen=True)
class Candidate:
    """A place that a name may mean; `score` is how alike the names are, 0 to 1."""

    name: str
    unit: str | None
    lat: float
    lon: float
    score: float
    source: str


def where(snapshot: Snapshot | None, lat: float, lon: float, precision: int, km: float) -> Where:
    """Locate a point, in WGS 84 degrees, with a tolerance of `km` at borders."""
    areas = drawn(snapshot)
    # As exact as a point can be, so that units are told whatever is known of it.
    finest = np.array([NEAR], dtype=np.int8)
    found = Locator(km, areas).locate(Points(
        record=np.array([0], dtype=np.int64), lat=np.array([lat]), lon=np.array([lon]),
        where_precision=finest, country=np.array([None], dtype=object),
        named=np.array([None], dtype=object))).to_pylist()[0]
    return Where(found["admin0"], found["admin1"], found["admin2"],
                 _outline(areas, found, lat, lon, precision))


def _outline(
    areas: Drawn, found: dict[str, Any], lat: float, lon: float, precision: int
) -> list[Ring]:
    if precision == SECOND_LEVEL and len(areas.second):
        at = areas.second.tree.query(shapely.Point(lon, lat), predicate="intersects")
        return rings(areas.second.geometries[int(at[0])]) if at.size else []
    if precision in (SECOND_LEVEL, FIRST_LEVEL) and found["admin1_id"]:
        return rings(areas.first.geometries[areas.first.position[found["admin1_id"]]])
    if precision == COUNTRY and found["admin0"] in areas.countries.iso2:
        return rings(areas.countries.geometries[areas.countries.iso2.index(found["admin0"])])
    return []


def rings(shape: Any) -> list[Ring]:
    """Return the outer rings of a polygon or multipolygon, simplified to what a map shows."""
    tolerance, plain = DETAIL, shape.simplify(DETAIL)
    while shapely.get_num_coordinates(plain) > LARGEST:
        tolerance *= 2
        plain = shape.simplify(tolerance)
    parts = getattr(plain, "geoms", [plain])
    return [[[round(x, 4), round(y, 4)] for x, y in part.exterior.coords] for part in parts]


def candidates(
    snapshot: Snapshot | None, name: str, country: str, unit: str = ""
) -> Sequence[Candidate] | None:
    """Return the places of a country that a name may mean, the likeliest first.

    Args:
        snapshot: with the gazetteers that are loaded.
        name: of the place, as a source writes it.
        country: its name or code.
        unit: a first-level unit within which a place goes before others.

    Returns:
        None where the country is not known.
    """
    iso2 = resolve_country(country) if country else None
    said = read(name)
    if iso2 is None:
        return None
    if said is None:
        return []
    held, areas = places(snapshot, [iso2]), drawn(snapshot)
    found = Area(held, np.arange(len(held))).find([said.name])[0]
    told = [_candidate(areas, held, one.place, one.score) for one in found.candidates]
    wanted = areas.first.find(unit, iso2) if unit else ()
    inside = {areas.first.name(i, "en") for i in wanted}
    return sorted(told, key=lambda one: one.unit not in inside) if inside else told


def _candidate(areas: Drawn, held: Places, i: int, score: float) -> Candidate:
    at = areas.first.tree.query(held.points[i], predicate="intersects")
    unit = areas.first.name(areas.first.ids[int(at[0])], "en") if at.size else None
    return Candidate(held.names[i], unit, float(held.lat[i]), float(held.lon[i]), score,
                     held.sources[i])
