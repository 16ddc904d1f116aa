"""Which column of a file is which column of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.errors import UndecidedError, unreadable
from data.evidence.columns import Column, columns_of
from data.evidence.model import Claim, Place
from data.i18n import msg
from data.ingest.formats.base import Fits
from data.taxonomy import fold

PLACING = ("place", "lat", "lon", "country", "where_precision")
"""Columns by which a claim gives its place where that is not a known one."""
LICENCE = "licence"


@dataclass(frozen=True)
class Columns:
    """The file's column by column of the table, and the file's columns that mean nothing."""

    names: Mapping[str, str]
    ignored: tuple[str, ...]


def match(file: str, names: Sequence[str], table: str, record: type) -> Columns:
    """Recognise columns by name, whatever their case, accents and punctuation.

    Raises:
        UnreadableFileError: a column is missing without which no record is one.
        UndecidedError: two columns of the file have the same name.
    """
    known = {fold(name): name for name in takes(record)}
    found: dict[str, str] = {}
    ignored = []
    for name in names:
        column = known.get(fold(name))
        if column is None:
            ignored.append(name)
        elif column in found:
            raise UndecidedError(msg(
                "{file}: “{one}” and “{other}” are the same column of the table; rename one.",
                file=file, one=found[column], other=name))
        else:
            found[column] = name
    for column in missing(record, found):
        raise unreadable(
            file, msg("it has no column “{column}”, which the table {table} needs",
                      column=column, table=table),
            msg("add it; app.py evidence --schema --table {table} lists the columns", table=table))
    return Columns(found, tuple(ignored))


def fitting(record: type) -> Fits:
    """Say of the sheets of a workbook whether they have what a table needs."""
    known = {fold(name): name for name in takes(record)}

    def fits(names: Sequence[str]) -> tuple[int, str]:
        found = {known[fold(name)]: name for name in names if fold(name) in known}
        return (1, "") if found and not missing(record, found) else (0, "")

    return fits


def takes(record: type) -> list[str]:
    """Name the columns that a file of a table may have."""
    names = [column.name for column in columns_of(record)]
    if issubclass(record, Claim):
        names += PLACING
    if record is Place:
        names.append("country")
    return list(dict.fromkeys([*names, LICENCE]))


def missing(record: type, given: Mapping[str, str]) -> list[str]:
    """Name the columns that must be there and are not.

    An identifier is made where there is none, and French stands in for English.
    """
    return [c.name for c in columns_of(record)
            if c.required and c.name != "id" and c.name not in given
            and (french(c) is None or french(c) not in given)]


def french(column: Column) -> str | None:
    """Name the column that says the same in French, if this one says it in English."""
    return f"{column.name[:-3]}_fr" if column.name.endswith("_en") else None
