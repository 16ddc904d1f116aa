"""Small stores, and exports of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.ingest.options import Options
from data.ingest.run import import_files
from data.settings import Settings
from data.store import Store
from layers.exports.export import Export
from layers.exports.make import make
from layers.sheet.description import Sheet
from tests.support import plain

ROWS = [{"id": str(n), "date": f"2024-0{n % 3 + 1}-1{n % 9}", "notes": f"note {n}"}
        for n in range(9)]
EXTRA = ["id", "licence", "sensitivity"]


def rows(*more: dict[str, Any], without: tuple[int, ...] = ()) -> str:
    """Return a table of nine incidents of three months, with changes by their number."""
    changed = {row["id"]: row for row in more}
    kept = [{**row, **changed.pop(row["id"], {})} for place, row in enumerate(ROWS)
            if place not in without]
    return plain(*kept, *changed.values(), extra=EXTRA)


@pytest.fixture
def load(store: Store, settings: Settings, tmp_path: Path) -> Callable[..., Store]:
    """Import a table into the test's own store; `name` decides whether it is another source."""

    def run(text: str, name: str = "nine.csv", **options: Any) -> Store:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        import_files(store, [path], Options(source="Nine", **options), settings)
        return store

    return run


@pytest.fixture
def exported(settings: Settings, tmp_path: Path) -> Callable[..., Path]:
    """Write an export of what a store holds now, and return its main file."""

    def run(store: Store, name: str = "x.csv", export: Export | None = None) -> Path:
        (tmp_path / "out").mkdir(exist_ok=True)
        path = tmp_path / "out" / name
        make(export or Export("csv", Sheet(layers=())), store.require(), settings, path)
        return path

    return run
