"""Tables of a snapshot of an older layout, seen as the present one has them."""

from __future__ import annotations

from collections.abc import Iterable

import ibis
import ibis.expr.types as ir


def completed(schema: ibis.Schema, present: Iterable[str], name: str, catalog: str) -> ir.Table:
    """Return a stored table with the columns of its schema, empty where it lacks them.

    Args:
        schema: what the table is to have.
        present: the columns that it has.
        name: of the table.
        catalog: that it lies in.
    """
    there = set(present)
    held = ibis.schema({column: kind for column, kind in schema.items() if column in there})
    table = ibis.table(held, name=name, catalog=catalog, database="main")
    empty = {column: ibis.null(kind) for column, kind in schema.items() if column not in there}
    return table.mutate(**empty).select(*schema.names) if empty else table
