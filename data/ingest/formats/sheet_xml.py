"""What a worksheet's own text tells and its reader does not.

Which cells hold an error, or a formula without a result; and how far the sheet reaches,
which decides how much memory reading it takes.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path, PurePosixPath

from data.errors import unreadable
from data.i18n import encodable, msg
from data.ingest.formats import unpack

MOST_CELLS = 60_000_000
"""Of the rectangle that holds a sheet's values; its reader needs about 32 bytes for each."""
LARGEST = 2 << 30
"""Bytes of one sheet's text."""
BLOCK = 1 << 20
NO_RESULT = "#FORMULA"
"""Stands for the result of a formula that no program has computed."""
WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"

Position = tuple[int, int]
"""Row and column, from 0."""

_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\sr=\"(\d{1,7})\"")
_COLUMN = re.compile(rb"\sr=\"([A-Z]{1,3})\d")
_ERROR = re.compile(rb"<(?:\w+:)?c\b([^>]*\bt=\"e\"[^>]*)>(.*?)</(?:\w+:)?c>", re.S)
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
_PLACE = re.compile(rb"\br=\"([A-Z]{1,3})(\d{1,7})\"")
_UNCOMPUTED = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>")
_END_OF_ROW = re.compile(rb"</(?:\w+:)?row>")


@dataclass
class Told:
    """What a sheet's text tells: the cells that hold no value but an error or a bare formula."""

    rows: int = 0
    columns: int = 0
    errors: dict[Position, str] = field(default_factory=dict)
    uncomputed: set[Position] = field(default_factory=set)

    def at(self, position: Position) -> str | None:
        """Return what stands for the value of a cell that has none."""
        return NO_RESULT if position in self.uncomputed else self.errors.get(position)


def look(path: Path, sheet: str) -> Told:
    """Look through a sheet of a workbook.

    Raises:
        UnreadableFileError: it is damaged, or reaches too far to be read.
    """
    told = Told()
    with unpack.zipped(path) as archive:
        part = _parts(archive).get(sheet)
        if part is None or part not in archive.namelist():
            raise unreadable(encodable(path.name), msg("the workbook is damaged or not understood"),
                             msg("save it again as XLSX, or as CSV in UTF-8"))
        columns: set[bytes] = set()
        for text in _by_rows(path, archive, part):
            _add(told, columns, text)
    told.columns = max((_number(name) for name in columns), default=0)
    if told.rows * told.columns > MOST_CELLS:
        raise unreadable(
            encodable(path.name),
            msg("its sheet “{sheet}” reaches to row {row} and column {column}, far beyond any "
                "table", sheet=sheet, row=told.rows, column=told.columns),
            msg("delete what stands there, or save the sheet as CSV in UTF-8"))
    return told


def _by_rows(path: Path, archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield a sheet's text in pieces that end with a row."""
    kept, size = b"", 0
    with archive.open(part) as source:
        while block := source.read(BLOCK):
            size += len(block)
            if size > LARGEST:
                raise unpack.too_large(path)
            kept += block
            ends = [m.end() for m in _END_OF_ROW.finditer(kept)]
            if ends:
                yield kept[: ends[-1]]
                kept = kept[ends[-1]:]
    yield kept


def _add(told: Told, columns: set[bytes], text: bytes) -> None:
    told.rows = max([told.rows, *(int(row) for row in _ROW.findall(text))])
    columns.update(_COLUMN.findall(text))
    if b't="e"' in text:
        for about, inside in _ERROR.findall(text):
            value = _VALUE.search(inside)
            if place := _position(about):
                told.errors[place] = value[1].decode("utf-8", "replace") if value else "#ERROR"
    if b"f>" in text or b"<f" in text:
        for about in _UNCOMPUTED.findall(text):
            place = _position(about)
            # An empty text is a result.
            if place and b't="str"' not in about:
                told.uncomputed.add(place)


def _position(about: bytes) -> Position | None:
    found = _PLACE.search(about)
    return (int(found[2]) - 1, _number(found[1]) - 1) if found else None


def _number(letters: bytes) -> int:
    """Return the number of a column, from 1: A, …, Z, AA, …"""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of the archive that holds each sheet, by the sheet's name."""
    workbook, relations = (archive.read(name).decode("utf-8", "replace")
                           for name in (WORKBOOK, RELATIONS))
    targets = {_attribute(tag, "Id"): _attribute(tag, "Target")
               for tag in _RELATION.findall(relations)}
    return {_attribute(tag, "name"): _inside(targets.get(_attribute(tag, r"\w+:id"), ""))
            for tag in _SHEET.findall(workbook)}


def _inside(target: str) -> str:
    return target[1:] if target.startswith("/") else str(PurePosixPath("xl") / target)


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf"\s{name}=(?:\"([^\"]*)\"|'([^']*)')", tag)
    return unescape(found[1] or found[2] or "") if found else ""
