"""One immutable state of the data, open for reading."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import ibis.expr.types as ir
import pyarrow as pa

from data.errors import StoreError
from data.i18n import msg
from data.layouts import completed
from data.store import tables
from data.store.engine import DAMAGE, ENGINE, attach, columns_of, compile_sql, typed_as

HELD = "held"
"""The name of a snapshot that is read through views, since its tables lack columns."""


class Snapshot:
    """One immutable state of the data; safe to read from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.id = path.stem
        self._catalog = ""
        try:
            self._connection = duckdb.connect(str(path), read_only=True, config=dict(ENGINE))
        except duckdb.Error as error:
            raise self._damaged() from error
        columns = columns_of(self._connection, self._damaged)
        if any(set(schema.names) - columns.get(name, set(schema.names))
               for name, schema in tables.TABLES.items()):
            self._look_through_views(columns)

    def _look_through_views(self, columns: dict[str, set[str]]) -> None:
        """Show the tables of an older layout with the columns that they lack, empty."""
        self._connection.close()
        self._connection = duckdb.connect(":memory:", config=dict(ENGINE))
        attach(self._connection, self.path, HELD)
        self._catalog = HELD
        for name, there in columns.items():
            schema = tables.TABLES.get(name)
            whole = (compile_sql(completed(schema, there, name, HELD)) if schema
                     else f'FROM {HELD}.main."{name}"')
            self._connection.execute(f'CREATE VIEW "{name}" AS {whole}')

    def _damaged(self) -> StoreError:
        return StoreError(msg(
            "The snapshot {name} cannot be opened; run `app.py check`, or go back to an "
            "earlier one.", name=self.path.name))

    def fetch(self, expression: ir.Table) -> pa.Table:
        """Run an expression and return its rows, typed as the expression says.

        A connection is not safe across threads, so each fetch takes a cursor of its own.
        """
        sql = compile_sql(expression)
        with self._connection.cursor() as cursor:
            try:
                rows = cursor.sql(sql).to_arrow_table()
            except DAMAGE as error:
                raise self._damaged() from error
        return typed_as(rows, expression)

    def rows(self, expression: ir.Table) -> list[dict[str, Any]]:
        """Run an expression and return its rows as dictionaries."""
        rows: list[dict[str, Any]] = self.fetch(expression).to_pylist()
        return rows

    def batches(self, expression: ir.Table, size: int = 50_000) -> Iterator[pa.RecordBatch]:
        """Run an expression and hand its rows on as they come."""
        with self._connection.cursor() as cursor:
            yield from cursor.sql(compile_sql(expression)).to_arrow_reader(size)

    def holds(self, table: str) -> bool:
        """Tell whether the snapshot has a table; one of an older layout lacks some."""
        return table in columns_of(self._connection, self._damaged, self._catalog)

    def meta(self) -> dict[str, Any]:
        """Return what the snapshot says of itself: format, made, parent, incidents."""
        with self._connection.cursor() as cursor:
            try:
                found = cursor.execute("SELECT about FROM meta").fetchone()
            except DAMAGE as error:
                raise self._damaged() from error
        about: dict[str, Any] = json.loads(found[0]) if found else {}
        return about

    def require_format(self) -> None:
        """Raise `StoreError` where another version of the product wrote the snapshot."""
        if self.meta().get("format") not in tables.READABLE:
            raise StoreError(msg(
                "The snapshot {name} was written by another version of this product; import "
                "the files again into another store.", name=self.path.name))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
