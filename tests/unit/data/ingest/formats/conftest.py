"""Files opened as tables, without a store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.ingest.formats.base import How
from data.ingest.formats.opening import opened
from data.ingest.rejects import unique


@pytest.fixture
def rows() -> Callable[..., list[dict[str, Any]]]:
    """Read a file into records by the names of its columns."""

    def run(path: Path, **how: Any) -> list[dict[str, Any]]:
        return read(path, **how)[0]

    return run


@pytest.fixture
def notes() -> Callable[..., str]:
    """Say how a file was read, in one text."""
    return lambda path, **how: "\n".join(map(str, read(path, **how)[1]))


def read(path: Path, **how: Any) -> tuple[list[dict[str, Any]], list[Any]]:
    """Read a file into records, and its notes."""
    with opened([path], How(**how)) as (table,):
        names = unique(table.header.names)
        found = [row for batch in table.batches() for row in batch.to_pylist()]
        assert table.count == len(found)
        assert [row["record"] for row in found] == list(range(1, len(found) + 1))
        return [{name: row[f"c{i}"] for i, name in enumerate(names)} | (
            {"damage": row["damage"]} if row["damage"] else {}) for row in found], table.notes
