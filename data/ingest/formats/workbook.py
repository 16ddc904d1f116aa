"""Excel workbooks (.xlsx): one sheet, or the sheets of one header, as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TypeVar

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from data.errors import UnreadableFileError, unreadable
from data.i18n import encodable, msg
from data.ingest.formats import sheet_xml, sheets
from data.ingest.formats.base import Chunk, How, Table
from data.ingest.formats.sheets import Sheet
from data.ingest.records import Header, Record, Tick, stage
from data.taxonomy import fold

Answer = TypeVar("Answer")


class Workbook(Table):
    """A workbook; hidden sheets are left unless they are named."""

    def __init__(self, path: Path, how: How) -> None:
        super().__init__(path)
        self._how = how
        every, self._chosen = self._choose()
        used = {sheet.name for sheet in self._chosen}
        self.notes += sheets.says(self._chosen, [name for name in every if name not in used])
        names, self._columns = _joined(self._chosen)
        self.header = Header(names)
        self.own = len(names)
        self.size = sum(sheet.source.total_height for sheet in self._chosen)

    @property
    def choice(self) -> str:
        """The sheets, where it was not all of them."""
        return "\n".join(sheet.name for sheet in self._chosen)

    def chunks(self, tick: Tick) -> Iterator[Chunk]:
        """Yield the rows that hold something, sheet after sheet."""
        for sheet, columns in zip(self._chosen, self._columns, strict=True):
            rows = sheet.rows()
            while some := list(islice(rows, self._how.batch)):
                start = self.count + 1
                self.count += len(some)
                width = len(self.header.names)
                yield Chunk(stage(self.header, [_spread(r, columns, width) for r in some], start))
                tick(len(some))

    def _choose(self) -> tuple[list[str], list[Sheet]]:
        """Return the names of all sheets, and the sheets that are read."""
        with closing(_guarded(self.path, lambda: CalamineWorkbook.from_path(self.path))) as book:
            pages = [m for m in book.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet]
            every = [m.name for m in pages]
            shown = [m.name for m in pages if m.visible == SheetVisibleEnum.Visible]
            wanted = {fold(name) for name in self._how.sheets}
            looked = [n for n in every if fold(n) in wanted] if wanted else shown
            tables = [sheet for name in looked if (sheet := self._table(book, name))]
        file = self.name
        if self._how.sheets:
            return every, sheets.named(file, tables, self._how.sheets, every)
        if not shown:
            raise unreadable(file, msg("it has no sheet that is shown"),
                             msg("name a hidden one with --sheet"))
        if not tables:
            raise sheets.no_table(file, shown[0])
        return every, sheets.choose(file, tables, shown)

    def _table(self, book: CalamineWorkbook, name: str) -> Sheet | None:
        told = sheet_xml.look(self.path, name)
        source = _guarded(self.path, lambda: book.get_sheet_by_name(name))
        return sheets.table(name, source, told, self._how)


def sheet_names(path: Path) -> tuple[str, ...]:
    """Name the sheets of a workbook, hidden ones too; raises `UnreadableFileError`."""
    with closing(_guarded(path, lambda: CalamineWorkbook.from_path(path))) as book:
        return tuple(m.name for m in book.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet)


def _joined(chosen: list[Sheet]) -> tuple[tuple[str, ...], list[list[int]]]:
    """Return the header of all sheets, and where each sheet's columns belong in it."""
    names = list(chosen[0].names)
    columns = [list(range(len(names)))]
    for sheet in chosen[1:]:
        places: list[int] = []
        for name in sheet.names:
            there = [i for i, own in enumerate(names) if fold(own) == fold(name)
                     and i not in places]
            if not there:
                names.append(name)
            places.append(there[0] if there else len(names) - 1)
        columns.append(places)
    return tuple(names), columns


def _spread(row: list[str], columns: Sequence[int], width: int) -> Record:
    """Put a sheet's cells into the columns of the common header."""
    record = [""] * width
    for place, cell in zip(columns, row, strict=True):
        record[place] = cell
    return record


def _guarded(path: Path, call: Callable[[], Answer]) -> Answer:
    try:
        return call()
    except (CalamineError, OSError, ValueError) as error:
        raise _damaged(path) from error
    except BaseException as error:
        # A defect met in the reader's own language, on a damaged file, is no error of ours.
        if type(error).__name__ == "PanicException":
            raise _damaged(path) from error
        raise


def _damaged(path: Path) -> UnreadableFileError:
    return unreadable(encodable(path.name), msg("the workbook is damaged or not understood"),
                      msg("save it again as XLSX, or as CSV in UTF-8"))
