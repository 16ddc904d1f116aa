"""A file of evidence as numbered entries of text, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shapely.geometry.base import BaseGeometry

from data.errors import unreadable
from data.i18n import encodable, msg
from data.ingest.progress import Progress
from data.ingest.records import Header, RecordReader
from data.ingest.rejects import fields_of, unique
from data.ingest.sniff import sniff
from data.ingest.vectors import read_vectors

SHAPES = (b"SQLite format 3\x00", b"\x00\x00\x27\x0a")
SHAPE_ENDINGS = (".zip", ".shp")
BATCH = 5_000
HEAD = 64


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
    """A file's columns, made to differ, and its entries; at least one."""

    name: str
    names: tuple[str, ...]
    entries: list[Entry]


def read(
    path: Path, encoding: str | None = None, layer: str | None = None,
    progress: Progress | None = None,
) -> Sheet:
    """Read CSV, GeoJSON, GeoPackage or Shapefile, told apart by their first bytes.

    Args:
        path: the file.
        encoding: of a CSV file, where the user gave one.
        layer: of a file that holds several.
        progress: where reading is shown.

    Raises:
        UnreadableFileError: it is none of these, damaged, or holds no record.
        UndecidedError: it leaves open which layer is meant.
    """
    if _has_shapes(path):
        return _shapes(path, layer)
    return _table(path, encoding, progress or Progress(quiet=True))


def _has_shapes(path: Path) -> bool:
    if path.suffix.lower() in SHAPE_ENDINGS:
        return True
    try:
        # A pipe can be read once only; `sniff` refuses it with its own words.
        with path.open("rb") as source:
            head = source.read(HEAD) if path.is_file() else b""
    except (OSError, ValueError):
        return False
    return head.startswith(SHAPES) or head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def _shapes(path: Path, layer: str | None) -> Sheet:
    found = read_vectors(path, layer)
    entries = [Entry(number, dict(row), shape=shape) for number, (row, shape) in
               enumerate(zip(found.rows, found.geometries, strict=True), start=1)]
    return Sheet(encodable(path.name), found.names, entries)


def _table(path: Path, encoding: str | None, progress: Progress) -> Sheet:
    text = sniff(path, encoding)
    with progress.bar(msg("Reading {file}", file=text.name), text.size) as tick:
        reader = RecordReader(text, BATCH, tick)
        rows = [row for batch in reader.batches() for row in batch.to_pylist()]
    if not rows:
        raise unreadable(text.name, msg("it has a header but no records"),
                         msg("check that the export was complete"))
    names = unique(reader.header.names)
    trailing = _trailing(rows, reader.header)
    entries = [_entry(row, names, trailing) for row in rows]
    return Sheet(text.name, tuple(names), entries)


def _entry(row: dict[str, Any], names: list[str], trailing: bool) -> Entry:
    return Entry(row["record"], fields_of(names, row), _damage(row, len(names), trailing))


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
