"""The units and countries that incidents are known to and no closer, with their numbers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from data import hexes, names
from data.ground import Ground
from data.i18n import t
from layers.areas import country_shape, unit_name, unit_shape
from layers.base import Found, Request
from layers.parts import Parts, days_of

KM_PER_DEGREE = 111.32


@dataclass(frozen=True, eq=False)
class Known:
    """A place that incidents are known to.

    Attributes:
        id: `unit/` or `country/` and its code.
        name: in the request's language.
        shape: WGS 84 degrees.
        parts: the incidents, with their days.
    """

    id: str
    name: str
    shape: BaseGeometry
    parts: Parts

    @property
    def level(self) -> str:
        """`unit` or `country`."""
        return self.id.split("/")[0]

    def level_name(self, language: str) -> str:
        """Say what kind of place it is."""
        return (t(language, "First-level unit") if self.level == "unit"
                else t(language, "Country"))


def places(found: Found, request: Request) -> tuple[Known, ...]:
    """Return countries first and then units, so that units are drawn above them."""
    return tuple(_known(id, rows, found.ground, request)
                 for id, rows in sorted(_by_place(found).items()) if id)


def unplaced(found: Found) -> int:
    """Count the incidents of which neither unit nor country is on the map."""
    return sum(row["n"] for row in _by_place(found).get("", ()))


def cells(one: Known, ground: Ground, resolution: int) -> tuple[int, ...]:
    """Return the hexagons that a place's incidents are spread over: those centred in it.

    A hexagon is then of one unit alone. A place too small for any has the one that it is in.
    """
    return _cells(ground, one.id, resolution)


def expected_cells(known: tuple[Known, ...], resolution: int) -> float:
    """Return about how many hexagons places have together, from their areas."""
    return sum(_square_km(one.shape) for one in known) / hexes.mean_area_km2(resolution)


def _by_place(found: Found) -> dict[str, list[dict[str, Any]]]:
    """Sort rows by the id of their place; empty where it has no shape."""
    held: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in found["coarse"].to_pylist():
        held[_place(row["unit"], row["country"], found.ground)].append(row)
    return held


def _place(unit: str | None, country: str | None, ground: Ground) -> str:
    """Return the id of a unit that has a shape, or else of its country."""
    if unit and unit_shape(ground, unit) is not None:
        return f"unit/{unit}"
    return f"country/{country}" if country and country_shape(country) is not None else ""


def _shape(id: str, ground: Ground) -> BaseGeometry:
    level, _, code = id.partition("/")
    shape = unit_shape(ground, code) if level == "unit" else country_shape(code)
    assert shape is not None
    return shape


def _known(id: str, rows: list[dict[str, Any]], ground: Ground, request: Request) -> Known:
    level, _, code = id.partition("/")
    name = (unit_name(ground, code, request.language) if level == "unit"
            else names.country(code, request.language))
    start, end, n = ([row[column] for row in rows] for column in ("start", "end", "n"))
    if request.step == "month":
        start, end = days_of(start)[0].tolist(), days_of(end)[1].tolist()
    return Known(id, name, _shape(id, ground), Parts.of(start, end, n))


@lru_cache(maxsize=1024)
def _cells(ground: Ground, id: str, resolution: int) -> tuple[int, ...]:
    shape = _shape(id, ground)
    found = hexes.covering(shape, resolution)
    centres = hexes.centres(found)
    inside = found[shapely.contains_xy(shape, centres[:, 0], centres[:, 1])]
    if len(inside):
        return tuple(inside.tolist())
    spot = shape.representative_point()
    nearest = np.hypot(*(centres - (spot.x, spot.y)).T).argmin()
    return (int(found[nearest]),)


def _square_km(shape: BaseGeometry) -> float:
    _, south, _, north = shape.bounds
    return float(shape.area * KM_PER_DEGREE**2 * np.cos(np.radians((south + north) / 2)))
