"""How exactly a place is told, and the coordinates that a source gives for it then."""

from __future__ import annotations

import numpy as np

from data.demo import territory
from data.demo.places import KM_PER_DEGREE, Sites, positions
from data.demo.streams import Booleans, Floats, Integers, pick

WEIGHTS = np.array([0.45, 0.30, 0.10, 0.10, 0.03, 0.02])
"""How often each `where_precision`, 1 to 6, is given; invented."""
NEAR_KM = 25.0
NEAR_DEGREES = 0.05
"""A place within 25 km of no town is told to this grid, about 5 km."""
VAGUE_DEGREES = 0.5


def draw(rng: np.random.Generator, n: int) -> Integers:
    """Draw `where_precision`, shape (n,)."""
    return pick(rng, WEIGHTS, n) + 1


def told(sites: Sites, precision: Integers, unit: Integers) -> tuple[Floats, Floats]:
    """Return the (lat, lon) that a source gives: the coarser, the more they stand for.

    1 the place itself; 2 the town within 25 km, or a rounded place; 3 the town that the
    second-level unit is told by; 4 a point that stands for the first-level unit; 5 the place
    rounded to half a degree; 6 a point that stands for the country. Where a rounded place
    would fall into another first-level unit, or a vague one into another country, the
    place itself is given.

    Args:
        sites: the true places.
        precision: `where_precision`, shape (n,).
        unit: true first-level units, positions in `territory.units()`, shape (n,).
    """
    true = np.column_stack([sites.lat, sites.lon])
    town = positions()[sites.town]
    close = (kilometres(true, town) <= NEAR_KM) & same_unit(town, unit)
    countries = np.array([territory.country_centres()[u.iso2] for u in territory.units()])
    choices = [
        true,
        np.where(close[:, None], town, _rounded(true, NEAR_DEGREES, unit)),
        np.where(same_unit(town, unit)[:, None], town, _rounded(true, NEAR_DEGREES, unit)),
        territory.centres()[unit],
        _rounded(true, VAGUE_DEGREES, unit, by_country=True),
        countries[unit],
    ]
    point = np.choose((precision - 1)[:, None], choices)
    return point[:, 0], point[:, 1]


def same_unit(point: Floats, unit: Integers, by_country: bool = False) -> Booleans:
    """Tell which points, (lat, lon) of shape (n, 2), lie in their unit, or in its country."""
    found = territory.locate(point[:, 0], point[:, 1])
    if by_country:
        country = np.array([*(u.iso2 for u in territory.units()), ""])
        return np.asarray(country[found] == country[unit], dtype=np.bool_)
    return np.asarray(found == unit, dtype=np.bool_)


def kilometres(a: Floats, b: Floats) -> Floats:
    """Return distances between points (lat, lon) of shape (n, 2), on a sphere unrolled."""
    north = a[:, 0] - b[:, 0]
    east = (a[:, 1] - b[:, 1]) * np.cos(np.radians(a[:, 0]))
    return np.asarray(np.hypot(north, east) * KM_PER_DEGREE)


def _rounded(
    point: Floats, grid: float, unit: Integers, by_country: bool = False
) -> Floats:
    coarse = (np.round(point / grid) * grid).round(2)
    return np.where(same_unit(coarse, unit, by_country)[:, None], coarse, point)
