"""GeoJSON, GeoPackage and Shapefile as rows of text with shapes in WGS 84 degrees.

What a file is, is decided by its first bytes and not by a driver's guess, and only a
local regular file is opened: a file by others must not make the reader follow a link.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from data.errors import UndecidedError, UnreadableFileError, unreadable
from data.i18n import Message, encodable, msg
from data.ingest import archives, gdal, geojson
from data.ingest.shapes import Vectors

__all__ = ["Vectors", "read_vectors"]

SHAPEFILE = b"\x00\x00\x27\x0a"
SQLITE = b"SQLite format 3\x00"
GEOPACKAGE_IDS = (b"GPKG", b"GP10", b"GP11")
ZIP = b"PK\x03\x04"
HEAD = 128
FORMATS = msg("save it as GeoJSON, GeoPackage or Shapefile")
PARTS_OF_SHAPEFILE = (".shx", ".dbf", ".prj", ".cpg", ".sbn", ".sbx", ".qix")


def read_vectors(path: Path, layer: str | None = None) -> Vectors:
    """Read a file of shapes with their attributes.

    Args:
        path: GeoJSON, GeoPackage, a Shapefile's .shp beside its other parts, or a .zip of them.
        layer: which layer of a GeoPackage, or which Shapefile of a .zip, where there are several.

    Raises:
        UnreadableFileError: it is none of these, damaged, incomplete, or holds no features.
        UndecidedError: it holds several layers, or does not tell its coordinate system.
    """
    head = _head(path)
    if head.startswith(ZIP):
        return _read_zip(path, layer)
    if path.suffix.lower() in PARTS_OF_SHAPEFILE:
        raise unreadable(_name(path), msg("it is one part of a Shapefile"),
                         msg("name the .shp file beside it"))
    if head.startswith(SHAPEFILE):
        return _read_shapefile(path, _name(path))
    if head.startswith(SQLITE):
        return _read_geopackage(path, head, layer)
    if _is_json(head):
        return geojson.read(path, _name(path))
    raise unreadable(_name(path), msg("it is not a file of shapes that is understood"), FORMATS)


def _name(path: Path) -> str:
    return encodable(path.name)


def _head(path: Path) -> bytes:
    """Read the beginning, which refuses links to elsewhere: they are no files here."""
    try:
        if path.is_dir():
            raise unreadable(_name(path), msg("it is a folder"), msg("name a file"))
        if path.exists() and not path.is_file():
            raise unreadable(_name(path), msg("it is a pipe or a device, not a file"),
                             msg("save what it gives as a file first"))
        with path.open("rb") as source:
            head = source.read(HEAD)
    except (OSError, ValueError) as error:
        why = msg("there is no such file") if isinstance(error, FileNotFoundError) else msg(
            "it cannot be opened ({why})", why=getattr(error, "strerror", None) or str(error))
        raise unreadable(_name(path), why, msg("check the path and your rights")) from error
    if not head:
        raise unreadable(_name(path), msg("it is empty"), msg("download it again"))
    return head


def _is_json(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def _read_zip(path: Path, layer: str | None) -> Vectors:
    with tempfile.TemporaryDirectory(prefix="atlas-") as folder:
        names = archives.shapefiles(path)
        chosen = pick(_name(path), names, layer)
        inside = archives.extract(path, chosen, Path(folder))
        return _read_shapefile(inside, f"{_name(path)}: {encodable(inside.name)}")


def _read_shapefile(path: Path, name: str) -> Vectors:
    require_parts(path, name)
    return gdal.read(path, name, None)


def require_parts(path: Path, name: str) -> None:
    """Refuse a Shapefile without what belongs beside it; raises `UnreadableFileError`."""
    if path.suffix.lower() != ".shp":
        raise unreadable(name, msg("it is a Shapefile under another name"),
                         msg("give it back the ending .shp, beside its .shx and .dbf"))
    there = {p.suffix.lower() for p in path.parent.iterdir()
             if p.stem.lower() == path.stem.lower()}
    for part in (".shx", ".dbf"):
        if part not in there:
            raise unreadable(
                name, msg("the Shapefile’s {part} is not beside it", part=part),
                msg("put the .shp, .shx, .dbf and .prj of the same name into one folder"))


def _read_geopackage(path: Path, head: bytes, layer: str | None) -> Vectors:
    require_geopackage(path, head)
    return gdal.read(path, _name(path), pick(_name(path), gdal.layers(path, _name(path)), layer))


def require_geopackage(path: Path, head: bytes) -> None:
    """Refuse a database of another kind; raises `UnreadableFileError`."""
    if head[68:72] not in GEOPACKAGE_IDS and path.suffix.lower() != ".gpkg":
        raise unreadable(_name(path), msg("it is a database, but not a GeoPackage"), FORMATS)


def pick(name: str, layers: list[str], wanted: str | None) -> str:
    """Choose the layer that is wanted, or the only one.

    Raises:
        UnreadableFileError: there is none, or not the one that is wanted.
        UndecidedError: there are several, and none is wanted.
    """
    if not layers:
        raise unreadable(name, msg("it holds no layer with shapes"), FORMATS)
    if wanted is None and len(layers) > 1:
        raise UndecidedError(msg(
            "{file}: it holds several layers ({layers}); name one with --layer.",
            file=name, layers=_listed(layers)))
    if wanted is not None and wanted not in layers:
        raise _absent(name, layers, wanted)
    return wanted or layers[0]


def _absent(name: str, layers: list[str], wanted: str) -> UnreadableFileError:
    why: Message = msg("it has no layer “{layer}”", layer=wanted)
    return unreadable(name, why, msg("name one of {layers} with --layer", layers=_listed(layers)))


def _listed(layers: list[str]) -> str:
    return ", ".join(encodable(layer) for layer in layers)
