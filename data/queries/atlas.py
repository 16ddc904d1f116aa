"""How many incidents of a selection each unit of a level has."""

from __future__ import annotations

from collections.abc import Callable

import ibis
import ibis.expr.types as ir

from data.queries.filters import selected
from data.selection import Selection
from data.shapes.held import BETWEEN


def unit_key(rows: ir.Table, level: int) -> ir.StringColumn:
    """Return which unit of a level each incident is known to; null where to none.

    It is a country's ISO code, the id of a first-level unit, or a second-level one as
    `data.shapes.held.second_key` writes it.
    """
    second = rows.admin0 + ibis.literal(BETWEEN) + rows.admin2
    return {0: rows.admin0, 1: rows.admin1_id, 2: second}[level]


def unit_keys(level: int) -> Callable[[ir.Table], list[ir.Value]]:
    """Return what gives incidents the unit that they are counted by."""
    return lambda rows: [unit_key(rows, level)]


def by_unit(selection: Selection, level: int) -> ir.Table:
    """Count incidents by unit: `key` and `incidents`, ordered by key; see `unit_key`."""
    rows = selected(selection)
    keyed = rows.select(key=unit_key(rows, level))
    return (keyed.filter(keyed.key.notnull()).group_by("key")
            .agg(incidents=lambda r: r.count()).order_by("key"))
