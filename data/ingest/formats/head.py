"""The beginning of a table, with its first records kept to be looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa

from data.ingest.formats.base import Chunk, Table
from data.ingest.records import Tick


class Head(Table):
    """The first records of a table, and of these the first few as they stand in the file.

    Attributes:
        shown: the fields of the first records, by the number of the record.
        cut: whether the table holds more records than were read.
    """

    def __init__(self, whole: Table, most: int | None, kept: int) -> None:
        """Read `most` records of a table and no more, all where it is None; keep `kept`."""
        super().__init__(whole.path)
        self.header, self.own, self.size = whole.header, whole.own, whole.size
        self.notes = whole.notes
        self._whole, self._most, self._kept = whole, most, kept
        self.shown: dict[int, list[str]] = {}
        self.cut = False

    @property
    def parts(self) -> Sequence[Path]:
        """The files that hold it."""
        return self._whole.parts

    @property
    def choice(self) -> str:
        """What was chosen inside a file that holds several tables."""
        return self._whole.choice

    def chunks(self, tick: Tick) -> Iterator[Chunk]:
        """Yield the first records."""
        for chunk in self._whole.chunks(tick):
            left = None if self._most is None else self._most - self.count
            if left is not None and left <= 0:
                self.cut = True
                return
            records = chunk.records if left is None else chunk.records.slice(0, left)
            self.cut = records.num_rows < chunk.records.num_rows
            self.count += records.num_rows
            self._show(records)
            shapes = None if chunk.shapes is None else chunk.shapes[: records.num_rows]
            yield Chunk(records, shapes)
            if self.cut:
                return

    def _show(self, records: pa.RecordBatch) -> None:
        width = len(self.header.names)
        for row in records.slice(0, max(0, self._kept - len(self.shown))).to_pylist():
            self.shown[row["record"]] = [row[f"c{i}"] or "" for i in range(width)]
