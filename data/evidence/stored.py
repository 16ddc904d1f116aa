"""Where a snapshot keeps the evidence that users added: one table for each of ours.

Rows are kept as the text that was validated, in the published form, so that the
committed tables and a user's are read by the same reader.
"""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.schema as sch

from data.evidence.columns import columns_of
from data.evidence.tables import TABLES

PROVENANCE = ("import_id", "source", "licence", "flags")
"""What the store adds to a row: its import, who published it, what may be handed on, doubts."""


def table_name(table: str) -> str:
    """Return what the store calls a table."""
    return f"evidence_{table}"


def schema(table: str) -> sch.Schema:
    """Return the columns of a table in the store, all of them text."""
    names = [c.name for c in columns_of(TABLES[table])]
    return ibis.schema(dict.fromkeys((*names, *PROVENANCE), "string"))


SCHEMAS: dict[str, sch.Schema] = {table_name(table): schema(table) for table in TABLES}


def stored_rows(snapshot: Any, table: str) -> list[dict[str, Any]]:
    """Return the rows that a snapshot holds, in the order of their ids."""
    name = table_name(table)
    if not snapshot.holds(name):
        return []
    rows: list[dict[str, Any]] = snapshot.rows(
        ibis.table(SCHEMAS[name], name=name).order_by("id"))
    return rows
