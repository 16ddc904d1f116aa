"""The shape of a country or a first-level unit, by its code."""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry

from data.boundaries import load_countries, load_units


def shape_of(code: str) -> BaseGeometry:
    """Return the polygon of `ML-7` or `ML`; empty where no boundary is held."""
    areas = load_units() if "-" in code else load_countries()
    if code not in areas.ids:
        return shapely.GeometryCollection()
    shape: BaseGeometry = areas.geometries[areas.ids.index(code)]
    return shape
