"""Which tables a file holds, to let a person choose where it holds several."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data.errors import AtlasError
from data.i18n import encodable
from data.ingest import gdal
from data.ingest.formats import archive
from data.ingest.formats.kinds import Kind, kind_of
from data.ingest.formats.workbook import sheet_names


@dataclass(frozen=True)
class Inside:
    """What may be named of a file.

    Attributes:
        sheets: the sheets of a workbook, hidden ones too.
        layers: the layers of a GeoPackage, or the tables of an archive.
        text: whether it is text in columns, whose encoding and header may be told.
    """

    sheets: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    text: bool = False


def inside(path: Path) -> Inside:
    """List what a file holds; nothing where it cannot be read, which reading it will tell."""
    try:
        kind = kind_of(path)
        if kind is Kind.ZIP and archive.is_workbook(path):
            return Inside(sheets=sheet_names(path))
        if kind is Kind.ZIP:
            return Inside(layers=archive.tables(path), text=True)
        if kind is Kind.SQLITE:
            name = encodable(path.name)
            return Inside(layers=tuple(gdal.layers(path, name) or gdal.layers(
                path, name, shaped=False)))
    except AtlasError:
        return Inside()
    return Inside(text=kind in (Kind.TEXT, Kind.GZIP))
