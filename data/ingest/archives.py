"""A Shapefile inside a .zip: found, and unpacked without trusting the archive's paths."""

from __future__ import annotations

import lzma
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from data.errors import unreadable
from data.i18n import encodable, msg

PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error,
          lzma.LZMAError)
LARGEST = 4 << 30
"""Bytes that one part may hold; no Shapefile can be larger than 4 GB."""


def shapefiles(path: Path) -> list[str]:
    """List the Shapefiles of an archive by their path without the ending."""
    with _opened(path) as archive:
        return [name[:-4] for name in archive.namelist()
                if name.lower().endswith(".shp") and not _is_clutter(name)]


def extract(path: Path, chosen: str, folder: Path) -> Path:
    """Unpack the parts of one Shapefile into `folder`; return the path of its .shp.

    Raises:
        UnreadableFileError: the archive is damaged, locked, or a part is too large.
    """
    with _opened(path) as archive:
        for info in archive.infolist():
            inside = PurePosixPath(info.filename)
            ending = inside.suffix.lower()
            if info.filename[: -len(ending) or None] != chosen or ending not in PARTS:
                continue
            if info.file_size > LARGEST:
                raise unreadable(encodable(path.name), msg("a part of it is larger than 4 GB"),
                                 msg("unpack it and name the .shp file"))
            with archive.open(info) as source, (folder / f"shapes{ending}").open("wb") as target:
                shutil.copyfileobj(source, target)
    named = folder / "shapes.shp"
    # Its own name, for the sentences a person may see; the archive's folders stay behind.
    return _renamed(named, PurePosixPath(chosen).name)


def _renamed(shapes: Path, stem: str) -> Path:
    plain = "".join(c if c.isalnum() or c in " ._-" else "_" for c in stem) or "shapes"
    for part in list(shapes.parent.iterdir()):
        part.rename(part.with_name(plain + part.suffix))
    return shapes.with_name(f"{plain}.shp")


def _is_clutter(name: str) -> bool:
    """Tell the hidden copies that macOS adds to archives."""
    return name.startswith("__MACOSX/") or PurePosixPath(name).name.startswith("._")


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except BROKEN as error:
        raise unreadable(
            encodable(path.name), msg("the archive is damaged or locked"),
            msg("unpack it and name the .shp file")) from error
