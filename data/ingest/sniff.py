"""What a file is, by its content: text in columns, or something else said in one sentence."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from data.errors import UnreadableFileError, UsageError, unreadable
from data.i18n import Message, encodable, msg
from data.ingest.titles import Beginning, beginning
from data.ingest.western import is_western

HEAD = 65_536
FEW = 4
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

NOT_OF_FILES = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"})
"""Encodings of names and source code, some of which yield what is no character."""

SAVE_AS_CSV = msg("save it as CSV in UTF-8 and import that")
SAVE_AS_SHAPES = msg("save it as GeoJSON, GeoPackage or Shapefile")
MAPS = (("<kml", msg("it is a KML file")), ("<gpx", msg("it is a GPX file")))
UNPACK = msg("unpack it first")
DOWNLOAD_AGAIN = msg("download it again")

SIGNATURES: tuple[tuple[bytes, Message, Message], ...] = (
    (b"PK\x03\x04", msg("it is a ZIP archive or an office document, not a CSV file"), SAVE_AS_CSV),
    (b"\xd0\xcf\x11\xe0", msg("it is an old Excel file, one under a password, or a Word file"),
     msg("save it as XLSX without a password, or as CSV in UTF-8")),
    (b"%PDF", msg("it is a PDF document, not a CSV file"),
     msg("look for the table it was made from")),
    (b"\x1f\x8b", msg("it is compressed with gzip"), UNPACK),
    (b"PAR1", msg("it is a Parquet file, not a CSV file"), SAVE_AS_CSV),
    (b"SQLite format 3", msg("it is a database or GeoPackage, not a CSV file"), SAVE_AS_CSV),
    (b"\x89PNG", msg("it is a picture"), msg("look for the table it was made from")),
    (b"\xff\xd8\xff", msg("it is a picture"), msg("look for the table it was made from")),
    (b"7z\xbc\xaf", msg("it is packed, and not as .zip or .gz"), UNPACK),
    (b"Rar!", msg("it is packed, and not as .zip or .gz"), UNPACK),
    (b"BZh", msg("it is packed, and not as .zip or .gz"), UNPACK),
    (b"\xfd7zXZ", msg("it is packed, and not as .zip or .gz"), UNPACK),
    (b"\x28\xb5\x2f\xfd", msg("it is packed, and not as .zip or .gz"), UNPACK),
)
"""What begins so is no text; `data.ingest.formats` reads some of it all the same."""


@dataclass(frozen=True)
class TextFile:
    """A file whose beginning reads as text in columns.

    Attributes:
        guessed: whether its encoding was told by its accents.
        mark: lines at its beginning that only say what the delimiter is.
        titles: lines from there to the header.
        said: how many of these hold something.
    """

    path: Path
    encoding: str
    delimiter: str
    size: int
    guessed: bool = False
    mark: int = 0
    titles: int = 0
    said: int = 0

    @property
    def name(self) -> str:
        """The file's name; bytes of it that are no text are replaced."""
        return encodable(self.path.name)


def sniff(path: Path, encoding: str | None = None) -> TextFile:
    """Tell how a file is to be read.

    Args:
        path: the file.
        encoding: a Python codec name, where the user gave one.

    Raises:
        UnreadableFileError: it is missing, empty, binary, a web page, or not in the encoding.
    """
    head, size = read_head(path)
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise unreadable(path.name, msg("it is empty"), DOWNLOAD_AGAIN)
    for magic, why, do in SIGNATURES:
        if head.startswith(magic):
            raise unreadable(path.name, why, do)
    guessed = not encoding and _encoding(head) == "utf-8" and is_western(path)
    chosen = _known(encoding) if encoding else "cp1252" if guessed else _encoding(head)
    text = _decode(path, head, chosen)
    _refuse_binary(path, text)
    _refuse_markup(path, text)
    begins = beginning(text)
    return TextFile(path, chosen, _delimiter(path, begins), size, guessed,
                    begins.mark, begins.titles, begins.said)


def not_in_encoding(path: Path, encoding: str, record: int) -> UnreadableFileError:
    """Build the error of a byte that the encoding does not have."""
    return unreadable(
        path.name,
        msg("its text is not {encoding} (after record {record})",
            encoding=_plain(encoding), record=record),
        msg("save it as UTF-8, or name its encoding, as in --encoding windows-1252"),
    )


def read_head(path: Path) -> tuple[bytes, int]:
    """Return the first bytes of a file, and its size; raises `UnreadableFileError`."""
    try:
        if path.is_dir():
            raise unreadable(path.name or str(path), msg("it is a folder"), msg("name a file"))
        if path.exists() and not path.is_file():
            # It is read several times over, which a pipe cannot be.
            raise unreadable(path.name, msg("it is a pipe or a device, not a file"),
                             msg("save what it gives as a file first"))
        with path.open("rb") as source:
            return source.read(HEAD), path.stat().st_size
    except (OSError, ValueError) as error:
        why = msg("there is no such file") if isinstance(error, FileNotFoundError) else msg(
            "it cannot be opened ({why})", why=getattr(error, "strerror", None) or str(error))
        raise unreadable(path.name, why, msg("check the path and your rights")) from error


def _encoding(head: bytes) -> str:
    for mark, name in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return name
    return "utf-8"


def _known(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        # Python also calls transformations such as `rot13` and `base64` encodings.
        "".encode(name)
        if name.replace("_", "-") in NOT_OF_FILES:
            raise LookupError(name)
    except (LookupError, ValueError):
        raise UsageError(msg("There is no encoding “{name}”; try utf-8, windows-1252 or utf-16.",
                             name=encoding)) from None
    return "utf-8-sig" if name == "utf-8" else name


def _decode(path: Path, head: bytes, encoding: str) -> str:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        return decoder.decode(head, final=len(head) < HEAD)
    except UnicodeError as error:
        if b"\x00" in head:
            raise _binary(path) from error
        records = head[: getattr(error, "start", 0)].count(b"\n")
        raise not_in_encoding(path, encoding, max(0, records - 1)) from error


def _binary(path: Path) -> UnreadableFileError:
    return unreadable(path.name, msg("it is a binary file, not text"),
                      msg("export it as CSV in UTF-8"))


def _refuse_binary(path: Path, text: str) -> None:
    control = sum(c < " " and c not in "\t\r\n\f\v\x1a" for c in text)
    # A few stray ones stand in real notes.
    if "\x00" in text or control > FEW + len(text) // 50:
        raise _binary(path)


def _refuse_markup(path: Path, text: str) -> None:
    start = text.lstrip("\ufeff \t\r\n")[:512].lower()
    if start.startswith(("<!doctype html", "<html", "<head", "<script", "<body")) or (
        start.startswith("<") and "<html" in start
    ):
        raise unreadable(
            path.name, msg("it is a web page, not a table (often a log-in or error page)"),
            msg("download the file again, signed in"))
    for mark, why in MAPS:
        if start.startswith("<") and mark in start:
            raise unreadable(path.name, why, SAVE_AS_SHAPES)
    if start.startswith("<?xml") or start.startswith("<"):
        raise unreadable(path.name, msg("it is XML, not a table"), SAVE_AS_CSV)
    if start.startswith(("{", "[{", "[\n")):
        raise unreadable(path.name, msg("it is JSON, not a table"), SAVE_AS_CSV)


def _delimiter(path: Path, begins: Beginning) -> str:
    if begins.delimiter is None:
        raise unreadable(
            path.name, msg("its first line has no columns (no comma, semicolon or tab)"),
            msg("put a header with column names in the first line"))
    return begins.delimiter


def _plain(encoding: str) -> str:
    return encoding.replace("-sig", "").upper()
