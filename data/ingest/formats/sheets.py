"""The tables of a workbook: where each sheet's header stands, and which sheets are meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from python_calamine import CalamineSheet

from data.errors import UndecidedError, unreadable
from data.i18n import Message, encodable, msg, nmsg, quoted
from data.ingest.formats.base import How
from data.ingest.formats.cells import text
from data.ingest.formats.headings import of_two_rows
from data.ingest.formats.sheet_xml import Told
from data.ingest.records import VALUE
from data.taxonomy import fold

LOOKED_AT = 60
"""Rows among which a header is looked for."""
KNOWN = 2
"""How well a known layout fits; see `data.ingest.formats.base.Fits`."""


@dataclass(eq=False)
class Sheet:
    """A sheet with a table.

    Attributes:
        name: the sheet's.
        row: of the header, from 0, the lower one of two; what stands above it are titles.
        names: the header, one for each column of the sheet.
        titles: how many rows above the header hold something.
        fit: see `data.ingest.formats.base.Fits`.
        merged: see `_merged`.
        two: whether the header has two rows.
    """

    name: str
    source: CalamineSheet
    told: Told
    row: int
    names: tuple[str, ...]
    titles: int
    fit: tuple[int, str]
    merged: dict[tuple[int, int], str] = field(default_factory=dict)
    two: bool = False

    def rows(self) -> Iterator[list[str]]:
        """Yield the rows below the header that hold something, as text."""
        first = (self.source.start or (0, 0))[1]
        for number, values in enumerate(self.source.iter_rows()):
            if number > self.row:
                row = self._texts(number, first, values)
                if any(cell.strip() for cell in row):
                    yield row

    def _texts(self, number: int, first: int, values: list[Any]) -> list[str]:
        return [_value(self.told, self.merged, (number, first + i), value)
                for i, value in enumerate(values)]


def _value(
    told: Told, merged: dict[tuple[int, int], str], position: tuple[int, int], value: Any
) -> str:
    shown = text(value)
    return shown or told.at(position) or merged.get(position, "")


def table(name: str, source: CalamineSheet, told: Told, how: How) -> Sheet | None:
    """Find the header of a sheet; None where there is no table below one."""
    typed = list(islice(source.iter_rows(), LOOKED_AT))
    rows = [[text(value) for value in row] for row in typed]
    found = _header(rows, typed, how)
    if found is None:
        return None
    names = tuple(cell.strip() for cell in rows[found])
    titles = sum(any(cell.strip() for cell in row) for row in rows[:found])
    both = of_two_rows(names, typed[found + 1]) if found + 1 < len(typed) else None
    names, row = (both, found + 1) if both else (names, found)
    sheet = Sheet(name, source, told, row, names, titles, how.fits(names),
                  _merged(source, row), two=both is not None)
    return sheet if next(sheet.rows(), None) is not None else None


def _header(shown: list[list[str]], typed: list[list[Any]], how: How) -> int | None:
    """Return the row of the header: the first that is a known layout, else one of words."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in shown]
    usual = max(filled, default=0)
    words = [i for i, row in enumerate(typed)
             if filled[i] >= max(2, (usual + 1) // 2) and _are_words(row)]
    known = [i for i in words if how.fits(tuple(c.strip() for c in shown[i]))[0]]
    best = max(known, key=lambda i: (how.fits(tuple(c.strip() for c in shown[i]))[0], -i),
               default=None)
    return best if best is not None else next(iter(words), None)


def _are_words(row: Sequence[Any]) -> bool:
    """Tell a row of names; years may head a few columns, days and fractions none."""
    given = [cell for cell in row if cell != ""]
    words = sum(isinstance(cell, str) for cell in given)
    return words * 2 >= len(given) and not any(_is_value(cell) for cell in given)


def _is_value(cell: Any) -> bool:
    if isinstance(cell, str):
        return bool(VALUE.fullmatch(cell.strip()))
    return isinstance(cell, bool) or not isinstance(cell, int | float) or cell != int(cell)


def _merged(source: CalamineSheet, header: int) -> dict[tuple[int, int], str]:
    """Return the text of cells that are merged with one above them.

    A word or a day stands for every row that it spans; a number stands where it is written
    and nowhere else, since the same deaths in three rows would be three times as many.
    """
    spans = [(top, bottom) for top, bottom in source.merged_cell_ranges or []
             if top[0] > header and bottom[0] > top[0]]
    if not spans:
        return {}
    rows = dict(enumerate(source.iter_rows()))
    first = (source.start or (0, 0))[1]
    found: dict[tuple[int, int], str] = {}
    for top, bottom in spans:
        row = rows.get(top[0], [])
        column = top[1] - first
        value = row[column] if 0 <= column < len(row) else ""
        if not isinstance(value, int | float):
            found |= {(r, top[1]): text(value) for r in range(top[0] + 1, bottom[0] + 1)}
    return found


def choose(file: str, sheets: list[Sheet], left: list[str]) -> list[Sheet]:
    """Choose the sheets that are one table, by what their headers fit.

    Args:
        file: the workbook's name.
        sheets: those that may be meant; at least one.
        left: names of sheets without a table, for the question.

    Raises:
        UndecidedError: several tables fit equally, or sheets repeat each other's rows.
    """
    best = max(sheet.fit[0] for sheet in sheets)
    fitting = [sheet for sheet in sheets if sheet.fit[0] == best]
    groups: dict[Any, list[Sheet]] = {}
    for sheet in fitting:
        key = sheet.fit[1] if best == KNOWN else frozenset(map(fold, sheet.names)) - {""}
        groups.setdefault(key, []).append(sheet)
    if len(groups) > 1:
        raise UndecidedError(msg(
            "{file}: Which sheet is meant? Several hold a table: {sheets}. Answer with "
            "--sheet NAME.", file=file, sheets=listed(s.name for s in fitting)))
    (chosen,) = groups.values()
    _refuse_repetition(file, chosen)
    return chosen


def named(file: str, sheets: list[Sheet], wanted: Sequence[str], every: list[str]) -> list[Sheet]:
    """Return the sheets that a person named, in that order; raises `UnreadableFileError`."""
    found = []
    for name in wanted:
        real = next((n for n in every if n == name), None) or next(
            (n for n in every if fold(n) == fold(name)), None)
        if real is None:
            raise unreadable(file, msg("it has no sheet “{sheet}”", sheet=name),
                             msg("name one of {sheets} with --sheet", sheets=listed(every)))
        there = [sheet for sheet in sheets if sheet.name == real]
        if not there:
            raise no_table(file, real)
        found += [sheet for sheet in there if sheet not in found]
    return found


def no_table(file: str, sheet: str) -> UndecidedError:
    """Build the question about a sheet in which no header was found."""
    return UndecidedError(msg(
        "{file}: Where is the table of the sheet “{sheet}”? No row of column names with records "
        "below it was found; put the names into one row above the records, or name another sheet "
        "with --sheet.", file=file, sheet=sheet))


def listed(names: Iterable[str]) -> tuple[Message, ...]:
    """Name sheets in a sentence."""
    return quoted(encodable(name) for name in names)


def _refuse_repetition(file: str, sheets: list[Sheet]) -> None:
    """Refuse sheets most of whose rows another one holds too, which would count them twice."""
    if len(sheets) < 2:
        return
    rows = {sheet.name: {hash(tuple(sorted(filter(None, row)))) for row in sheet.rows()}
            for sheet in sheets}
    for i, one in enumerate(sheets):
        for other in sheets[i + 1:]:
            fewer = min(len(rows[one.name]), len(rows[other.name]))
            if len(rows[one.name] & rows[other.name]) * 2 > fewer:
                raise UndecidedError(msg(
                    "{file}: Which sheet is meant? “{one}” and “{other}” hold the same rows, and "
                    "would count twice; answer with --sheet NAME.",
                    file=file, one=one.name, other=other.name))


def says(chosen: list[Sheet], others: list[str]) -> Iterator[Message]:
    """Tell how the sheets were read."""
    if len(chosen) > 1:
        yield msg("the sheets {sheets} were read as one table",
                  sheets=listed(s.name for s in chosen))
    if others and len(chosen) == 1:
        yield msg("the sheet “{sheet}” was read", sheet=encodable(chosen[0].name))
    if others:
        yield msg("these sheets were left: {sheets}", sheets=listed(others))
    for sheet in chosen:
        if sheet.titles:
            yield nmsg("sheet “{sheet}”: {count} row above the header was taken for a title",
                       "sheet “{sheet}”: {count} rows above the header were taken for titles",
                       sheet.titles, sheet=encodable(sheet.name))
        if sheet.two:
            yield msg("sheet “{sheet}”: its headings stand in two rows, and were read as one",
                      sheet=encodable(sheet.name))
        if sheet.told.errors:
            yield nmsg("sheet “{sheet}”: {count} cell holds an error: {error}",
                       "sheet “{sheet}”: {count} cells hold an error, such as {error}",
                       len(sheet.told.errors), sheet=encodable(sheet.name),
                       error=next(iter(sheet.told.errors.values())))
        if sheet.told.uncomputed:
            yield nmsg("sheet “{sheet}”: {count} formula has no result; open and save the "
                       "workbook in a spreadsheet program",
                       "sheet “{sheet}”: {count} formulas have no result; open and save the "
                       "workbook in a spreadsheet program",
                       len(sheet.told.uncomputed), sheet=encodable(sheet.name))
        if sheet.merged:
            yield msg("sheet “{sheet}”: words and days of merged cells were taken for every row "
                      "that they span, and numbers for the first", sheet=encodable(sheet.name))
