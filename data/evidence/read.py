"""From the text of a table to its records, and what keeps a row from becoming one."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from data import taxonomy
from data.evidence.columns import NOT_STATED, UnfitValueError, columns_of
from data.evidence.model import Claim

R = TypeVar("R")
Row = Mapping[str, str]


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
    values = {c.name: c.read(row.get(c.name) or "") for c in columns_of(record)}
    if "kinds" in values:
        values["kinds"] = tuple(
            kind for word in values["kinds"] for kind in taxonomy.find(word))
    return record(**values, **resolved)


def rows_of(path: Path) -> list[dict[str, str]]:
    """Return the rows of a committed table as text."""
    with path.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def by_id(records: Iterable[Any]) -> dict[str, Any]:
    """Index records by their id."""
    return {record.id: record for record in records}
