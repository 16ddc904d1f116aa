"""Rows of the evidence base into the store: set against what it holds, then one snapshot."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.schema as sch
import ibis.expr.types as ir
import pyarrow as pa

from data.digests import digest
from data.evidence.pending import DUPLICATE_ID, ID_TAKEN, UNCHANGED, Pending, Row, committed_ids
from data.ingest.import_ids import id_of
from data.ingest.own import require_own
from data.ingest.rejects import Reject
from data.store import IMPORTS_SCHEMA, REJECTS_SCHEMA, Store, Writer


@dataclass(frozen=True)
class Note:
    """What the store keeps of an import.

    `import_id` tells the same file for the same purpose again; `preset` is how it was
    read; `report` is what the reader counted, beside what became of the rows.
    """

    import_id: str
    preset: str
    source: str
    file: str
    report: Mapping[str, Any] = field(default_factory=dict)

    def as_row(self, counts: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
        """Return the row of `imports`, with what became of each table's rows."""
        return {
            "import_id": self.import_id, "at": dt.datetime.now(dt.UTC).replace(tzinfo=None),
            "preset": self.preset, "source": self.source, "file": self.file,
            "digest": self.import_id, "report": json.dumps({**self.report, "tables": counts}),
        }


@dataclass(frozen=True)
class Published:
    """What became of the rows.

    Attributes:
        statuses: by table, one for each row in its order: `accepted` (new), `updated`,
            `unchanged`, `merged` (an earlier row of the batch says the same), or the
            reason why it was refused.
        rejects: those that were given, then those of refused rows.
        snapshot: the one published; None where nothing was.
    """

    statuses: Mapping[str, list[str]]
    rejects: list[Reject]
    snapshot: str | None

    def count(self, table: str) -> dict[str, int]:
        """Count a table's statuses."""
        return dict(Counter(self.statuses.get(table, ())))


def publish(
    store: Store, rows: Mapping[str, Sequence[Row]], rejects: Sequence[Reject], note: Note,
    *, dry_run: bool = False,
) -> Published:
    """Insert or update rows by `id` in each table, as one snapshot.

    Nothing is published on a dry run or where nothing changed. A row whose id a committed
    record has is refused as `id_taken`, and the second of two that differ as `duplicate_id`;
    the row itself is then the reject's fields.

    Args:
        store: a person's own.
        rows: by table, as text in the published form that is fit (see `read.problems`),
            with the columns of `stored.PROVENANCE` filled.
        rejects: what of the file could not be used.
        note: what is kept of the import.
        dry_run: tell what would happen, and leave the store alone.

    Raises:
        StoreError: it is the demonstration's store, or another import holds it.
    """
    require_own(store)
    with store.rehearsing() if dry_run else store.building() as writer:
        batch = _Batch(writer, rows)
        refused = [_reject(note, rows[table][position], position, status)
                   for table, statuses in batch.statuses.items()
                   for position, status in enumerate(statuses)
                   if status in (ID_TAKEN, DUPLICATE_ID)]
        every = [*rejects, *refused]
        news = not dry_run and batch.news(every, note)
        if news:
            batch.publish(every, note)
    return Published(batch.statuses, every, store.current_id() if news else None)


class _Batch:
    """The rows of one import beside what the store holds."""

    def __init__(self, writer: Writer, rows: Mapping[str, Sequence[Row]]) -> None:
        self._writer = writer
        self._pending = Pending(writer, committed_ids)
        self.statuses = {table: self._pending.add(table, rows[table]) for table in rows}
        seen = writer.fetch(writer.previous("imports").select("import_id"))
        self._seen = set(seen["import_id"].to_pylist())

    def news(self, rejects: Sequence[Reject], note: Note) -> bool:
        """Tell whether there is something to publish: changed rows, or rejects not yet kept."""
        every = {status for statuses in self.statuses.values() for status in statuses}
        fresh = note.import_id not in self._seen
        return self._pending.news or (UNCHANGED in every and bool(rejects) and fresh)

    def publish(self, rejects: Sequence[Reject], note: Note) -> None:
        """Write the next snapshot."""
        tables = self._pending.tables()
        counts = {table: Counter(found) for table, found in self.statuses.items()}
        # The same file may fare otherwise once the places it names are known.
        tables["imports"] = self._instead("imports", IMPORTS_SCHEMA, note,
                                          [note.as_row(counts)])
        tables["rejects"] = self._instead("rejects", REJECTS_SCHEMA, note,
                                          [reject.as_row() for reject in rejects])
        self._writer.publish(tables, about={"imported": [note.file]})

    def _instead(
        self, name: str, schema: sch.Schema, note: Note, rows: list[dict[str, Any]]
    ) -> ir.Table:
        kept = self._writer.previous(name)
        staged = self._writer.stage(pa.Table.from_pylist(rows, schema.to_pyarrow()))
        return kept.filter(kept.import_id != note.import_id).union(
            ibis.table(schema, name=staged))


def _reject(note: Note, row: Row, position: int, reason: str) -> Reject:
    return Reject(note.import_id, note.file, position + 1, (reason,), dict(row))


def import_id(path: Path, purpose: str) -> str:
    """Name an import by a file's content and what it was read as, such as a table's name."""
    return id_of(digest(path), purpose)

