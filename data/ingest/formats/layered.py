"""GeoPackage and Shapefile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from data.i18n import msg
from data.ingest import gdal
from data.ingest.formats import columnar
from data.ingest.formats.base import Chunk, How, Table
from data.ingest.records import Tick
from data.ingest.sniff import read_head
from data.ingest.vectors import pick, require_geopackage, require_parts
from data.taxonomy import fold

BYTES = "ISO-8859-1"
"""What GDAL says of text whose encoding a Shapefile leaves open; it may be UTF-8 all the same."""


class Layer(Table):
    """One layer of a file that GDAL reads."""

    def __init__(self, path: Path, how: How, layer: str | None) -> None:
        super().__init__(path)
        self._how = how
        self._layer = layer
        with self._opened() as (meta, reader):
            self._geometry = _geometry(reader.schema)
            self._own = [str(field) for field in meta["fields"]]
        self.header = columnar.header(self._names(), shaped=self._geometry is not None)
        self.own = len(self._own)
        self.size = max(0, gdal.counted(path, self.name, layer))

    def _names(self) -> list[str]:
        return self._own

    def chunks(self, tick: Tick) -> Iterator[Chunk]:
        """Yield the features by batches."""
        with self._opened() as (meta, reader):
            for batch in reader:
                if batch.num_rows:
                    yield self._chunk(batch, meta)
                    tick(batch.num_rows)

    def _chunk(self, batch: pa.RecordBatch, meta: dict[str, Any]) -> Chunk:
        start = self.count + 1
        self.count += batch.num_rows
        own = columnar.as_texts([batch.column(name) for name in self._own],
                                self._how.encoding or meta["encoding"] or BYTES)
        if self._geometry is None:
            return columnar.chunk(self.header, start, own, None)
        found, given = columnar.shapes_of(batch.column(self._geometry))
        shapes = columnar.settled(self.name, found, meta["crs"], self._how)
        return columnar.chunk(self.header, start, own, shapes, given)

    def _opened(self) -> Any:
        return gdal.batches(self.path, self.name, self._layer, self._how.batch,
                            self._how.encoding)


class GeoPackage(Layer):
    """A layer with shapes, or where there is none, a table without."""

    def __init__(self, path: Path, how: How) -> None:
        require_geopackage(path, read_head(path)[0])
        name = path.name
        shaped = gdal.layers(path, name)
        plain = gdal.layers(path, name, shaped=False)
        wanted = how.layer if how.layer in plain else None
        super().__init__(path, how, wanted or pick(name, shaped or plain, how.layer))

    @property
    def choice(self) -> str:
        """The layer."""
        return str(self._layer)


class Shapefile(Layer):
    """A Shapefile, its parts beside it."""

    def __init__(self, path: Path, how: How) -> None:
        require_parts(path, path.name)
        super().__init__(path, how, None)

    def _names(self) -> list[str]:
        full = list(self._how.full(self._own))
        cut = [f"{long} ({short})" for short, long in zip(self._own, full, strict=True)
               if fold(short) != fold(long)]
        if cut:
            self.notes.append(msg("names that the Shapefile cut to ten letters were completed: "
                                  "{names}", names=", ".join(cut)))
        return full

    @property
    def parts(self) -> Sequence[Path]:
        """The shapes, their attributes and their coordinate system."""
        beside = sorted(self.path.parent.glob("*"))
        return [p for p in beside if p.stem.lower() == self.path.stem.lower()
                and p.suffix.lower() in (".shp", ".dbf", ".prj", ".cpg")]


def _geometry(schema: pa.Schema) -> str | None:
    """Return the column that holds shapes as well-known binary."""
    marked = [field.name for field in schema
              if (field.metadata or {}).get(b"ARROW:extension:name") == b"geoarrow.wkb"
              or getattr(field.type, "extension_name", "") == "geoarrow.wkb"]
    return marked[0] if marked else None
