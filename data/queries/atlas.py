"""How many incidents of a selection each unit of a level has."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from data.queries.filters import selected
from data.selection import Selection
from data.shapes.held import BETWEEN


def by_unit(selection: Selection, level: int) -> ir.Table:
    """Count incidents by unit: `key` and `incidents`, ordered by key.

    The key is a country's ISO code, the id of a first-level unit, or a second-level one as
    `data.shapes.held.second_key` writes it. Incidents known less exactly are in none.
    """
    rows = selected(selection)
    second = rows.admin0 + ibis.literal(BETWEEN) + rows.admin2
    keyed = rows.select(key={0: rows.admin0, 1: rows.admin1_id, 2: second}[level])
    return (keyed.filter(keyed.key.notnull()).group_by("key")
            .agg(incidents=lambda r: r.count()).order_by("key"))
