"""Columns of any type from GDAL's drivers and from Parquet, with shapes as well-known binary."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import shapely

from data.ingest.formats import points, texts
from data.ingest.formats.base import Chunk, How
from data.ingest.records import Header
from data.ingest.rejects import unique
from data.ingest.shapes import Geometries, settle, settle_some


def header(own: list[str], *, shaped: bool) -> Header:
    """Name the columns: the file's own, then those of its shapes, which differ from them."""
    if not shaped:
        return Header(tuple(own))
    return Header((*own, *unique([*own, *points.NAMES])[len(own):]))


def chunk(
    header: Header, start: int, own: list[pa.Array], shapes: Geometries | None,
    given: Any = None,
) -> Chunk:
    """Stage columns of text, and those of the shapes after them.

    Args:
        header: see `header`.
        start: number of the first record.
        own: the file's own columns as text.
        shapes: in WGS 84 degrees; None where the format carries none.
        given: whether the file gives a shape, also one that could not be read, shape (n,).
    """
    placed = [] if shapes is None else points.columns(shapes, given)
    every = [*own, *placed]
    length = len(every[0])
    staged = [pa.array(np.arange(start, start + length), pa.int64()),
              pa.array(np.full(length, len(header.names)), pa.int32()),
              pa.nulls(length, pa.string()), pa.nulls(length, pa.string())]
    return Chunk(pa.RecordBatch.from_arrays([*staged, *every], schema=header.schema), shapes)


def shapes_of(column: pa.Array) -> tuple[Geometries, Any]:
    """Read well-known binary; return the shapes, and whether one was given, shape (n,)."""
    stored = column.storage if isinstance(column, pa.ExtensionArray) else column
    raw = np.array(stored.cast(pa.binary()).to_pylist(), dtype=object)
    # GEOS warns of numbers that are none; they are told as such.
    with np.errstate(invalid="ignore"):
        found: Geometries = shapely.from_wkb(raw, on_invalid="ignore")
    given = np.array([one is not None for one in raw], dtype=bool)
    return found, given & ~shapely.is_empty(found)


def settled(name: str, shapes: Geometries, crs: Any, how: How) -> Geometries:
    """Bring shapes to WGS 84, as strictly as asked; see `data.ingest.shapes`."""
    return settle(name, shapes, crs) if how.strict else settle_some(name, shapes, crs)


def as_texts(columns: list[pa.Array], encoding: str = "utf-8") -> list[pa.Array]:
    """Write columns as text."""
    return [texts.write(column, encoding) for column in columns]
