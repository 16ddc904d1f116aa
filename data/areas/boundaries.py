"""Units of any level: those that users loaded, and the shipped ones where there are none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import ibis
import numpy as np
import numpy.typing as npt
import shapely

from data import boundaries as shipped
from data.areas.schema import BOUNDARIES, BOUNDARIES_TABLE
from data.store import Snapshot
from data.taxonomy import fold

SHIPPED_LEVELS = (0, 1)
SHIPPED_SOURCE = "Natural Earth"
SHIPPED_LICENCE = "public-domain"


@dataclass(frozen=True, eq=False)
class Units:
    """The units of one level, in the order of their ids.

    Attributes:
        level: 0 countries, 1 first-level units, and so on down.
        ids: a shipped unit's own, or ISO alpha-2, level and folded name of a loaded one.
        names: as their file has them; English for shipped ones.
        iso2: the country that each belongs to.
        parents: ids one level up; empty where that is not known.
        geometries: polygons or multipolygons, WGS 84 degrees, shape (n,).
        vintages: what state of the boundary is drawn; empty where it is not stated.
        sources: who published it.
        licences: ids of `data.licences`.
    """

    level: int
    ids: list[str]
    names: list[str]
    iso2: list[str]
    parents: list[str]
    geometries: npt.NDArray[np.object_]
    vintages: list[str]
    sources: list[str]
    licences: list[str]

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def tree(self) -> shapely.STRtree:
        """Index of the polygons, for point in polygon over arrays."""
        return shapely.STRtree(self.geometries)

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Where each id stands."""
        return {unit_id: i for i, unit_id in enumerate(self.ids)}

    @cached_property
    def _by_name(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for i, (unit_id, name) in enumerate(zip(self.ids, self.names, strict=True)):
            for key in dict.fromkeys((fold(unit_id), fold(name))):
                found[key].append(i)
        return found

    def find(self, text: str, iso2: str | None = None) -> tuple[str, ...]:
        """Return the ids of the units that an id or a name means, of a country if one is given.

        Words for the kind of unit are ignored where needed. Where no unit is called so, the
        names and spellings of the shipped units are understood.
        """
        own = next((found for spelling in shipped.unit_spellings(text)
                    if (found := self._called(spelling, iso2))), ())
        return own if own or self.level not in SHIPPED_LEVELS else tuple(
            unit_id for unit_id in _shipped_meaning(self.level, text, iso2)
            if unit_id in self.position)

    def _called(self, text: str, iso2: str | None) -> tuple[str, ...]:
        return tuple(self.ids[i] for i in self._by_name.get(fold(text), ())
                     if iso2 in (None, self.iso2[i]))

    def name(self, unit_id: str, language: str) -> str:
        """Name a unit: a shipped one in a language, unless its file calls it something else.

        Raises:
            KeyError: for an unknown id.
        """
        own = self.names[self.position[unit_id]]
        return own if fold(own) not in map(fold, shipped_names(unit_id)) else (
            shipped_names(unit_id)[language == "fr"])

    def simplified(self, tolerance: float) -> npt.NDArray[np.object_]:
        """Return coarser polygons, shape (n,), whose shared edges stay shared.

        Args:
            tolerance: degrees; features narrower than about this vanish.
        """
        return _simplified(self, tolerance)


def units(snapshot: Snapshot | None, level: int) -> Units:
    """Return the units of a level: loaded ones, and shipped ones of countries without any.

    Args:
        snapshot: None for the shipped ones alone.
        level: 0 or more; one that nobody loaded, below 1, has no units.
    """
    return _units(snapshot, level)


def levels(snapshot: Snapshot | None) -> list[int]:
    """List the levels that have units, 0 the country."""
    return sorted({*SHIPPED_LEVELS, *levels_loaded(snapshot)})


def shipped_names(unit_id: str) -> tuple[str, str] | tuple[()]:
    """Return the English and the French name of a shipped unit or country; nothing of another."""
    for named in (shipped.unit_name, shipped.country_name):
        try:
            return named(unit_id, "en"), named(unit_id, "fr")
        except KeyError:
            continue
    return ()


@lru_cache(maxsize=32)
def _units(snapshot: Snapshot | None, level: int) -> Units:
    rows = _loaded(snapshot, level) if level in levels_loaded(snapshot) else []
    covered = {row["iso2"] for row in rows}
    rows += [row for row in _shipped(level) if row["iso2"] not in covered]
    rows.sort(key=lambda row: str(row["unit_id"]))
    return units_of(level, rows)


def units_of(level: int, rows: list[dict[str, Any]]) -> Units:
    """Build units from rows of the table; their shapes are WKB or shapely's."""
    def texts(column: str) -> list[str]:
        return [row[column] or "" for row in rows]

    shapes = np.array([row["geometry"] for row in rows], dtype=object)
    geometries = shapes if _are_shapes(rows) else shapely.from_wkb(shapes)
    shapely.prepare(geometries)
    return Units(level, texts("unit_id"), texts("name"), texts("iso2"), texts("parent_id"),
                 geometries, texts("vintage"), texts("source"), texts("licence"))


def _are_shapes(rows: list[dict[str, Any]]) -> bool:
    return all(isinstance(row["geometry"], shapely.Geometry) for row in rows)


@lru_cache(maxsize=16)
def levels_loaded(snapshot: Snapshot | None) -> tuple[int, ...]:
    """List the levels of which a snapshot has units of its own, 0 the country."""
    if snapshot is None or not snapshot.holds(BOUNDARIES_TABLE):
        return ()
    table = ibis.table(BOUNDARIES, name=BOUNDARIES_TABLE)
    found = snapshot.fetch(table.select("level").distinct())
    return tuple(sorted(found["level"].to_pylist()))


def _loaded(snapshot: Snapshot | None, level: int) -> list[dict[str, Any]]:
    assert snapshot is not None
    table = ibis.table(BOUNDARIES, name=BOUNDARIES_TABLE)
    rows = snapshot.rows(table.filter(table.level == level))
    for row, shape in zip(rows, shapely.from_wkb([r["geometry"] for r in rows]), strict=True):
        row["geometry"] = shape
    return rows


def _shipped(level: int) -> list[dict[str, Any]]:
    if level not in SHIPPED_LEVELS:
        return []
    areas = shipped.load_countries() if level == 0 else shipped.load_units()
    return [
        {"unit_id": unit_id, "iso2": iso2, "geometry": geometry, "source": SHIPPED_SOURCE,
         "licence": SHIPPED_LICENCE, "parent_id": iso2 if level else "",
         "name": shipped_names(unit_id)[0],  # type: ignore[misc]
         "vintage": shipped.unit_vintage(unit_id) if level else areas.vintage}
        for unit_id, iso2, geometry in zip(areas.ids, areas.iso2, areas.geometries, strict=True)
    ]


def _shipped_meaning(level: int, text: str, iso2: str | None) -> tuple[str, ...]:
    if level:
        return shipped.resolve_unit(text, iso2)
    code = shipped.resolve_country(text)
    return (code,) if code and iso2 in (None, code) else ()


@lru_cache(maxsize=16)
def _simplified(found: Units, tolerance: float) -> npt.NDArray[np.object_]:
    """Simplify as one coverage; where units of two sources overlap, edges part a little."""
    if not len(found):
        return found.geometries
    shapes: npt.NDArray[np.object_] = shapely.coverage_simplify(found.geometries, tolerance)
    gone = shapely.is_empty(shapes)
    # A unit smaller than the tolerance is still a unit.
    shapes[gone] = found.geometries[gone]
    broken = ~shapely.is_valid(shapes)
    shapes[broken] = shapely.make_valid(shapes[broken], method="structure", keep_collapsed=False)
    return shapes
