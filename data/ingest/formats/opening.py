"""One way of opening a file as a table, whatever its format, chosen by its content."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from data.errors import unreadable
from data.i18n import Message, encodable, msg
from data.ingest import archives
from data.ingest.formats import archive, features, unpack
from data.ingest.formats.base import How, Table
from data.ingest.formats.delimited import Delimited
from data.ingest.formats.kinds import Kind, kind_of
from data.ingest.formats.layered import GeoPackage, Shapefile
from data.ingest.formats.parquet import Parquet
from data.ingest.formats.workbook import Workbook

DEEPEST = 2
"""How many times over a table may be packed, such as a .csv.gz in a .zip."""
MOST_COLUMNS = 2_000
"""Columns of a table; the widest known source has some 140, and the work grows with their
square, so that a matrix taken for a table would keep the machine busy for an hour."""

READERS: dict[Kind, Callable[[Path, How], Table]] = {
    Kind.PARQUET: Parquet,
    Kind.SQLITE: GeoPackage,
    Kind.SHAPEFILE: Shapefile,
    Kind.TEXT: Delimited,
}


@contextmanager
def opened(paths: Sequence[Path], how: How) -> Iterator[list[Table]]:
    """Open files as tables, one each; what was unpacked for that is deleted in the end.

    Raises:
        UnreadableFileError: a file is missing, damaged, or of no format that is understood.
        UndecidedError: a file leaves open which of its tables is meant.
    """
    with ExitStack() as stack:
        tables = [_Opener(stack, path).open(path, how, 0) for path in paths]
        for table in tables:
            _require_narrow(table)
        yield tables


def _require_narrow(table: Table) -> None:
    if len(table.header.names) > MOST_COLUMNS:
        raise unreadable(
            table.name, msg("it has {count} columns, and {most} are the most",
                            count=len(table.header.names), most=MOST_COLUMNS),
            msg("delete those that are not needed, with a record a line"))


class _Opener:
    """Opens one file, and unpacks it where it is packed."""

    def __init__(self, stack: ExitStack, outermost: Path) -> None:
        self._stack = stack
        self._outermost = outermost

    def open(self, path: Path, how: How, depth: int) -> Table:
        kind = kind_of(path)
        if kind is Kind.ZIP and archive.is_workbook(path):
            return Workbook(path, how)
        if kind in (Kind.ZIP, Kind.GZIP):
            if depth == DEEPEST:
                raise unreadable(encodable(self._outermost.name),
                                 msg("it is packed more than twice over"),
                                 msg("unpack it first"))
            return self._unpacked(path, how, kind, depth)
        if kind is Kind.JSON:
            return (features.Lines if features.are_lines(path) else features.Document)(path, how)
        return READERS[kind](path, how)

    def _unpacked(self, path: Path, how: How, kind: Kind, depth: int) -> Table:
        folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="atlas-")))
        if kind is Kind.GZIP:
            inside = unpack.gunzip(path, folder)
            table = self.open(inside, how, depth + 1)
        else:
            found = archive.find(path, how)
            if found.is_shapefile:
                inside = archives.extract(path, found.member.filename[:-4], folder)
            else:
                inside = unpack.extract(path, found.member, folder)
            table = self.open(inside, found.how, depth + 1)
        note: Message = msg("“{name}” was taken from {archive}", name=encodable(inside.name),
                            archive=encodable(path.name))
        table.notes.insert(0, note)
        return table
