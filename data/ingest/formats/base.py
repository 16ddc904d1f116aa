"""What every format becomes: a header, and staged rows of text in batches."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from data.i18n import Message, encodable
from data.ingest.records import Header, Tick
from data.ingest.shapes import Geometries

Fits = Callable[[Sequence[str]], tuple[int, str]]
"""Says of column names how well they fit what is read, the most first, and as what.

2 is a known layout, 1 a table that can be understood, 0 neither. Sheets that fit as the
same known layout are one table.
"""


def any_table(_: Sequence[str]) -> tuple[int, str]:
    """Find every table as good as another."""
    return 0, ""


@dataclass(frozen=True)
class How:
    """What a person said about a file, and what reads it.

    Attributes:
        encoding: of text, where it is not to be found.
        sheets: of a workbook; none leaves it to the content.
        layer: of a GeoPackage, or which file of an archive.
        header: whether the first line of text names the columns.
        fits: which of several sheets is the better one.
        full: completes names that a Shapefile cut to ten letters.
        strict: whether one shape outside its coordinate system makes a file unreadable;
            otherwise that record alone is none.
        batch: records at a time.
    """

    encoding: str | None = None
    sheets: tuple[str, ...] = ()
    layer: str | None = None
    header: bool = True
    fits: Fits = any_table
    full: Callable[[Sequence[str]], Sequence[str]] = tuple
    strict: bool = False
    batch: int = 50_000


@dataclass(frozen=True, eq=False)
class Chunk:
    """Some records, and the shape of each in WGS 84 degrees where the format carries any."""

    records: pa.RecordBatch
    shapes: Geometries | None = None


class Table(ABC):
    """A table in a file, whatever its format; read once from its first record to its last.

    Attributes:
        header: the file's own columns, then those that its shapes give.
        own: how many columns are the file's own.
        size: what ticks of reading sum to, in a measure of the format's own.
        count: records read so far.
        notes: what a person should know of how it was read.
    """

    header: Header
    own: int
    size: int

    def __init__(self, path: Path) -> None:
        self.path = path
        self.count = 0
        self.notes: list[Message] = []

    @property
    def name(self) -> str:
        """The file's name; bytes of it that are no text are replaced."""
        return encodable(self.path.name)

    @property
    def parts(self) -> Sequence[Path]:
        """The files that hold it."""
        return (self.path,)

    @property
    def choice(self) -> str:
        """What was chosen inside a file that holds several tables."""
        return ""

    @abstractmethod
    def chunks(self, tick: Tick) -> Iterator[Chunk]:
        """Yield the records in order; raises `UnreadableFileError` where the file breaks off."""

    def batches(self, tick: Tick = lambda _: None) -> Iterator[pa.RecordBatch]:
        """Yield the records as staged columns; see `Header.schema`."""
        for chunk in self.chunks(tick):
            yield chunk.records

    def digest(self) -> str:
        """Return the SHA-256, in hexadecimal, of what is read: the files' bytes and the choice."""
        found = hashlib.sha256()
        for part in self.parts:
            with part.open("rb") as source:
                hashlib.file_digest(source, lambda: found)
        found.update(self.choice.encode())
        return found.hexdigest()
