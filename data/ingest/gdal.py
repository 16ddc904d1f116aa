"""GeoPackage and Shapefile by GDAL's own drivers, kept away from the network."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import shapely

from data.errors import UnreadableFileError, unreadable
from data.i18n import msg
from data.ingest.geojson import as_text, number_text
from data.ingest.shapes import Vectors, settle

Answer = TypeVar("Answer")

MIDNIGHT = "T00:00:00.000"

OFFLINE: dict[str, Any] = {
    # No address ends so, so that none is ever opened.
    "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": ".none",
    "GDAL_HTTP_MAX_RETRY": 0,
    # A database may hold tables that stand for files elsewhere.
    "OGR_SQLITE_ALLOW_EXTERNAL_ACCESS": "NO",
}


def layers(path: Path, name: str, *, shaped: bool = True) -> list[str]:
    """List the layers with shapes of a GeoPackage, or those without.

    Raises:
        UnreadableFileError: it is damaged.
    """
    found = _guarded(name, lambda: _library().list_layers(_local(path, name)))
    return [str(layer) for layer, kind in found.tolist() if (kind is not None) == shaped]


def read(path: Path, name: str, layer: str | None) -> Vectors:
    """Read one layer.

    Raises:
        UnreadableFileError: it is damaged, or holds no features.
    """
    meta, _, shapes, columns = _guarded(name, lambda: _library().raw.read(
        _local(path, name), layer=layer, force_2d=True))
    if shapes is None or not len(shapes):
        raise unreadable(name, msg("it holds no features"),
                         msg("check that the export was complete"))
    names = tuple(str(field) for field in meta["fields"])
    texts = [_texts(column) for column in columns]
    rows = [dict(zip(names, values, strict=True)) for values in zip(*texts, strict=True)]
    geometries = shapely.from_wkb(shapes, on_invalid="ignore")
    return Vectors(names, rows or [{} for _ in shapes], settle(name, geometries, meta["crs"]))


@contextmanager
def batches(
    path: Path, name: str, layer: str | None, size: int, encoding: str | None = None
) -> Iterator[tuple[dict[str, Any], pa.RecordBatchReader]]:
    """Open one layer; give what is known of it, and its columns a batch at a time.

    Raises:
        UnreadableFileError: it is damaged.
    """
    local = _local(path, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with _library().raw.open_arrow(local, layer=layer, use_pyarrow=True,
                                           batch_size=size, encoding=encoding) as (meta, reader):
                yield meta, reader
    except (*_damages(), pa.ArrowException, OSError) as error:
        raise _damaged(name) from error


def counted(path: Path, name: str, layer: str | None) -> int:
    """Count the features of a layer, or return -1 where only reading them tells."""
    info = _guarded(name, lambda: _library().read_info(_local(path, name), layer=layer))
    return int(info["features"])


def _texts(column: npt.NDArray[Any]) -> list[str]:
    if column.dtype.kind == "M":
        return ["" if np.isnat(value) else str(value).removesuffix(MIDNIGHT)
                for value in column]
    if column.dtype.kind == "f":
        return [number_text(value) for value in column.tolist()]
    return [as_text(value.tolist() if isinstance(value, np.ndarray) else value)
            for value in column.tolist()]


def _local(path: Path, name: str) -> str:
    """Return a path that the library cannot take for an address or an archive."""
    plain = str(path.resolve())
    if "!" in plain:
        raise unreadable(name, msg("its path holds “!”, which sets archives apart"),
                         msg("move or rename it"))
    return plain


def _guarded(name: str, call: Callable[[], Answer]) -> Answer:
    try:
        with warnings.catch_warnings():
            # Of what the driver mends by itself, such as the order of rings.
            warnings.simplefilter("ignore")
            return call()
    except _damages() as error:
        raise _damaged(name) from error


def _damaged(name: str) -> UnreadableFileError:
    return unreadable(name, msg("it is damaged, or not what its ending says"),
                      msg("download it again"))


@cache
def _library() -> Any:
    """Return the library, loaded when a file needs it: a page that reads none starts sooner."""
    import pyogrio  # noqa: PLC0415

    pyogrio.set_gdal_config_options(OFFLINE)
    return pyogrio


@cache
def _damages() -> tuple[type[Exception], ...]:
    """Return what a damaged file raises."""
    errors = _library().errors
    return (errors.DataSourceError, errors.DataLayerError, errors.FeatureError,
            UnicodeDecodeError)
