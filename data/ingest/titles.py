"""Lines above the header of a text file: titles, and the mark that spreadsheets write first."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

DELIMITERS = (",", ";", "\t", "|")
LOOKED_AT = 30
"""Lines among which a header is looked for."""
LONGEST_NAME = 5
"""Lines that one name of a column may span, between quotes."""
MARK = re.compile(r'\ufeff?"?sep=([,;|\t])"?[,;|\t]*\r?\n?', re.IGNORECASE)
"""What a spreadsheet program takes for the delimiter, and is no record."""
VALUE = re.compile(r"[+-]?\d+([.,]\d+)?|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
"""What is no name of a column; a lone number heads few."""


@dataclass(frozen=True)
class Beginning:
    """How a text in columns begins.

    Attributes:
        delimiter: what parts the columns; None where no line has any.
        mark: lines that only say what the delimiter is, 0 or 1, with blank ones before.
        titles: lines from there to the header, blank ones included.
        said: how many of these hold something.
    """

    delimiter: str | None
    mark: int = 0
    titles: int = 0
    said: int = 0


def beginning(text: str) -> Beginning:
    """Tell where the header stands: the first line, or below a title of one cell."""
    physical = list(io.StringIO(text, newline=""))[:LOOKED_AT]
    mark, stated = _mark(physical)
    lines = _whole(physical[mark:])
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return Beginning(stated, mark)
    delimiter = stated or _delimiter(lines[first])
    usual = delimiter and len(_cells(lines[first], delimiter)) > 1 and not _is_sentence(
        lines[first], delimiter, lines[first + 1:])
    header = None if usual else _below(lines, first, stated)
    if header is None:
        return Beginning(delimiter, mark)
    above = lines[:header]
    return Beginning(stated or _delimiter(lines[header]), mark,
                     sum(len(list(io.StringIO(line, newline=""))) for line in above),
                     sum(bool(line.strip(" \t\r\n,;|\"\ufeff")) for line in above))


def _mark(lines: list[str]) -> tuple[int, str | None]:
    for i, line in enumerate(lines):
        if found := MARK.fullmatch(line):
            return i + 1, found[1]
        if line.strip():
            break
    return 0, None


def _whole(physical: list[str]) -> list[str]:
    """Join lines that a quote spans; one that nothing closes soon is a letter like others."""
    lines: list[str] = []
    i = 0
    while i < len(physical):
        spans = range(1, LONGEST_NAME + 1)
        taken = next((n for n in spans if "".join(physical[i:i + n]).count('"') % 2 == 0), 1)
        lines.append("".join(physical[i:i + taken]))
        i += taken
    return lines


def _is_sentence(line: str, delimiter: str, below: list[str]) -> bool:
    """Tell a title with commas: all lines below have another delimiter, as often."""
    rest = [each for each in below if each.strip()]
    while rest and not _delimiter(rest[0]):
        rest = rest[1:]
    other = _delimiter(rest[0]) if len(rest) > 1 else None
    if other is None or _outside_quotes(line, other) or _outside_quotes(rest[0], delimiter):
        return False
    # The last one may be cut off.
    return len({_outside_quotes(each, other) for each in (rest[:-1] if len(rest) > 2 else rest)}
               ) == 1


def _below(lines: list[str], first: int, stated: str | None) -> int | None:
    """Look below a line of one cell for words in columns that go on; None where none are."""
    marks = [stated or _delimiter(line) for line in lines]
    cells = [_cells(line, mark) if mark else [] for line, mark in zip(lines, marks, strict=True)]
    wide = max(map(len, cells[first + 1:]), default=0)
    for i in range(first + 1, len(lines) - 1):
        after = next((line for line in lines[i + 1:] if line.strip()), "")
        goes_on = marks[i] is not None and _outside_quotes(after, str(marks[i])) > 0
        if goes_on and len(cells[i]) >= max(2, (wide + 1) // 2):
            return None if any(VALUE.fullmatch(cell) for cell in cells[i]) else i
    return None


def _delimiter(line: str) -> str | None:
    best = max(DELIMITERS, key=lambda each: _outside_quotes(line, each))
    return best if _outside_quotes(line, best) else None


def _outside_quotes(line: str, mark: str) -> int:
    return sum(part.count(mark) for part in line.split('"')[::2])


def _cells(line: str, delimiter: str) -> list[str]:
    """Return the cells of a line that hold something."""
    try:
        row = next(csv.reader([line.lstrip("\ufeff")], delimiter=delimiter), [])
    except csv.Error:
        row = line.split(delimiter)
    return [cell.strip() for cell in row if cell.strip()]
