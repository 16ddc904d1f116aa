"""Which units lie in an area, and which are cut by it.

An incident known only to its region is in an area that holds the region, out of one that
does not touch it, and neither where the area cuts the region: it is then counted apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from data.areas.boundaries import Units

WHOLE = 0.99
"""Share of a unit from which it lies in an area: two maps never draw one border alike."""
BETWEEN = "/"


@dataclass(frozen=True)
class Held:
    """The units of each level that an area holds, and those that it cuts.

    Attributes:
        countries, first: ISO codes, and ids of first-level units.
        second: second-level units as `second_key` writes them, since incidents name them.
        cut_countries, cut_first, cut_second: the same of those that lie in it in part.
        known: countries whose second-level units are loaded.
    """

    countries: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()
    cut_countries: frozenset[str] = frozenset()
    cut_first: frozenset[str] = frozenset()
    cut_second: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()


def second_key(iso2: str, name: str) -> str:
    """Write a second-level unit as its country and its name, as incidents have them."""
    return iso2 + BETWEEN + name


def of_shape(shape: BaseGeometry, countries: Units, first: Units, second: Units) -> Held:
    """Look up what a shape holds and cuts, WGS 84 degrees."""
    whole0, part0 = _told(countries, shape)
    whole1, part1 = _told(first, shape)
    whole2, part2 = _told(second, shape)
    keys, cut = _keys(second, whole2), _keys(second, part2)
    return Held(
        frozenset(countries.iso2[i] for i in whole0), frozenset(first.ids[i] for i in whole1),
        keys - cut, frozenset(countries.iso2[i] for i in part0),
        frozenset(first.ids[i] for i in part1), cut, frozenset(second.iso2))


def _keys(second: Units, at: list[int]) -> frozenset[str]:
    return frozenset(second_key(second.iso2[i], second.name(second.ids[i], "en")) for i in at)


def _told(units: Units, shape: BaseGeometry) -> tuple[list[int], list[int]]:
    """Return where the units stand that lie in a shape, and those that lie in it in part."""
    if not len(units):
        return [], []
    at = np.sort(units.tree.query(shape, predicate="intersects"))
    own = units.geometries[at]
    shares = shapely.area(shapely.intersection(own, shape)) / shapely.area(own)
    return at[shares >= WHOLE].tolist(), at[(shares > 0) & (shares < WHOLE)].tolist()
