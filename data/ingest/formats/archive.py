"""A .zip: which of its files is the table that is meant."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from data.errors import UndecidedError, UnreadableFileError, unreadable
from data.i18n import Message, encodable, msg
from data.ingest.formats import unpack
from data.ingest.formats.base import How
from data.ingest.formats.kinds import Kind, kind_of_head

PLAIN_TEXT = (".csv", ".tsv", ".tab")
"""Endings of tables; other text beside them is mostly a note on them."""
SHAPEFILE = ".shp"
HEAD = 4096
MOST_MEMBERS = 10_000
MOST_LISTED = 10
CSV_OR_XLSX = msg("save it as XLSX, or as CSV in UTF-8")
OFFICE: tuple[tuple[str, Message, Message], ...] = (
    ("xl/workbook.bin", msg("it is a binary Excel workbook"), CSV_OR_XLSX),
    ("word/document.xml", msg("it is a Word document, not a table"),
     msg("look for the table it was made from")),
    ("ppt/presentation.xml", msg("it is a presentation, not a table"),
     msg("look for the table it was made from")),
    ("content.xml", msg("it is an OpenDocument file"), CSV_OR_XLSX),
    ("doc.kml", msg("it is a KMZ file"), msg("save it as GeoJSON, GeoPackage or Shapefile")),
)
WORKBOOK = "xl/workbook.xml"

_GEOJSON = re.compile(rb'"type"\s*:\s*"(?:FeatureCollection|Feature|[A-Za-z]*Point|'
                      rb'[A-Za-z]*LineString|[A-Za-z]*Polygon|GeometryCollection)"')


@dataclass(frozen=True)
class Found:
    """A table inside an archive, and how to read it."""

    member: zipfile.ZipInfo
    how: How

    @property
    def is_shapefile(self) -> bool:
        """Tell whether it has parts beside it."""
        return self.member.filename.lower().endswith(SHAPEFILE)


def is_workbook(path: Path) -> bool:
    """Tell whether a .zip is an Excel workbook.

    Raises:
        UnreadableFileError: it is damaged, or another kind of office document.
    """
    with unpack.zipped(path) as archive:
        names = set(archive.namelist())
    for member, why, do in OFFICE:
        if member in names:
            raise unreadable(encodable(path.name), why, do)
    return WORKBOOK in names


def tables(path: Path) -> tuple[str, ...]:
    """Name the tables of an archive; raises `UnreadableFileError` where it is damaged."""
    with unpack.zipped(path) as archive:
        members = [m for m in archive.infolist() if not m.is_dir() and not _is_clutter(m)]
        return tuple(m.filename for m in _tables(archive, members[:MOST_MEMBERS]))


def find(path: Path, how: How) -> Found:
    """Find the table that is meant.

    Raises:
        UnreadableFileError: there is none that is understood, or not the one that was named.
        UndecidedError: there are several, and none was named.
    """
    with unpack.zipped(path) as archive:
        members = [m for m in archive.infolist() if not m.is_dir() and not _is_clutter(m)]
        if len(members) > MOST_MEMBERS:
            raise unreadable(encodable(path.name), msg("it holds too many files"),
                             msg("unpack it, and name the tables that you want"))
        tables = list(_tables(archive, members))
    if not tables:
        raise _without_table(path, members)
    named = [m for m in tables if how.layer and _is_called(m, how.layer)]
    if len(named) == 1:
        return Found(named[0], replace(how, layer=None))
    if len(tables) == 1:
        return Found(tables[0], how)
    if how.layer and not named:
        raise unreadable(encodable(path.name), msg("it has no file “{name}”", name=how.layer),
                         msg("name one of {names} with --layer", names=_listed(tables)))
    raise UndecidedError(msg(
        "{file}: Which of its tables is meant? It holds {names}; name one with --layer, or unpack "
        "it and name all that you want.", file=encodable(path.name), names=_listed(tables)))


def _tables(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]
) -> Iterator[zipfile.ZipInfo]:
    """Yield the tables; notes in plain text count only where there is nothing else."""
    heads = {m.filename: _head(archive, m) for m in members}
    found = [m for m in members if _is_table(m, heads[m.filename])]
    yield from found or [m for m in members if m.filename.lower().endswith(".txt")
                         and kind_of_head(heads[m.filename]) is Kind.TEXT]


def _head(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as source:
        return source.read(HEAD)


def _is_table(member: zipfile.ZipInfo, head: bytes) -> bool:
    kind = kind_of_head(head)
    ending = PurePosixPath(member.filename).suffix.lower()
    if kind is Kind.SHAPEFILE:
        # Its index begins with the same bytes.
        return ending == SHAPEFILE
    if kind is Kind.JSON:
        return bool(_GEOJSON.search(head))
    return ending in PLAIN_TEXT if kind is Kind.TEXT else True


def _is_called(member: zipfile.ZipInfo, name: str) -> bool:
    path = PurePosixPath(member.filename)
    without = member.filename[: -len(path.suffix) or None]
    return name.lower() in {word.lower() for word in (
        member.filename, path.name, without, path.stem)}


def _is_clutter(member: zipfile.ZipInfo) -> bool:
    """Tell the hidden copies that macOS adds to archives."""
    name = PurePosixPath(member.filename).name
    return member.filename.startswith("__MACOSX/") or name.startswith(".")


def _without_table(path: Path, members: list[zipfile.ZipInfo]) -> UnreadableFileError:
    if not members:
        return unreadable(encodable(path.name), msg("it is an empty archive"),
                          msg("download it again"))
    return unreadable(
        encodable(path.name), msg("it holds no table that is understood ({names})",
                                  names=_listed(members)),
        msg("unpack it, and save the table as CSV in UTF-8"))


def _listed(members: list[zipfile.ZipInfo]) -> str:
    names = [encodable(m.filename) for m in members]
    return ", ".join([*names[:MOST_LISTED], *(["…"] if len(names) > MOST_LISTED else [])])
