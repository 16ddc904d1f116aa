"""From the text of a table to its records, and what keeps a row from becoming one."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

from data import taxonomy
from data.evidence.columns import NOT_STATED, UnfitValueError, columns_of
from data.evidence.model import Claim

R = TypeVar("R")
Row = Mapping[str, str]

REMEMBERED = 1024
"""Cells of a column whose meaning is kept: most columns repeat a few words."""


def problems(record: type, row: Row) -> list[str]:
    """Return what is wrong with a row, as `<reason>:<column>`; nothing where it is fit."""
    found = []
    for column in columns_of(record):
        try:
            column.read(row.get(column.name) or "")
        except UnfitValueError as error:
            found.append(f"{error}:{column.name}")
    if issubclass(record, Claim) and not found:
        found += [f"kind_unknown:{word}" for word in column_words(row.get("kinds") or "")
                  if not taxonomy.find(word)]
    return found


def column_words(text: str) -> list[str]:
    """Split a `list` column's text."""
    return [word.strip() for word in text.split(";") if word.strip() not in ("", NOT_STATED)]


def read(record: type[R], row: Row, **resolved: Any) -> R:
    """Build a record from a row that is fit.

    Raises:
        UnfitValueError: it is not; see `problems`.
    """
    values = {name: cell(row.get(name) or "") for name, cell in _cells(cast("Any", record))}
    if "kinds" in values:
        values["kinds"] = _kinds(values["kinds"])
    return record(**values, **resolved)


@cache
def _cells(record: Any) -> tuple[tuple[str, Callable[[str], Any]], ...]:
    return tuple((c.name, lru_cache(REMEMBERED)(c.read)) for c in columns_of(record))


@lru_cache(REMEMBERED)
def _kinds(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(kind for word in words for kind in taxonomy.find(word))


def rows_of(path: Path) -> list[dict[str, str]]:
    """Return the rows of a committed table as text."""
    with path.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def by_id(records: Iterable[Any]) -> dict[str, Any]:
    """Index records by their id."""
    return {record.id: record for record in records}
