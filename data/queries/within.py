"""What lies in an area or in picked units, as exactly as each place is known.

An exact place, and one known to within 25 km, is in an area when its point is. An incident
known only to a unit or a country is in it when the unit or the country is; where the area
cuts that, nobody knows, and the incident is counted apart.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from data.shapes.held import BETWEEN, Held

POINTS = (1, 2)
SECOND, FIRST = 3, 4
COUNTRY = (5, 6)
"""Values of `where_precision`; vague areas are told by their country."""


def in_area(rows: ir.Table, shape: BaseGeometry, held: Held) -> ir.BooleanValue:
    """Tell which incidents lie in an area."""
    point = rows.where_precision.isin(POINTS) & contains(rows, shape)
    return point | _coarse(rows, held)


def in_units(rows: ir.Table, held: Held) -> ir.BooleanValue:
    """Tell which incidents lie in picked units, as they were located when imported."""
    first = rows.admin1_id.isin(sorted(held.first))
    second = (rows.where_precision <= SECOND) & _second(rows, held.second)
    return (first | second).fill_null(False)


def undecided(rows: ir.Table, held: Held) -> ir.BooleanValue:
    """Tell which incidents are known to a unit or a country that is only partly within."""
    own_second = rows.admin2.notnull() & rows.admin0.isin(sorted(held.known))
    by_first = rows.admin1_id.isin(sorted(held.cut_first))
    by_country = rows.admin0.isin(sorted(held.cut_countries))
    to_first = ibis.ifelse(rows.admin1_id.notnull(), by_first, by_country)
    return _by_precision(
        rows, ibis.ifelse(own_second, _second(rows, held.cut_second), to_first), to_first,
        by_country)


def contains(rows: ir.Table, shape: BaseGeometry) -> ir.BooleanValue:
    """Tell which points lie in a shape, by how many of its edges lie east of them.

    Plain arithmetic, so that every engine can do it. Edges are asked of what lies in its box
    alone: a case is worked out for the rows that it is for, where a conjunction may not be.
    """
    return _contains(rows.op(), shape)


@lru_cache(maxsize=64)
def _contains(table: Any, shape: BaseGeometry) -> ir.BooleanValue:
    """Build it once for the many questions that are asked of one selection."""
    rows: ir.Table = table.to_expr()
    west, south, east, north = shape.bounds
    crossed = [_crosses(rows, *edge) for edge in _edges(shape)]
    while len(crossed) > 1:  # a balanced sum, since engines limit how deep an expression goes
        crossed = [sum(crossed[i + 1:i + 2], crossed[i]) for i in range(0, len(crossed), 2)]
    box = rows.lon.between(west, east) & rows.lat.between(south, north)
    return ibis.ifelse(box.fill_null(False), crossed[0] % 2 == 1, False)


def _coarse(rows: ir.Table, held: Held) -> ir.BooleanValue:
    first = ibis.ifelse(rows.admin1_id.notnull(), rows.admin1_id.isin(sorted(held.first)),
                        rows.admin0.isin(sorted(held.countries)))
    return _by_precision(rows, _second(rows, held.second) | first, first,
                         rows.admin0.isin(sorted(held.countries)))


def _by_precision(
    rows: ir.Table, second: ir.BooleanValue, first: ir.BooleanValue, country: ir.BooleanValue
) -> ir.BooleanValue:
    """Ask what is known to a unit of either level, or to a country, each in its own way."""
    precision = rows.where_precision
    return (((precision == SECOND) & second.fill_null(False))
            | ((precision == FIRST) & first.fill_null(False))
            | (precision.isin(COUNTRY) & country.fill_null(False)))


def _second(rows: ir.Table, keys: frozenset[str]) -> ir.BooleanValue:
    if not keys:
        return ibis.literal(False)
    return (rows.admin0 + BETWEEN + rows.admin2).isin(sorted(keys)).fill_null(False)


def _edges(shape: BaseGeometry) -> list[tuple[float, float, float, float]]:
    """Return the edges of all rings as (south, north, longitude at south, longitude a degree)."""
    edges = []
    for ring in shapely.get_rings(shapely.get_parts(shape)):
        corners = shapely.get_coordinates(ring)
        for a, b in pairwise(corners):
            (x0, y0), (x1, y1) = (a, b) if a[1] < b[1] else (b, a)
            if y0 < y1:
                edges.append((float(y0), float(y1), float(x0), float(np.divide(x1 - x0, y1 - y0))))
    return edges


def _crosses(
    rows: ir.Table, south: float, north: float, lon: float, slope: float
) -> ir.IntegerColumn:
    beside = rows.lon < lon + (rows.lat - south) * slope
    return ((rows.lat >= south) & (rows.lat < north) & beside).cast("int16")
