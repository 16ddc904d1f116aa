"""Rows as Parquet, and as GeoParquet, whose shapes are well-known binary in a column."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from data.packages.content import SYNTHETIC_NOTICE, Content

GEOMETRY = "geometry"
VERSION = "1.1.0"
"""Of GeoParquet's specification. Without `crs`, coordinates are longitude and latitude, WGS 84."""


def write_parquet(content: Content, target: IO[bytes]) -> int:
    """Write the rows to a binary stream; return how many."""
    return _write(content.batches(), content.schema, _notice(content), target)


def write_geoparquet(content: Content, target: IO[bytes]) -> int:
    """Write the rows with their shapes to a binary stream; return how many."""
    about = {"version": VERSION, "primary_column": GEOMETRY, "columns": {GEOMETRY: {
        "encoding": "WKB", "geometry_types": [content.form]}}}
    schema = content.schema.append(pa.field(GEOMETRY, pa.binary()))

    def batches() -> Iterator[pa.RecordBatch]:
        for batch in content.batches():
            shapes = pa.array(shapely.to_wkb(content.shapes(batch)), pa.binary())
            yield pa.RecordBatch.from_arrays([*batch.columns, shapes], schema=schema)

    return _write(batches(), schema, {**_notice(content), "geo": json.dumps(about)}, target)


def _notice(content: Content) -> dict[str, str]:
    return {"notice": SYNTHETIC_NOTICE} if content.synthetic else {}


def _write(
    batches: Iterator[pa.RecordBatch], schema: pa.Schema, about: dict[str, str],
    target: IO[bytes],
) -> int:
    told = schema.with_metadata(about) if about else schema
    written = 0
    with pq.ParquetWriter(target, told, compression="zstd") as writer:
        for batch in batches:
            writer.write_table(pa.Table.from_batches([batch]).cast(told))
            written += batch.num_rows
    return written
