"""What is packed, unpacked into a folder of its own.

No path of the archive's is followed, and no more than a limit is written, whatever the
archive says of its sizes.
"""

from __future__ import annotations

import gzip
import lzma
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Protocol

from data.errors import UnreadableFileError, unreadable
from data.i18n import Message, encodable, msg

LARGEST = 4 << 30
"""Bytes that one file may unpack to; some archives of a few kilobytes would fill any disk."""
BLOCK = 1 << 20
BROKEN = (zipfile.BadZipFile, gzip.BadGzipFile, NotImplementedError, RuntimeError, EOFError,
          OSError, zlib.error, lzma.LZMAError, UnicodeError)


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


def gunzip(path: Path, folder: Path) -> Path:
    """Unpack a .gz into `folder`, under its name without the ending.

    Raises:
        UnreadableFileError: it is damaged, or too large.
    """
    inner = path.name[:-3] if path.name.lower().endswith(".gz") else path.name
    target = folder / (inner or "table")
    with packed(path), gzip.open(path) as source:
        copy(path, source, target)
    return target


def extract(path: Path, member: zipfile.ZipInfo, folder: Path) -> Path:
    """Unpack one file of a .zip into `folder`, under its own name without the archive's folders.

    Raises:
        UnreadableFileError: it is damaged, locked, or too large.
    """
    target = folder / plain(PurePosixPath(member.filename.replace("\\", "/")).name)
    with zipped(path) as archive, archive.open(member) as source:
        copy(path, source, target)
    return target


def copy(path: Path, source: _Readable, target: Path) -> None:
    """Copy a packed file, and stop at the limit; raises `UnreadableFileError`."""
    most = min(LARGEST, shutil.disk_usage(target.parent).free)
    written = 0
    with target.open("wb") as out:
        while block := source.read(BLOCK):
            written += len(block)
            if written > most:
                raise too_large(path)
            out.write(block)


def too_large(path: Path) -> UnreadableFileError:
    """Build the error of an archive that would fill the disk."""
    return unreadable(
        encodable(path.name),
        msg("it unpacks to more than {gigabytes} GB, or than the disk has room for",
            gigabytes=LARGEST >> 30),
        msg("unpack it yourself, and import the table by itself"))


def plain(name: str) -> str:
    """Return a file name that no system takes for anything else."""
    return "".join(c if c.isalnum() or c in " ._-" else "_" for c in name).strip() or "table"


@contextmanager
def zipped(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a .zip; raises `UnreadableFileError` where it is damaged or locked."""
    with packed(path), zipfile.ZipFile(path) as archive:
        yield archive


@contextmanager
def packed(path: Path) -> Iterator[None]:
    """Say in a sentence that an archive is damaged or locked."""
    why: Message = msg("the archive is damaged, locked, or packed in a way that is not understood")
    try:
        yield
    except BROKEN as error:
        raise unreadable(encodable(path.name), why,
                         msg("download it again, or unpack it yourself first")) from error
