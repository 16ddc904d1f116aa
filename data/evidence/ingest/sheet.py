"""A file of evidence as numbered entries of text, whatever its format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from shapely.geometry.base import BaseGeometry

from data.errors import NamelessError, UndecidedError, unreadable
from data.i18n import Message, msg
from data.ingest.formats.base import Chunk, How
from data.ingest.formats.opening import opened
from data.ingest.progress import Progress
from data.ingest.records import Header
from data.ingest.rejects import fields_of, unique


@dataclass(frozen=True)
class Entry:
    """One record of a file.

    Attributes:
        number: from 1, in the file's order.
        fields: original text by the file's own column names.
        damage: why it could not be taken apart; None where it could.
        shape: its geometry in WGS 84 degrees, where the format carries one.
    """

    number: int
    fields: dict[str, str | None]
    damage: str | None = None
    shape: BaseGeometry | None = None


@dataclass(frozen=True)
class Sheet:
    """A file's columns, made to differ, and its entries; at least one.

    `digest` tells the same content again, and `notes` how it was read.
    """

    name: str
    names: tuple[str, ...]
    entries: list[Entry]
    digest: str = ""
    notes: tuple[Message, ...] = ()


def read(
    path: Path, how: How | None = None, progress: Progress | None = None
) -> Sheet:
    """Read a file of any format; see `data.ingest.formats`.

    Args:
        path: the file.
        how: what a person said of it.
        progress: where reading is shown.

    Raises:
        UnreadableFileError: no format that is understood, damaged, or without a record.
        UndecidedError: it leaves open which of its tables is meant.
    """
    try:
        return _read(path, replace(how or How(), strict=True), progress or Progress(quiet=True))
    except NamelessError as error:
        # Only an import takes columns by their numbers.
        raise UndecidedError(msg(
            "{file}: Which columns does it have? Its first line holds values, not column names "
            "({values}); put names in the first line.", **error.message.values)) from error


def _read(path: Path, how: How, shown: Progress) -> Sheet:
    with opened([path], how) as (table,):
        with shown.bar(msg("Reading {file}", file=table.name), table.size) as tick:
            rows = [row for chunk in table.chunks(tick) for row in _rows(chunk)]
        if not rows:
            raise unreadable(table.name, msg("it has a header but no records"),
                             msg("check that the export was complete"))
        names = unique(table.header.names)
        trailing = _trailing([row for row, _ in rows], table.header)
        entries = [_entry(row, shape, names, table.own, trailing) for row, shape in rows]
        return Sheet(table.name, tuple(names[: table.own]), entries, table.digest(),
                     tuple(table.notes))


def _rows(chunk: Chunk) -> Iterator[tuple[dict[str, Any], BaseGeometry | None]]:
    rows = chunk.records.to_pylist()
    shapes = [None] * len(rows) if chunk.shapes is None else chunk.shapes.tolist()
    yield from zip(rows, shapes, strict=True)


def _entry(
    row: dict[str, Any], shape: BaseGeometry | None, names: list[str], own: int, trailing: bool
) -> Entry:
    fields = fields_of(names, row)
    # What the format's shape adds as columns is the shape again.
    for name in names[own:]:
        del fields[name]
    damage = _damage(row, len(names), trailing)
    return Entry(row["record"], fields, damage, shape)


def _damage(row: dict[str, Any], width: int, trailing: bool) -> str | None:
    """Tell why a record cannot be taken apart, as for incidents."""
    if row["damage"]:
        return str(row["damage"])
    if row["width"] > width and not trailing:
        return "too_many_fields"
    if row["width"] < width:
        return "too_few_fields"
    return None if any((row[f"c{i}"] or "").strip() for i in range(width)) else "empty_record"


def _trailing(rows: list[dict[str, Any]], header: Header) -> bool:
    """Tell whether every whole record has the same one empty field after the header's last."""
    width = len(header.names)
    whole = [row for row in rows if not row["damage"] and row["width"] >= width]
    return bool(whole) and all(
        row["width"] == width + 1 and row["tail"] == '[""]' for row in whole)
