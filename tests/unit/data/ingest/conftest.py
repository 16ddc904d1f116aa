"""Text on its way to records, without a store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pytest

from data.ingest.records import RecordReader
from data.ingest.sniff import sniff
from data.store import Writer


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., list[dict[str, Any]]]:
    """Read text or bytes into staged records."""

    def run(content: str | bytes, batch: int = 1000, **options: Any) -> list[dict[str, Any]]:
        path = tmp_path / "file.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        reader = RecordReader(sniff(path, **options), batch)
        return [row for found in reader.batches() for row in found.to_pylist()]

    return run


@pytest.fixture(scope="module")
def writer(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with Writer(tmp_path_factory.mktemp("writer") / "x.building", None) as opened:
        yield opened


@pytest.fixture(scope="module")
def compute(writer: Writer) -> Callable[..., list[Any]]:
    """Run an expression over a column of text."""

    def run(function: Callable[[Any], Any], values: list[str | None]) -> list[Any]:
        name = writer.stage(pa.table({"text": pa.array(values, pa.string())}))
        rows = ibis.table({"text": "string"}, name=name)
        return writer.fetch(rows.select(value=function(rows.text)))["value"].to_pylist()

    return run
