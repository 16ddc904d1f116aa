"""What is there before a file is read: the committed records and those of the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from data.evidence.read import rows_of
from data.evidence.stored import stored_rows
from data.evidence.tables import FOLDER
from data.store import Snapshot

Row = Mapping[str, Any]


class Known:
    """Rows by table, each read once, committed ones first."""

    def __init__(self, snapshot: Snapshot | None) -> None:
        self._snapshot = snapshot
        self._stored: dict[str, list[Row]] = {}

    def rows(self, table: str) -> Iterator[Row]:
        """Yield every row of a table."""
        yield from committed_rows(table)
        yield from self.stored(table)

    def stored(self, table: str) -> list[Row]:
        """Return the rows that users added."""
        if table not in self._stored:
            found = stored_rows(self._snapshot, table) if self._snapshot else []
            self._stored[table] = list(found)
        return self._stored[table]

    def ids(self, table: str) -> frozenset[str]:
        """Return the identifiers of a table."""
        return frozenset(row["id"] for row in self.rows(table) if row.get("id"))


@cache
def committed_rows(table: str) -> tuple[Row, ...]:
    """Return the committed rows of a table, none where it has no file."""
    path = FOLDER / f"{table}.csv"
    return tuple(rows_of(path)) if path.exists() else ()
