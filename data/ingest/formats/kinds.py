"""Which format a file has, by its first bytes; its name is not asked."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from data.errors import unreadable
from data.i18n import encodable, msg
from data.ingest.sniff import read_head

PARTS_OF_SHAPEFILE = (".shx", ".dbf", ".prj", ".cpg", ".sbn", ".sbx", ".qix")
RECORD_SEPARATOR = b"\x1e"
"""What begins every line of a GeoJSON text sequence."""
EMPTY_ZIP = b"PK\x05\x06"
TAR = slice(257, 262)


class Kind(Enum):
    """The formats that are told apart; what is none of the others is text, or nothing."""

    ZIP = b"PK\x03\x04"
    GZIP = b"\x1f\x8b"
    PARQUET = b"PAR1"
    SQLITE = b"SQLite format 3\x00"
    SHAPEFILE = b"\x00\x00\x27\x0a"
    JSON = b"{"
    TEXT = b""


def kind_of(path: Path) -> Kind:
    """Tell the format of a file.

    Raises:
        UnreadableFileError: it is missing, no file, a TAR archive, or a mere part of a Shapefile.
    """
    head, _ = read_head(path)
    if head[TAR] == b"ustar":
        raise unreadable(encodable(path.name), msg("it is a TAR archive"), msg("unpack it first"))
    if path.suffix.lower() in PARTS_OF_SHAPEFILE:
        raise unreadable(encodable(path.name), msg("it is one part of a Shapefile"),
                         msg("name the .shp file beside it"))
    return kind_of_head(head)


def kind_of_head(head: bytes) -> Kind:
    """Tell the format by the first bytes."""
    for kind in Kind:
        if kind not in (Kind.JSON, Kind.TEXT) and head.startswith(kind.value):
            return kind
    if head.startswith(EMPTY_ZIP):
        return Kind.ZIP
    plain = head.removeprefix(b"\xef\xbb\xbf").lstrip().removeprefix(RECORD_SEPARATOR)
    return Kind.JSON if plain.lstrip().startswith(b"{") else Kind.TEXT
