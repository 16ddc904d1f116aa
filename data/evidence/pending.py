"""Rows on their way into the next snapshot, set against those that the store holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import ibis
import ibis.expr.schema as sch
import ibis.expr.types as ir
import pyarrow as pa

from data.evidence.read import rows_of
from data.evidence.stored import SCHEMAS, table_name
from data.evidence.tables import FOLDER
from data.store import Writer

Row = dict[str, str]

ACCEPTED, UPDATED, UNCHANGED, MERGED = "accepted", "updated", "unchanged", "merged"
ID_TAKEN, DUPLICATE_ID = "id_taken", "duplicate_id"
CHANGING = (ACCEPTED, UPDATED)

NOT_CONTENT = frozenset({"import_id", "flags"})
"""Columns that make no revision."""


def committed_ids(table: str) -> frozenset[str]:
    """Return the ids that the committed records of a table have."""
    path = FOLDER / f"{table}.csv"
    rows = rows_of(path) if path.exists() else []
    return frozenset(row["id"] for row in rows if "id" in row)


class Pending:
    """The rows that files change; a later file is set against what an earlier one left."""

    def __init__(
        self, writer: Writer, taken: Callable[[str], frozenset[str]] = committed_ids
    ) -> None:
        self._writer = writer
        self._taken = taken
        self._before: dict[str, dict[str, tuple[str, ...]]] = {}
        self._changed: dict[str, dict[str, Row]] = {}
        self._withdrawn: dict[str, set[str]] = {}

    @property
    def news(self) -> bool:
        """Whether anything differs from what the store holds."""
        return any(self._changed.values()) or any(self._withdrawn.values())

    def add(self, table: str, rows: Sequence[Row]) -> list[str]:
        """Set the rows of one file against those known, and keep what changes.

        Returns a status a row, in their order: `accepted` (new), `updated`, `unchanged`,
        `merged` (an earlier row of the file says the same), `duplicate_id` (it says
        something else) or `id_taken` (a committed record has the id).
        """
        names = SCHEMAS[table_name(table)].names
        before, taken = self._known(table), self._taken(table)
        own: dict[str, tuple[str, ...]] = {}
        found = []
        for row in rows:
            said = _content(row, names)
            found.append(_status(row["id"], said, own, before, taken))
            own.setdefault(row["id"], said)
            if found[-1] in CHANGING:
                self._changed.setdefault(table, {})[row["id"]] = row
        before.update({id: said for id, said in own.items() if id not in taken})
        return found

    def withdraw(self, table: str, ids: Iterable[str]) -> None:
        """Take out rows that the store holds, or that an earlier file of the import brought."""
        for id in ids:
            self._known(table).pop(id, None)
            self._changed.get(table, {}).pop(id, None)
            self._withdrawn.setdefault(table, set()).add(id)

    def ids(self, table: str) -> frozenset[str]:
        """Return the ids of a table as they stand: in the store, or brought by this import."""
        return frozenset(self._known(table))

    def tables(self) -> dict[str, ir.Table]:
        """Return the tables of the next snapshot that differ from those of the last."""
        touched = [*self._changed, *(name for name in self._withdrawn
                                     if name not in self._changed)]
        return {table_name(table): self._overlay(table) for table in touched}

    def _known(self, table: str) -> dict[str, tuple[str, ...]]:
        """Return what each row says, by its id: in the store, and then by the files so far."""
        if table not in self._before:
            names = SCHEMAS[table_name(table)].names
            known = self._writer.fetch(self._writer.previous(table_name(table))).to_pylist()
            self._before[table] = {row["id"]: _content(row, names) for row in known}
        return self._before[table]

    def _overlay(self, table: str) -> ir.Table:
        name = table_name(table)
        schema = SCHEMAS[name]
        changed = self._changed.get(table, {})
        fresh = self._stage(schema, [{n: row.get(n) or "" for n in schema.names}
                                     for row in changed.values()])
        gone = self._stage(ibis.schema({"id": "string"}),
                           [{"id": id} for id in sorted(self._withdrawn.get(table, ()))])
        kept = self._writer.previous(name).anti_join(fresh, "id").anti_join(gone, "id")
        return kept.union(fresh).order_by("id")

    def _stage(self, schema: sch.Schema, rows: list[dict[str, Any]]) -> ir.Table:
        staged = self._writer.stage(pa.Table.from_pylist(rows, schema.to_pyarrow()))
        return ibis.table(schema, name=staged)


def _status(
    id: str, said: tuple[str, ...], own: Mapping[str, tuple[str, ...]],
    before: Mapping[str, tuple[str, ...]], taken: frozenset[str],
) -> str:
    if id in taken:
        return ID_TAKEN
    if id in own:
        return MERGED if own[id] == said else DUPLICATE_ID
    if id not in before:
        return ACCEPTED
    return UNCHANGED if before[id] == said else UPDATED


def _content(row: Mapping[str, Any], names: Sequence[str]) -> tuple[str, ...]:
    return tuple(row.get(name) or "" for name in names if name not in NOT_CONTENT)
