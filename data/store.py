"""Snapshots: immutable DuckDB files, one of them current; the one place that knows the engine.

A store is a folder. `current` names the snapshot in force; an import builds the next
one beside it and then swaps that name, so a reader never waits and never sees half
an import, and the previous snapshots stay for a rollback.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import secrets
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

import duckdb
import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock, Timeout

from data.areas.schema import SCHEMAS as AREAS
from data.errors import StoreError
from data.evidence.stored import SCHEMAS as EVIDENCE
from data.gazetteer.schema import SCHEMAS as GAZETTEER
from data.history.schema import SCHEMAS as HISTORY
from data.i18n import msg
from data.layouts import completed
from data.linkage.schema import SCHEMAS as LINKAGE
from data.model import SCHEMA, TABLE

FORMAT = 4
"""Layout of a snapshot; a store of a layout that is not in `READABLE` is refused."""
READABLE = (1, 2, 3, 4)
"""1 had incidents alone, 2 no fields on how a kind was decided, 3 no history; what lacks counts as
empty."""

IMPORTS_SCHEMA = ibis.schema({
    "import_id": "string", "at": "timestamp", "preset": "string", "source": "string",
    "file": "string", "digest": "string", "report": "string",
})
REJECTS_SCHEMA = ibis.schema({
    "import_id": "string", "file": "string", "record": "int64",
    "reasons": "array<string>", "fields": "string", "answered": "string",
})
TABLES = {TABLE: SCHEMA, "imports": IMPORTS_SCHEMA, "rejects": REJECTS_SCHEMA, **EVIDENCE, **AREAS,
          **GAZETTEER, **HISTORY, **LINKAGE}
PREVIOUS = "previous"
HELD = "held"
"""The name of a snapshot that is read through views, since its tables lack columns."""

# No extension is ever fetched: the product runs without a network.
ENGINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
BUILDING_MEMORY, MOST_MEMORY = 960 << 20, 5 << 29
"""Bytes that the engine may hold in memory while it builds a snapshot, and at most for long
files; the rest waits on disk."""
ROWS_TOGETHER = 60_000
"""Rows that are put aside at a time: fewer would be read slowly, more held in memory."""

LONG, LONG_TEXT = frozenset({"notes"}), " USING COMPRESSION zstd"
"""Columns of long texts, and how they are packed: smaller and in less time than the engine would
choose, and searched as fast."""

DAMAGE = (duckdb.IOException, duckdb.SerializationException, duckdb.CatalogException,
          duckdb.InternalException, duckdb.FatalException)
"""What the engine raises on a file that is cut off, overwritten, or not a snapshot."""

_ID = re.compile(r"[0-9A-Za-z_-]+")


def compile_sql(expression: ir.Expr) -> str:
    """Compile an expression to the engine's SQL; the same one is compiled once."""
    return _compiled(expression.op())


@lru_cache(maxsize=256)
def _compiled(operation: Any) -> str:
    return str(ibis.to_sql(operation.to_expr(), dialect="duckdb", pretty=False))


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
        columns = _columns(self._connection, self._damaged)
        if any(set(TABLES[name].names) - columns[name] for name in columns.keys() & TABLES.keys()):
            self._look_through_views(columns)

    def _look_through_views(self, columns: dict[str, set[str]]) -> None:
        """Show the tables of an older layout with the columns that they lack, empty."""
        self._connection.close()
        self._connection = duckdb.connect(":memory:", config=dict(ENGINE))
        _attach(self._connection, self.path, HELD)
        self._catalog = HELD
        for name, there in columns.items():
            whole = (compile_sql(completed(TABLES[name], there, name, HELD)) if name in TABLES
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
        return _typed(rows, expression)

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
        return table in _columns(self._connection, self._damaged, self._catalog)

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
        if self.meta().get("format") not in READABLE:
            raise StoreError(msg(
                "The snapshot {name} was written by another version of this product; import "
                "the files again into another store.", name=self.path.name))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


@dataclass(frozen=True)
class SnapshotFile:
    """A snapshot as it lies in the store's folder."""

    id: str
    path: Path
    current: bool


class Store:
    """A folder of snapshots; see the module's docstring."""

    def __init__(self, folder: Path, kept: int = 5) -> None:
        # Absolute, since the working directory may change, and since to the engine a
        # relative name such as `md:x` is not a file.
        self.folder = folder.absolute()
        self.kept = max(1, kept)
        self._open: Snapshot | None = None
        self._guard = threading.Lock()

    @property
    def _pointer(self) -> Path:
        return self.folder / "current"

    def current_id(self) -> str | None:
        """Return the name of the snapshot in force; None while there is none."""
        try:
            name = self._pointer.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreError(msg("The store {folder} cannot be read: {why}.",
                                 folder=self.folder, why=error.strerror or "")) from error
        except UnicodeDecodeError:
            name = "?"
        if name and not _ID.fullmatch(name):
            raise StoreError(msg("The file {file} names no snapshot; write the name of one from "
                                 "the folder beside it into it.", file=self._pointer))
        return name or None

    def current(self) -> Snapshot | None:
        """Return the snapshot in force, reopened when an import has swapped it."""
        name = self.current_id()
        if name is None:
            return None
        with self._guard:
            if self._open is None or self._open.id != name:
                self._open = self._opened(name)
            return self._open

    def _opened(self, name: str) -> Snapshot:
        try:
            return Snapshot(self._path(name))
        except StoreError:
            # An import may have published the next one, and dropped this one, in between.
            now = self.current_id()
            if now is None or now == name:
                raise
            return self._opened(now)

    def require(self) -> Snapshot:
        """Return the snapshot in force, or raise `StoreError` saying how to make one."""
        snapshot = self.current()
        if snapshot is None:
            raise StoreError(msg("The store {folder} holds no data yet; import a file with "
                                 "`app.py import FILE`.", folder=self.folder))
        snapshot.require_format()
        return snapshot

    def kept_one(self, name: str) -> Snapshot | None:
        """Open a snapshot that is still kept, in force or not; None where it is not kept."""
        if not _ID.fullmatch(name) or not self._path(name).exists():
            return None
        return Snapshot(self._path(name))

    def snapshots(self) -> list[SnapshotFile]:
        """List the snapshots that are kept, oldest first."""
        now = self.current_id()
        found = sorted((self.folder / "snapshots").glob("*.duckdb"))
        return [SnapshotFile(path.stem, path, path.stem == now) for path in found]

    @contextmanager
    def building(self) -> Iterator[Writer]:
        """Build the next snapshot; it is published when `Writer.publish` was called.

        Leaving without publishing, or by an error, leaves the store as it was.

        Raises:
            StoreError: another import holds the store, or its folder cannot be written.
        """
        self._prepare()
        with self._locked():
            try:
                yield from self._build()
            except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
                raise self._unwritable(str(error).partition("\n")[0]) from error

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Be the one that writes; raises `StoreError` where another does."""
        lock = FileLock(self.folder / "import.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise StoreError(msg("Another import is writing to {folder}; try again when it "
                                 "has ended.", folder=self.folder)) from error
        except OSError as error:
            raise self._unwritable(error.strerror) from error
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def rehearsing(self) -> Iterator[Writer]:
        """Build what would be the next snapshot, away from the store, which is not touched."""
        parent = self.current_id()
        before = self._path(parent) if parent else None
        with (
            TemporaryDirectory(prefix="atlas-", ignore_cleanup_errors=True) as folder,
            Writer(Path(folder) / "rehearsal.building", before) as writer,
        ):
            yield writer

    def _unwritable(self, why: str | None) -> StoreError:
        return StoreError(msg("The store {folder} cannot be written: {why}.",
                              folder=self.folder, why=why or ""))

    def _prepare(self) -> None:
        try:
            (self.folder / "snapshots").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._unwritable(error.strerror) from error

    def _build(self) -> Iterator[Writer]:
        self._sweep()
        parent = self.current_id()
        stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S%fZ")
        name = f"{stamp}-{secrets.token_hex(3)}"
        unfinished = self.folder / f"{name}.building"
        writer = Writer(unfinished, self._path(parent) if parent else None)
        try:
            yield writer
            writer.close()
            if writer.published:
                self._swap(unfinished, name)
        finally:
            writer.close()
            self._sweep()

    def undo(self) -> str:
        """Go back to the snapshot that the current one was built on; return its name.

        Raises:
            StoreError: there is none, or it is no longer kept; nothing changes.
        """
        now = self.require()
        before = now.meta().get("parent")
        if not before:
            raise StoreError(msg("The snapshot {name} was built on nothing; there is nothing to "
                                 "go back to.", name=now.id))
        if not self._path(before).exists():
            raise StoreError(msg("The snapshot {name} is no longer kept, so it cannot be gone "
                                 "back to; ATLAS_SNAPSHOTS_KEPT says how many are.", name=before))
        with self._locked():
            self._point(before)
        return str(before)

    def _swap(self, unfinished: Path, name: str) -> None:
        unfinished.replace(self._path(name))
        _sync(self._path(name))
        self._point(name)
        self._prune(name)

    def _point(self, name: str) -> None:
        fresh = self.folder / "current.new"
        fresh.write_text(name + "\n", encoding="utf-8")
        _sync(fresh)
        fresh.replace(self._pointer)

    def _prune(self, name: str) -> None:
        older = [s for s in self.snapshots() if s.id != name]
        for snapshot in older[: max(0, len(older) + 1 - self.kept)]:
            # Another process may still read it (Windows refuses then): next time.
            with suppress(OSError):
                snapshot.path.unlink()

    def _sweep(self) -> None:
        """Remove what an import that died has left; called under the lock."""
        for left in self.folder.glob("*.building*"):
            with suppress(OSError):
                # The engine keeps a folder beside its file when memory runs short.
                shutil.rmtree(left) if left.is_dir() else left.unlink()

    def _path(self, name: str) -> Path:
        return self.folder / "snapshots" / f"{name}.duckdb"


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
        self._columns = _columns(self._connection, self._unopened, PREVIOUS)
        self._lacking = set(TABLES) - set(self._columns)
        self._emptied: set[str] = set()

    def _attach(self, previous: Path) -> None:
        try:
            _attach(self._connection, previous, PREVIOUS)
        except duckdb.Error as error:
            raise self._unopened() from error

    def _unopened(self) -> StoreError:
        self.close()
        return StoreError(msg("The snapshot {name} cannot be opened; run `app.py check`.",
                              name=self._parent or ""))

    def stage(self, rows: pa.Table, name: str | None = None) -> str:
        """Put rows into a staging table that does not outlive the import; return its name."""
        return self.stage_batches(rows.to_batches(), rows.schema, name)

    def stage_batches(
        self, batches: Iterable[pa.RecordBatch], schema: pa.Schema, name: str | None = None
    ) -> str:
        """Stage rows as they come, so that a file need not fit into memory."""
        self._staged += 1
        table = name or f"staged_{self._staged}"
        self._load(f'CREATE OR REPLACE TEMP TABLE "{table}" AS FROM incoming',
                   schema.empty_table())
        for batch in batches:
            self._load(f'INSERT INTO "{table}" FROM incoming', pa.Table.from_batches([batch]))
        return table

    def stage_aside(self, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> str:
        """Stage rows in a file, packed: it takes little memory, and columns are read alone."""
        name, path = self._next_aside()
        with pq.ParquetWriter(path, schema, compression="lz4", store_schema=False) as target:
            for rows in _together(batches, schema):
                try:
                    target.write_table(rows)
                except OSError as error:
                    # A full disk is told alike, whoever meets it first.
                    raise duckdb.IOException(str(error)) from error
        # What has been written is not needed again, and the engine wants the room.
        pa.default_memory_pool().release_unused()
        self._show(name, path)
        return name

    def aside(self, expression: ir.Table) -> ir.Table:
        """Keep an expression's rows in a file, as `stage_aside` does, and return them."""
        name, path = self._next_aside()
        self._connection.execute(
            f"COPY ({compile_sql(expression)}) TO {_quoted(path)} (FORMAT parquet, "
            f"COMPRESSION lz4_raw, ROW_GROUP_SIZE {ROWS_TOGETHER})")
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
        self._connection.execute(f"CREATE TEMP VIEW {name} AS FROM read_parquet({_quoted(path)})")
        self._aside[name] = path

    def view(self, expression: ir.Table) -> ir.Table:
        """Give an expression a name, so that others read it once however often they name it.

        What it reads must stay until the last that reads it.
        """
        self._staged += 1
        name = f"view_{self._staged}"
        self._connection.execute(f"CREATE TEMP VIEW {name} AS {compile_sql(expression)}")
        return ibis.table(expression.schema(), name=name)

    def _load(self, sql: str, rows: pa.Table) -> None:
        self._connection.register("incoming", rows)
        self._connection.execute(sql)
        self._connection.unregister("incoming")

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
                coded = ", ".join(_quoted(value) for value in sorted(values[text].to_pylist()))
                self._connection.execute(
                    f'ALTER TABLE temp."{table}" ALTER "{text}" TYPE ENUM({coded})')
        return kept

    def fetch(self, expression: ir.Table) -> pa.Table:
        """Run an expression over staging tables and the previous snapshot."""
        return _typed(self._connection.sql(compile_sql(expression)).to_arrow_table(), expression)

    def batches(self, expression: ir.Table, size: int) -> Iterator[pa.RecordBatch]:
        """Run an expression over what is put aside by now, and hand its rows on as they come.

        It is read in a connection of its own, so that another thread may do so meanwhile.
        """
        return self._beside(compile_sql(expression), dict(self._aside), size)

    def _beside(self, sql: str, there: dict[str, Path], size: int) -> Iterator[pa.RecordBatch]:
        with duckdb.connect(":memory:", config={**self._config, "threads": "1"}) as own:
            for name, path in there.items():
                own.execute(f"CREATE VIEW {name} AS FROM read_parquet({_quoted(path)})")
            yield from own.sql(sql).to_arrow_reader(size)

    def drop(self, *names: str) -> None:
        """Give up staging tables that are no longer needed, and their memory."""
        for name in names:
            self._connection.execute(f'DROP TABLE IF EXISTS temp."{name}"')

    def previous(self, table: str = TABLE) -> ir.Table:
        """Return a table of the snapshot before, empty where there was none."""
        if table in self._lacking:
            return self._empty(table)
        return completed(TABLES[table], self._columns[table], table, PREVIOUS)

    def _empty(self, table: str) -> ir.Table:
        """Return an empty table of this import's own for one that there was none of before."""
        name = f"{PREVIOUS}_{table}"
        if table not in self._emptied:
            self.stage(TABLES[table].to_pyarrow().empty_table(), name)
            self._emptied.add(table)
        return ibis.table(TABLES[table], name=name)

    def _declare(self, name: str, schema: ibis.Schema) -> None:
        """Create an empty table of the next snapshot, of a schema's types."""
        with self._connection.cursor() as cursor:
            there = cursor.from_arrow(schema.to_pyarrow().empty_table())
            columns = ", ".join(
                f'"{column}" {kind}{LONG_TEXT if column in LONG else ""}'
                for column, kind in zip(there.columns, there.types, strict=True))
        self._connection.execute(f'CREATE TABLE main."{name}" ({columns})')

    def publish(self, tables: dict[str, ir.Table], about: dict[str, Any]) -> None:
        """Write the tables of the next snapshot; the swap follows when building ends.

        A table that is not named stays as it was.
        """
        for name, schema in TABLES.items():
            # Of the model's types, whatever stands for them while the rows are built.
            self._declare(name, schema)
            if name in tables or name not in self._lacking:
                kept = tables[name] if name in tables else self.previous(name)
                rows = kept.select(*schema.names).cast(dict(schema.items()))
                self._connection.execute(f'INSERT INTO main."{name}" {compile_sql(rows)}')
        note = {"format": FORMAT, "parent": self._parent, **about}
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


def _together(batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Iterator[pa.Table]:
    """Join batches, so that each but the last has `ROWS_TOGETHER` rows at least."""
    waiting: list[pa.RecordBatch] = []
    for batch in batches:
        waiting.append(batch)
        if sum(each.num_rows for each in waiting) >= ROWS_TOGETHER:
            yield pa.Table.from_batches(waiting, schema)
            waiting = []
    if waiting:
        yield pa.Table.from_batches(waiting, schema)


def _quoted(text: Path | str) -> str:
    """Write a path or a text as the engine reads a text."""
    said = str(text).replace("'", "''")
    return f"'{said}'"


def _typed(rows: pa.Table, expression: ir.Table) -> pa.Table:
    """Give the columns the expression's types; the engine widens sums beyond 64 bits."""
    return rows.cast(expression.schema().to_pyarrow())


def _attach(connection: Any, path: Path, catalog: str) -> None:
    """Open another snapshot beside, to be read under a name."""
    connection.execute(f"ATTACH {_quoted(path)} AS {catalog} (READ_ONLY)")


def _columns(
    connection: Any, damaged: Callable[[], StoreError], catalog: str = ""
) -> dict[str, set[str]]:
    """Name the columns of a catalogue's tables, the connection's own where none is named."""
    known = ("SELECT table_name, column_name FROM duckdb_columns() "
             "WHERE NOT internal AND database_name = ")
    with connection.cursor() as cursor:
        try:
            where, values = ("?", [catalog]) if catalog else ("current_database()", [])
            found = cursor.execute(known + where, values).fetchall()
        except DAMAGE as error:
            raise damaged() from error
    columns: dict[str, set[str]] = {}
    for table, column in found:
        columns.setdefault(table, set()).add(column)
    return columns


def _sync(path: Path) -> None:
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())
