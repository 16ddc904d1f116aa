"""What makes a record itself, and what makes it a revision."""

from __future__ import annotations

import hashlib

import ibis
import ibis.expr.types as ir

from data.model import SCHEMA

SEPARATOR = "\x1f"
DIGITS = 20
NOT_CONTENT = frozenset({"incident_id", "found_admin0", "admin0", "admin1", "admin1_id", "admin2",
                         "cell", "content", "import_id", "flags", "first_said", "last_said",
                         "last_seen"})
"""Fields that follow from others or from the boundaries, and so make no revision."""


def incident_id(source: str, source_record_id: str) -> str:
    """Return the stable identity of a source's record."""
    text = f"{source}{SEPARATOR}{source_record_id}"
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def incident_id_column(source: ir.StringColumn, record_id: ir.StringColumn) -> ir.StringColumn:
    """Return `incident_id` of every row."""
    return (source + SEPARATOR + record_id).hexdigest("sha256").substr(0, DIGITS)


def own_id(raw: ir.Table, columns: list[str], *, apart: bool = True) -> ir.StringColumn:
    """Identify rows without an identifier: a hash of the content, and which occurrence it is.

    Identical rows stay apart, unless `apart` says that they are one; the same file gives
    the same identities again.
    """
    digest = _digest([raw[name] for name in columns])
    if not apart:
        return digest.substr(0, DIGITS)
    occurrence = ibis.row_number().over(
        ibis.window(group_by=digest, order_by=raw.record)) + 1
    return digest.substr(0, DIGITS) + "-" + occurrence.cast("string")


def content(rows: ir.Table, besides: str | None = None) -> ir.StringColumn:
    """Hash everything that the source says, so that a revision differs; `besides` is left out."""
    fields = [name for name in SCHEMA.names if name not in NOT_CONTENT and name != besides]
    return _digest([rows[name].cast("string") for name in fields])


def _digest(columns: list[ir.StringValue]) -> ir.StringColumn:
    said = [column.fill_null("\x00") for column in columns]
    return ibis.literal(SEPARATOR).join(said).hexdigest("sha256")
