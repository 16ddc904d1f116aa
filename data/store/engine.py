"""What is said to the engine alike by all who use it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import ibis
import ibis.expr.types as ir
import pyarrow as pa

from data.errors import StoreError

# No extension is ever fetched: the product runs without a network.
# No query reads a variable of ours for a table.
ENGINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false",
          "python_enable_replacements": "false"}

DAMAGE = (duckdb.IOException, duckdb.SerializationException, duckdb.CatalogException,
          duckdb.InternalException, duckdb.FatalException)
"""What the engine raises on a file that is cut off, overwritten, or not a snapshot."""


def compile_sql(expression: ir.Expr) -> str:
    """Compile an expression to the engine's SQL; the same one is compiled once."""
    return _compiled(expression.op())


@lru_cache(maxsize=256)
def _compiled(operation: Any) -> str:
    return str(ibis.to_sql(operation.to_expr(), dialect="duckdb", pretty=False))


def quoted(text: Path | str) -> str:
    """Write a path or a text as the engine reads a text."""
    said = str(text).replace("'", "''")
    return f"'{said}'"


def typed_as(rows: pa.Table, expression: ir.Table) -> pa.Table:
    """Give the columns the expression's types; the engine widens sums beyond 64 bits."""
    return rows.cast(expression.schema().to_pyarrow())


def attach(connection: Any, path: Path, catalog: str) -> None:
    """Open another snapshot beside, to be read under a name."""
    connection.execute(f"ATTACH {quoted(path)} AS {catalog} (READ_ONLY)")


def columns_of(
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
    there: dict[str, set[str]] = {}
    for table, column in found:
        there.setdefault(table, set()).add(column)
    return there
