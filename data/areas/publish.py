"""A part of a table replaced, with its import and rejects beside, as the next snapshot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from data.evidence.publish import Note
from data.ingest.own import require_own
from data.ingest.rejects import Reject
from data.store import IMPORTS_SCHEMA, REJECTS_SCHEMA, TABLES, Snapshot, Store, Writer

NOTHING: Mapping[str, ir.Table] = MappingProxyType({})


@dataclass(frozen=True)
class Build:
    """The next snapshot while it is built, and the one in force meanwhile."""

    writer: Writer
    snapshot: Snapshot | None


@contextmanager
def building(store: Store, dry_run: bool) -> Iterator[Build]:
    """Build on a person's own store, or rehearse; raises `StoreError` on the demonstration's."""
    require_own(store)
    with store.rehearsing() if dry_run else store.building() as writer:
        yield Build(writer, store.current())


def stage(writer: Writer, table: str, rows: pa.Table) -> ir.Table:
    """Stage rows of a table of the store."""
    return ibis.table(TABLES[table], name=writer.stage(rows))


def replace(
    writer: Writer, table: str, *, replaced: ir.Table, kept: ir.Table, fresh: ir.Table,
    note: Note, rejects: Sequence[Reject], also: Mapping[str, ir.Table] = NOTHING,
) -> bool:
    """Write the next snapshot unless it would say the same; return whether it was written.

    Args:
        writer: the next snapshot.
        table: one that users load as a whole, such as boundaries.
        replaced: the rows so far that give way.
        kept: the rows so far that stay.
        fresh: the rows that come, staged.
        note: what is kept of the import.
        rejects: what of the file could not be used.
        also: other tables that follow from these rows, whole.
    """
    seen = writer.fetch(writer.previous("imports").select("import_id"))["import_id"].to_pylist()
    lost = rejects and note.import_id not in seen
    if not lost and _content(writer, replaced).equals(_content(writer, fresh)):
        return False
    writer.publish(
        {
            table: kept.union(fresh),
            **also,
            "imports": _instead(writer, "imports", IMPORTS_SCHEMA, note, [note.as_row({})]),
            "rejects": _instead(writer, "rejects", REJECTS_SCHEMA, note,
                                [reject.as_row() for reject in rejects]),
        },
        about={"imported": [note.file]},
    )
    return True


def _content(writer: Writer, rows: ir.Table) -> pa.Table:
    said = rows.drop("import_id")
    return writer.fetch(said.order_by(list(said.columns)))


def _instead(
    writer: Writer, name: str, schema: Any, note: Note, rows: list[dict[str, Any]]
) -> ir.Table:
    kept = writer.previous(name)
    staged = writer.stage(pa.Table.from_pylist(rows, schema.to_pyarrow()))
    return kept.filter(kept.import_id != note.import_id).union(ibis.table(schema, name=staged))
