"""Columns that no field took, said so that none is lost unnoticed."""

from __future__ import annotations

import ibis.expr.types as ir

from data.i18n import Message, msg, quoted
from data.ingest.lookups import stripped
from data.ingest.plan import MOST_LISTED, Plan
from data.ingest.presets.generic import GENERIC
from data.ingest.presets.hxl import HXL
from data.ingest.records import Header
from data.ingest.rejects import OWN
from data.store import Writer

UNKNOWN_LAYOUTS = frozenset({GENERIC.name, HXL.name})
"""Presets of files of any layout; what the others leave is on their pages."""


def notes(plan: Plan, own: int) -> list[Message]:
    """Say which columns of a file of no known layout were not read.

    Args:
        plan: how the file is read.
        own: how many columns are the file's own; its shapes give the others.
    """
    if plan.preset.name not in UNKNOWN_LAYOUTS:
        return []
    header = plan.header
    actors = {actor.raw for actor in plan.actors}
    used = {*plan.names.values(), *(column for column, _ in plan.kept),
            *(column for made in (*plan.made, *plan.doubts) for column in made.columns)}
    if set(OWN) <= set(header.names):
        used |= {*OWN}
    left = [name for i, name in enumerate(header.names[:own])
            if name and name not in used and f"c{i}" not in actors]
    if not left:
        return []
    shown = quoted(left[:MOST_LISTED])
    more = ("…",) if len(left) > MOST_LISTED else ()
    return [msg("these columns were not read: {columns}; --map FIELD=COLUMN takes one",
                columns=(*shown, *more))]


def nameless(writer: Writer, raw: ir.Table, plan: Plan, own: int) -> list[Message]:
    """Say which columns without a name hold something, which is not read.

    Args:
        writer: the snapshot being built.
        raw: the staged records.
        plan: how the file is read.
        own: see `notes`.
    """
    columns = _nameless(plan.header, own)
    if plan.preset.name not in UNKNOWN_LAYOUTS or not columns:
        return []
    whole = raw.filter(raw.damage.isnull())
    filled = {column: stripped(whole, column).notnull().any().fill_null(False)
              for column in columns}
    row = writer.fetch(whole.agg(**filled)).to_pylist()[0]
    numbers = [str(columns[column]) for column in columns if row[column]]
    if not numbers:
        return []
    shown = ", ".join([*numbers[:MOST_LISTED], *(["…"] if len(numbers) > MOST_LISTED else [])])
    return [msg("columns without a name hold values and were not read: number {numbers}; write "
                "their names into the header", numbers=shown)]


def _nameless(header: Header, own: int) -> dict[str, int]:
    """Return the staged columns that have no name, and their numbers in the file, from 1."""
    return {f"c{i}": i + 1 for i, name in enumerate(header.names[:own]) if not name}
