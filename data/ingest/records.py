"""The records of a text file: every one is read, numbered and kept, also the damaged ones.

Records are not lines: a quoted field may hold line breaks. A record that cannot be
taken apart costs only its own first line; reading goes on with the next one, so that
a stray quote does not swallow what follows. What is plainly regular is read faster, by
`data.ingest.regular`, with the same records.
"""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, TextIO

import numpy as np
import pyarrow as pa

from data.errors import NamelessError, unreadable
from data.i18n import msg, quoted
from data.ingest import regular
from data.ingest.sniff import TextFile, not_in_encoding

FIELD_LIMIT = 1 << 20
"""Characters in one field; a longer one is taken for a quote that was never closed."""

UNCLOSED = "unclosed_quote"
MISQUOTED = "misplaced_quote"

VALUE = re.compile(r"[+-]?\d+\.\d+|\d{4}-\d{2}-\d{2}")
"""What no column is called: a fraction or a day. A bare year may head a column."""

Tick = Callable[[int], None]


@dataclass(frozen=True)
class Header:
    """The columns of a file, in order; names may repeat or be empty."""

    names: tuple[str, ...]

    def raw(self, name: str) -> str | None:
        """Return the staged name of the first column called `name`, if there is one."""
        return f"c{self.names.index(name)}" if name in self.names else None

    @property
    def schema(self) -> pa.Schema:
        """The staged columns: `record`, `width`, `tail`, `damage`, then `c0`, `c1`, …"""
        fields = [("record", pa.int64()), ("width", pa.int32()), ("tail", pa.string()),
                  ("damage", pa.string())]
        fields += [(f"c{i}", pa.string()) for i in range(len(self.names))]
        return pa.schema(fields)


@dataclass(frozen=True)
class Damaged:
    """A record that could not be taken apart: its text, and why."""

    text: str
    reason: str


Record = list[str] | Damaged


class _Lines:
    """Lines that can be given back."""

    def __init__(self, source: TextIO, tick: Tick) -> None:
        self._source = source
        self._back: deque[str] = deque()
        self._tick = tick
        self.taken: list[str] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else self._next()
        self.taken.append(line)
        return line

    def _next(self) -> str:
        line = next(self._source)
        self._tick(len(line))
        return line

    def give_back(self) -> str:
        """Keep the first line taken, and give the others back."""
        first, *others = self.taken or [""]
        self._back.extendleft(reversed(others))
        self.taken = []
        return first


def _parse(lines: _Lines, delimiter: str, columns: Callable[[], int | None]) -> Iterator[Record]:
    csv.field_size_limit(FIELD_LIMIT)
    while True:
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            for row in reader:
                wanted = columns()
                if wanted and len(lines.taken) > 1 and 0 < len(row) < wanted:
                    yield Damaged(lines.give_back(), UNCLOSED)
                    break
                lines.taken = []
                if row:
                    yield row
            else:
                return
        except csv.Error as error:
            ended = "end of data" in str(error) or "field larger" in str(error)
            yield Damaged(lines.give_back(), UNCLOSED if ended else MISQUOTED)


class RecordReader:
    """Reads a sniffed file: its header at once, its records in batches.

    Args:
        file: what `sniff` told.
        batch: records in a batch.
        tick: called with the number of bytes read, for a progress bar; nearly so before the end.
        named: whether the first line names the columns; else they are numbered.

    Raises:
        UnreadableFileError: no header, no record, or text not in the encoding.
        NamelessError: the first line holds values, and nobody said that it does.
    """

    def __init__(
        self, file: TextFile, batch: int, tick: Tick = lambda _: None, *, named: bool = True
    ) -> None:
        self.file = file
        self._named = named
        self._batch = batch
        self._ticked = 0
        self._tick: Tick = lambda _: None
        self.count = 0
        self._seen = 0
        self.header = self._read_header()
        # The header is read twice, and counts once.
        self._tick = self._counting(tick)

    def _counting(self, tick: Tick) -> Tick:
        wide = 2 if self.file.encoding.startswith("utf-16") else 1

        def counted(amount: int) -> None:
            # Lines are counted in letters, of which some take more bytes than one.
            amount = min(amount * wide, self.file.size - self._ticked)
            self._ticked += amount
            tick(amount)

        return counted

    def batches(self) -> Iterator[pa.RecordBatch]:
        """Yield the records as staged columns, all text; ticks sum to the file’s size."""
        yield from self._either_way()
        self._tick(self.file.size)

    def _either_way(self) -> Iterator[pa.RecordBatch]:
        if self.file.encoding not in regular.ENCODINGS:
            yield from self._carefully(self._whole())
            return
        try:
            yield from self._quickly()
        except regular.IrregularError as error:
            yield from self._carefully(self._rest(error.at) if self._seen else self._whole())

    def _quickly(self) -> Iterator[pa.RecordBatch]:
        """Yield what is plainly regular; raises `IrregularError` at what is not."""
        self._seen = 0
        width = len(self.header.names)
        with self.file.path.open("rb") as source:
            _skip(source, self.file.mark + (self.file.titles if self._named else 0))
            for block in regular.blocks(source, self.file.delimiter, width, FIELD_LIMIT):
                below = self._named and not self._seen
                yield from self._staged(regular.below_header(block) if below else block)
                self._tick(block.size)

    def _staged(self, block: regular.Block) -> Iterator[pa.RecordBatch]:
        self._seen = self._seen or int(self._named)
        for batch in staged(self.header, block, self.count + 1):
            self.count += batch.num_rows
            self._seen += batch.num_rows
            yield batch

    def _carefully(self, records: Iterator[Record]) -> Iterator[pa.RecordBatch]:
        pending: list[Record] = []
        for record in records:
            pending.append(record)
            if len(pending) == self._batch:
                yield self._stage(pending)
                pending = []
        if pending:
            yield self._stage(pending)

    def _whole(self) -> Iterator[Record]:
        """Yield every record below the header."""
        with self._open() as source:
            records = self._records(source)
            if self._named:
                next(records)
            yield from records

    def _rest(self, at: int) -> Iterator[Record]:
        """Yield the records from a byte on, which is behind some."""
        # A mark of encoding stands at the beginning alone.
        encoding = self.file.encoding.removesuffix("-sig")
        with self.file.path.open(encoding=encoding, newline="") as text:
            text.seek(at)
            yield from self._taken_apart(text, [len(self.header.names)])

    def _open(self) -> TextIO:
        return self.file.path.open(encoding=self.file.encoding, newline="")

    def _records(self, source: TextIO) -> Iterator[Record]:
        self._seen = 0
        # Without names, what a title would stand above is not known; it stays a record.
        for _ in range(self.file.mark + (self.file.titles if self._named else 0)):
            source.readline()
        yield from self._taken_apart(source, [])

    def _taken_apart(self, source: TextIO, width: list[int]) -> Iterator[Record]:
        """Yield records; `width` is empty or the one of the header."""
        lines = _Lines(source, self._tick)
        try:
            for record in _parse(lines, self.file.delimiter,
                                 lambda: width[0] if width else None):
                if not width and isinstance(record, list):
                    width.append(len(record))
                yield record
                self._seen += 1
        except UnicodeError as error:
            raise not_in_encoding(
                self.file.path, self.file.encoding, max(0, self._seen - 1)) from error

    def _read_header(self) -> Header:
        with self._open() as source:
            first = next(self._records(source), None)
        if not isinstance(first, list):
            raise unreadable(self.file.name, msg("its first line is not a header"),
                             msg("put column names in the first line"))
        if not self._named:
            return numbered(len(first))
        names = tuple(name.strip().lstrip("\ufeff") for name in first)
        require_names(self.file.name, names)
        return Header(names)

    def _stage(self, records: list[Record]) -> pa.RecordBatch:
        start = self.count + 1
        self.count += len(records)
        return stage(self.header, records, start)


def _skip(source: BinaryIO, lines: int) -> None:
    """Pass over a mark of encoding and some lines; raises `IrregularError` where they are odd."""
    if source.read(len(codecs.BOM_UTF8)) != codecs.BOM_UTF8:
        source.seek(0)
    for _ in range(lines):
        if b"\r" in source.readline().removesuffix(b"\n").removesuffix(b"\r"):
            raise regular.IrregularError


def numbered(width: int) -> Header:
    """Name the columns of a file that does not: `column_1`, `column_2`, …"""
    return Header(tuple(f"column_{i}" for i in range(1, width + 1)))


def staged(header: Header, block: regular.Block, start: int) -> Iterator[pa.RecordBatch]:
    """Build staged columns from a block, the first record of which has the number `start`."""
    for first, end, odd in regular.spans(block.rows.num_rows, block.odd):
        if end > first:
            yield from _plainly(header, block.rows.slice(first, end - first), start)
            start += end - first
        if odd:
            yield stage(header, [odd.fields], start)
            start += 1


def _plainly(header: Header, rows: pa.Table, start: int) -> Iterator[pa.RecordBatch]:
    """Add to fields the number of each record, and that nothing is odd about it."""
    count, width = rows.num_rows, len(header.names)
    numbers = pa.array(np.arange(start, start + count))
    nothing = pa.nulls(count, pa.string())
    widths = pa.array(np.full(count, width, np.int32))
    whole = pa.Table.from_arrays([numbers, widths, nothing, nothing, *rows.columns],
                                 schema=header.schema)
    yield from whole.combine_chunks().to_batches()


def stage(header: Header, records: Sequence[Record], start: int) -> pa.RecordBatch:
    """Build staged columns from records, the first of which has the number `start`."""
    width = len(header.names)
    rows = [_fit(record, width) for record in records]
    numbers = pa.array(range(start, start + len(records)), pa.int64())
    widths = pa.array([len(r) if isinstance(r, list) else 0 for r in records], pa.int32())
    tails = pa.array([_tail(r, width) for r in records], pa.string())
    damage = pa.array([r.reason if isinstance(r, Damaged) else None for r in records],
                      pa.string())
    columns = [pa.array(column, pa.string()) for column in zip(*rows, strict=True)]
    return pa.RecordBatch.from_arrays(
        [numbers, widths, tails, damage, *columns], schema=header.schema)


def _fit(record: Record, width: int) -> list[str | None]:
    if isinstance(record, Damaged):
        return [record.text, *[None] * (width - 1)]
    if len(record) == width:
        return list(record)
    return [*record[:width], *[None] * (width - len(record))]


def _tail(record: Record, width: int) -> str | None:
    if isinstance(record, Damaged) or len(record) <= width:
        return None
    return json.dumps(record[width:], ensure_ascii=False)


def require_names(file: str, names: tuple[str, ...]) -> None:
    """Refuse a first line that holds values; raises `NamelessError`, which names the option."""
    numeric = sum(_is_number(name) for name in names)
    telling = any(VALUE.fullmatch(name) for name in names)
    if not any(names) or telling or numeric > len(names) // 2:
        raise NamelessError(msg(
            "{file}: Which columns does it have? Its first line holds values, not column names "
            "({values}); put names in the first line, or say --no-header and name columns by "
            "number, as in --no-header --map date_start=column_2.",
            file=file, values=quoted(name[:30] for name in names[:3])))


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
