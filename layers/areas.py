"""The area that a place stands for: its own, its unit's, or its country's."""

from __future__ import annotations

from functools import lru_cache

import shapely
from shapely.geometry.base import BaseGeometry

from data import boundaries as shipped
from data.boundaries import load_countries
from data.evidence.model import Place
from data.ground import Ground

FIRST_LEVEL = 4
COUNTRY = 6


def area_of(place: Place, ground: Ground) -> BaseGeometry | None:
    """Return the polygon that a place is known to, WGS 84 degrees.

    None for a place known as a point, or known vaguely without an area: a point then
    stands for it, and its precision is told.
    """
    if place.shape is not None and place.shape.area > 0:
        return place.shape
    if place.precision == FIRST_LEVEL and place.unit:
        return unit_shape(ground, place.unit)
    if place.precision == COUNTRY and place.country:
        return country_shape(place.country)
    return None


def unit_shape(ground: Ground, unit_id: str) -> BaseGeometry | None:
    """Return the shape of a first-level unit, if it is held."""
    return _index(ground).get(unit_id)


def unit_name(ground: Ground, unit_id: str, language: str) -> str:
    """Name a first-level unit that has a shape. Raises `KeyError` for one that has none."""
    units = ground.units(1)
    if unit_id in units.position:
        return units.name(unit_id, language)
    return shipped.unit_name(unit_id, language)


@lru_cache(maxsize=512)
def country_shape(iso2: str) -> BaseGeometry | None:
    """Return the shape of a country, simplified to what a map of it shows."""
    countries = load_countries()
    if iso2 not in countries.ids:
        return None
    shape: BaseGeometry = shapely.simplify(countries.geometries[countries.ids.index(iso2)], 0.01)
    return shape


@lru_cache(maxsize=4)
def _index(ground: Ground) -> dict[str, BaseGeometry]:
    """Index shapes by id.

    Evidence names shipped units: their own shapes stay at hand where a user's boundaries,
    with ids of their own, have taken their place on the map.
    """
    own, ours = ground.units(1), shipped.load_units()
    return {unit_id: shape for units in (ours, own)
            for unit_id, shape in zip(units.ids, units.geometries, strict=True)}
