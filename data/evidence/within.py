"""Which claims lie in an area or in picked units, by their places as exactly as these are known.

A claim lies there when one of its places does: an exact place, or one known to within 25 km,
by its point; a unit or a country when the area holds it whole. A corridor whose path is known
lies wherever it passes.
"""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry

from data.evidence.model import COUNTRY_PRECISION, Claim, Corridor, Place
from data.evidence.near import path
from data.shapes.area import Area
from data.shapes.held import Held
from data.shapes.picks import Picks
from data.shapes.settled import held_of

BY_POINT = 2
"""Coarsest `where_precision` of a place that its point stands for."""


def in_area(claim: Claim, area: Area) -> bool:
    """Tell whether a claim lies in an area."""
    shape, held = area.shape, held_of(area)
    return _passes(claim, shape, known=True) or any(
        _in(place, shape, held) for place in claim.where)


def in_picks(place: Place, picks: Picks) -> bool:
    """Tell whether a place is one of the picked units, or lies in one."""
    return place.unit in picks.held.first or (
        bool(picks.held.second) and _by_point(place)
        and any(_has(shape, place) for shape in picks.shapes))


def cut_by(claim: Claim, shape: BaseGeometry, held: Held) -> bool:
    """Tell whether nobody knows if a claim lies in a shape: it is of a place that this cuts.

    A corridor that is drawn through the shape without its path being known is such a one.
    """
    return _passes(claim, shape, known=False) or any(
        _cut(place, held) for place in claim.where)


def _in(place: Place, shape: BaseGeometry, held: Held) -> bool:
    if _by_point(place):
        return _has(shape, place)
    if place.shape is not None:
        return bool(shapely.covers(shape, place.shape))
    if place.precision < COUNTRY_PRECISION and place.unit:
        return place.unit in held.first
    return place.country in held.countries


def _cut(place: Place, held: Held) -> bool:
    if _by_point(place):
        return False
    if place.precision < COUNTRY_PRECISION and place.unit:
        return place.unit in held.cut_first
    return place.country in held.cut_countries


def _passes(claim: Claim, shape: BaseGeometry, *, known: bool) -> bool:
    """Tell whether a corridor's line, of which the path is known or is not, enters a shape."""
    if not isinstance(claim, Corridor) or claim.path_known is not known:
        return False
    return any(bool(shapely.intersects(shape, line)) for line in path(claim))


def _by_point(place: Place) -> bool:
    return place.placed and place.precision <= BY_POINT and place.shape is None


def _has(shape: BaseGeometry, place: Place) -> bool:
    return bool(shapely.contains_xy(shape, place.lon, place.lat))
