"""The next snapshot while it is built: staging tables, and the previous state beside."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Self

import duckdb
import ibis
import ibis.expr.types as ir
import pyarrow as pa
from ibis.backends.sql.datatypes import DuckDBType

from data.errors import StoreError
from data.i18n import msg
from data.layouts import completed
from data.model import TABLE
from data.store import aside, tables
from data.store.engine import ENGINE, attach, columns_of, compile_sql, quoted, typed_as

PREVIOUS = "previous"
BUILDING_MEMORY, MOST_MEMORY = 928 << 20, 5 << 29
"""Bytes that the engine may hold in memory while it builds a snapshot, and at most for long
files; the rest waits on disk."""

LONG, LONG_TEXT = frozenset({"notes"}), " USING COMPRESSION zstd"
"""Columns of long texts, and how they are packed: smaller and in less time than the engine would
choose, and searched as fast."""


class Writer:
    """The next snapshot while it is built: staging tables, and the previous state beside."""

    def __init__(self, path: Path, previous: Path | None) -> None:
        self.path = path
        self.published = False
        self._folder = path.with_name(f"{path.name}.aside")
        self._folder.mkdir(parents=True, exist_ok=True)
        self._config = {**ENGINE, "memory_limit": f"{BUILDING_MEMORY}B",
                        "temp_directory": str(self._folder / "spilt")}
        self._connection = duckdb.connect(str(path), config=dict(self._config))
        self._aside: dict[str, Path] = {}
        self._parent = previous.stem if previous else None
        self._staged = 0
        if previous:
            self._attach(previous)
        else:
            self._connection.execute("ATTACH ':memory:' AS previous")
        self._columns = columns_of(self._connection, self._unopened, PREVIOUS)
        self._lacking = set(tables.TABLES) - set(self._columns)

    def _attach(self, previous: Path) -> None:
        try:
            attach(self._connection, previous, PREVIOUS)
        except duckdb.Error as error:
            raise self._unopened() from error

    def _unopened(self) -> StoreError:
        self.close()
        return StoreError(msg("The snapshot {name} cannot be opened; run `app.py check`.",
                              name=self._parent or ""))

    def stage(self, rows: pa.Table) -> str:
        """Put rows into a staging table that does not outlive the import; return its name."""
        return self.stage_batches(rows.to_batches(), rows.schema)

    def stage_batches(self, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> str:
        """Stage rows as they come, so that a file need not fit into memory.

        They wait in a packed file, which takes little memory.
        """
        name, path = self._next_aside()
        try:
            aside.write(path, batches, schema)
        except OSError as error:
            # A full disk is told alike, whoever meets it first.
            raise duckdb.IOException(str(error)) from error
        self._show(name, path)
        return name

    def aside(self, expression: ir.Table) -> ir.Table:
        """Keep an expression's rows in a file, as `stage_batches` does, and return them."""
        name, path = self._next_aside()
        self._connection.execute(
            f"COPY ({compile_sql(expression)}) TO {quoted(path)} (FORMAT parquet, "
            f"COMPRESSION lz4_raw, ROW_GROUP_SIZE {aside.ROWS_TOGETHER})")
        self._show(name, path)
        return ibis.table(expression.schema(), name=name)

    def make_room(self, size: int) -> None:
        """Let the engine hold more in memory for a file of some bytes."""
        room = min(max(BUILDING_MEMORY, size // 2), MOST_MEMORY)
        self._connection.execute(f"SET memory_limit = '{room}B'")

    def _next_aside(self) -> tuple[str, Path]:
        self._staged += 1
        name = f"aside_{self._staged}"
        return name, self._folder / f"{name}.parquet"

    def _show(self, name: str, path: Path) -> None:
        self._connection.execute(f"CREATE TEMP VIEW {name} AS FROM read_parquet({quoted(path)})")
        self._aside[name] = path

    def view(self, expression: ir.Table) -> ir.Table:
        """Give an expression a name, so that others read it once however often they name it.

        What it reads must stay until the last that reads it.
        """
        self._staged += 1
        name = f"view_{self._staged}"
        self._connection.execute(f"CREATE TEMP VIEW {name} AS {compile_sql(expression)}")
        return ibis.table(expression.schema(), name=name)

    def create(self, name: str, expression: ir.Table) -> ir.Table:
        """Keep an expression's rows in a staging table, and return it."""
        sql = compile_sql(expression)
        self._connection.execute(f'CREATE OR REPLACE TEMP TABLE "{name}" AS {sql}')
        return ibis.table(expression.schema(), name=name)

    def keep(self, expression: ir.Table) -> ir.Table:
        """Keep an expression's rows in a staging table of a name of its own; for narrow rows."""
        self._staged += 1
        return self.create(f"kept_{self._staged}", expression)

    def keep_coded(self, expression: ir.Table, texts: Iterable[str]) -> ir.Table:
        """Do as `keep`, with texts of few values told by number, so that rows are narrow.

        They stay texts to all that reads them, and where they are joined to others.
        """
        kept = self.keep(expression)
        table = kept.get_name()
        for text in texts:
            values = self.fetch(kept.filter(kept[text].notnull()).select(text).distinct())
            if values.num_rows:
                coded = ", ".join(quoted(value) for value in sorted(values[text].to_pylist()))
                self._connection.execute(
                    f'ALTER TABLE temp."{table}" ALTER "{text}" TYPE ENUM({coded})')
        return kept

    def fetch(self, expression: ir.Table) -> pa.Table:
        """Run an expression over staging tables and the previous snapshot."""
        return typed_as(self._connection.sql(compile_sql(expression)).to_arrow_table(), expression)

    def batches(self, expression: ir.Table, size: int) -> Iterator[pa.RecordBatch]:
        """Run an expression over what is put aside by now, and hand its rows on as they come.

        It is read in a connection of its own, so that another thread may do so meanwhile.
        """
        return self._beside(compile_sql(expression), dict(self._aside), size)

    def _beside(self, sql: str, there: dict[str, Path], size: int) -> Iterator[pa.RecordBatch]:
        with duckdb.connect(":memory:", config={**self._config, "threads": "1"}) as own:
            for name, path in there.items():
                own.execute(f"CREATE VIEW {name} AS FROM read_parquet({quoted(path)})")
            yield from own.sql(sql).to_arrow_reader(size)

    def drop(self, name: str) -> None:
        """Give up a staging table that is no longer needed, and its room."""
        path = self._aside.pop(name, None)
        self._connection.execute(f'DROP {"VIEW" if path else "TABLE"} temp."{name}"')
        if path:
            path.unlink(missing_ok=True)

    def previous(self, table: str = TABLE) -> ir.Table:
        """Return a table of the snapshot before, empty where there was none."""
        if table in self._lacking:
            return self._empty(table)
        return completed(tables.TABLES[table], self._columns[table], table, PREVIOUS)

    def _empty(self, table: str) -> ir.Table:
        """Return an empty table of this import's own for one that there was none of before."""
        name = f"{PREVIOUS}_{table}"
        self._declare(f'TEMP TABLE IF NOT EXISTS "{name}"', tables.TABLES[table])
        return ibis.table(tables.TABLES[table], name=name)

    def _declare(self, table: str, schema: ibis.Schema) -> None:
        """Create an empty `TABLE name` of a schema's types."""
        columns = ", ".join(
            f'"{column}" {DuckDBType.to_string(kind)}{LONG_TEXT if column in LONG else ""}'
            for column, kind in schema.items())
        self._connection.execute(f"CREATE {table} ({columns})")

    def publish(self, changed: dict[str, ir.Table], about: dict[str, Any]) -> None:
        """Write the tables of the next snapshot; the swap follows when building ends.

        A table that is not named stays as it was.
        """
        for name, schema in tables.TABLES.items():
            # Of the model's types, whatever stands for them while the rows are built.
            self._declare(f'TABLE main."{name}"', schema)
            if name in changed or name not in self._lacking:
                kept = changed[name] if name in changed else self.previous(name)
                rows = kept.select(*schema.names).cast(dict(schema.items()))
                self._connection.execute(f'INSERT INTO main."{name}" {compile_sql(rows)}')
        note = {"format": tables.FORMAT, "parent": self._parent, **about}
        self._connection.execute("CREATE TABLE main.meta (about VARCHAR)")
        self._connection.execute("INSERT INTO main.meta VALUES (?)", [json.dumps(note)])
        self._connection.execute("CHECKPOINT")
        self.published = True

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
