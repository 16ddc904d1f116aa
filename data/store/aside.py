"""Rows put aside in a packed file, from which columns are read alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ROWS_TOGETHER = 60_000
"""Rows that are put aside at a time: fewer would be read slowly, more held in memory."""


def write(path: Path, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> None:
    """Write rows as they come; some are packed while the next are made.

    Raises:
        OSError: the disk is full, or the file cannot be written.
    """
    with (
        pq.ParquetWriter(path, schema, compression="lz4", store_schema=False) as target,
        ThreadPoolExecutor(1) as beside,
    ):
        writing: Future[None] | None = None
        for rows in _together(batches, schema):
            if writing:
                writing.result()
            writing = beside.submit(target.write_table, rows)
        if writing:
            writing.result()
    # What has been written is not needed again, and the engine wants the room.
    pa.default_memory_pool().release_unused()


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
