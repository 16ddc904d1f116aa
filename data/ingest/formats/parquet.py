"""Parquet and GeoParquet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from data.errors import unreadable
from data.i18n import msg
from data.ingest.formats import columnar
from data.ingest.formats.base import Chunk, How, Table
from data.ingest.records import Tick
from data.ingest.shapes import Geometries

LONGITUDE_LATITUDE = "OGC:CRS84"
"""What GeoParquet means where it names no system; `null` means that it is not known."""
WKB, POINTS = "WKB", "point"


class Parquet(Table):
    """A Parquet file, read by row groups."""

    def __init__(self, path: Path, how: How) -> None:
        super().__init__(path)
        self._how = how
        with self._opened() as file:
            schema = file.schema_arrow
            self.size = file.metadata.num_rows
            self._geometry, self._about = self._find_geometry(schema)
        self._own = [name for name in schema.names if name != self._geometry]
        if not self._own and not self._geometry:
            raise unreadable(self.name, msg("it has no columns"), msg("download it again"))
        self.header = columnar.header(self._own, shaped=self._geometry is not None)
        self.own = len(self._own)

    def chunks(self, tick: Tick) -> Iterator[Chunk]:
        """Yield the records by batches."""
        with self._opened() as file:
            for batch in file.iter_batches(self._how.batch):
                if batch.num_rows:
                    yield self._chunk(batch)
                    tick(batch.num_rows)

    def _chunk(self, batch: pa.RecordBatch) -> Chunk:
        start = self.count + 1
        self.count += batch.num_rows
        own = [column for name, column in zip(batch.schema.names, batch.columns, strict=True)
               if name != self._geometry]
        shapes, given = self._shapes(batch)
        return columnar.chunk(self.header, start, columnar.as_texts(own), shapes, given)

    def _shapes(self, batch: pa.RecordBatch) -> tuple[Geometries | None, Any]:
        if self._geometry is None:
            return None, None
        column = batch.column(self._geometry)
        if self._about.get("encoding", WKB) == POINTS:
            found, given = _points(column)
        else:
            found, given = columnar.shapes_of(column)
        crs = self._about.get("crs", LONGITUDE_LATITUDE)
        named = json.dumps(crs) if isinstance(crs, dict) else crs
        return columnar.settled(self.name, found, named, self._how), given

    def _find_geometry(self, schema: pa.Schema) -> tuple[str | None, dict[str, Any]]:
        """Return the main column of shapes, and what the file says of it."""
        stated = _metadata(schema)
        name = stated.get("primary_column")
        columns = stated.get("columns")
        about = columns.get(name) if isinstance(columns, dict) else None
        if not isinstance(name, str) or name not in schema.names or not isinstance(about, dict):
            return None, {}
        if about.get("encoding", WKB) not in (WKB, POINTS):
            raise unreadable(
                self.name, msg("its shapes are written in a way that is not understood ({way})",
                               way=str(about["encoding"])),
                msg("save it with its shapes as WKB, or as GeoPackage"))
        return name, about

    @contextmanager
    def _opened(self) -> Iterator[pq.ParquetFile]:
        try:
            with pq.ParquetFile(self.path) as file:
                yield file
        except (pa.ArrowException, OSError, ValueError) as error:
            raise unreadable(self.name, msg("it is Parquet, and damaged or not understood"),
                             msg("download it again")) from error


def _metadata(schema: pa.Schema) -> dict[str, Any]:
    raw = (schema.metadata or {}).get(b"geo")
    try:
        found = json.loads(raw) if raw else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _points(column: pa.Array) -> tuple[Geometries, Any]:
    """Read points that are stored as pairs of numbers."""
    x, y = (np.asarray(column.field(axis).to_numpy(zero_copy_only=False), dtype=np.float64)
            for axis in ("x", "y"))
    given = np.asarray(column.is_valid().to_numpy(zero_copy_only=False)) & ~np.isnan(x)
    shapes = shapely.points(x, y)
    shapes[~given] = None
    return shapes, given
