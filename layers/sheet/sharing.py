"""What each layer counts incidents by, which decides what may be in its counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import ibis.expr.types as ir

from data.queries.coarse import place
from data.queries.hexes import placed_cell
from data.queries.shared import Counting, Keys
from layers import difference_values
from layers.base import Found, Layer, Request
from layers.factor_options import INCIDENTS
from layers.metrics import metric_of
from layers.vulnerability import Vulnerability

SINGLE = ("incidents", "interventions", "seizures")
"""Layers that show single incidents, among others."""
PERSONS = ("count", "rate")
"""Metrics that count incidents alone; a sum of deaths or money may be what one record says."""

Ask = Callable[[Request], Found]


def counting(layer: Layer, request: Request, ask: Ask) -> Counting | None:
    """Tell how a layer counts; None where it shows single incidents, sums, or none.

    Args:
        layer: that is asked.
        request: settled.
        ask: answers from what may leave singly; asked by a layer that compares, of which the
            data decides the windows.
    """
    own = request.selection
    match layer.id:
        case "hexagons" if metric_of(request).id in PERSONS:
            return Counting(cells(request.resolution), (own,))
        case "effort":
            return Counting(cells(request.resolution), (own,))
        case "difference":
            sides = difference_values.sides(ask(request), request)
            first, second = (replace(one.selection, date_from=one.days[0], date_to=one.days[1])
                             for one in sides)
            return Counting(cells(request.resolution), (first, second))
        case "coarse":
            return Counting(place, (own,))
        case "vulnerability" if request.chosen(Vulnerability.shown) == INCIDENTS:
            return Counting(units, (own.anytime(),))
    return None


def cells(resolution: int) -> Keys:
    """Count by hexagons; what is known less exactly is in none."""
    return lambda rows: [placed_cell(rows, resolution)]


def apart(resolution: int) -> Keys:
    """Count together what is known less exactly than hexagons, and all other incidents."""
    return lambda rows: [placed_cell(rows, resolution).isnull()]


def units(rows: ir.Table) -> list[ir.Value]:
    """Count by first-level unit."""
    return [rows.admin1_id]
