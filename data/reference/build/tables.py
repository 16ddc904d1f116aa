"""Reads and writes the small tables: CSV for people, GeoParquet for machines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from shapely.geometry.base import BaseGeometry

REFERENCE = Path(__file__).resolve().parents[1]
"""The folder of the committed tables."""
ASSETS = REFERENCE.parents[1] / "assets" / "basemap"


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a hand-made CSV table of `REFERENCE`."""
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_csv(path: Path, columns: Sequence[str], lines: Iterable[Sequence[object]]) -> None:
    """Write a CSV table with Unix line ends, so that the bytes are the same everywhere."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(lines)


def write_geoparquet(
    path: Path,
    columns: Mapping[str, Sequence[str | int | None]],
    geometries: Sequence[BaseGeometry],
) -> None:
    """Write a GeoParquet 1.0 file: WKB polygons in WGS 84 longitude and latitude.

    Args:
        path: file to write.
        columns: attribute columns in order, each as long as `geometries`.
        geometries: polygons or multipolygons, in degrees.
    """
    wkb = shapely.to_wkb(np.array(geometries, dtype=object), output_dimension=2, byte_order=1)
    table = pa.table({**columns, "geometry": pa.array(wkb.tolist(), pa.binary())})
    table = table.replace_schema_metadata({"geo": json.dumps(_geo(geometries))})
    # A dictionary of whole polygons would only cost; level 19 is slow to write, not to read.
    pq.write_table(table, path, compression="zstd", compression_level=19, use_dictionary=False,
                   write_statistics=False, row_group_size=len(geometries))


def _geo(geometries: Sequence[BaseGeometry]) -> dict[str, object]:
    bounds = [round(float(v), 4) for v in shapely.total_bounds(list(geometries))]
    kinds = sorted({geometry.geom_type for geometry in geometries})
    # No "crs" key: the specification's default is OGC:CRS84, which is what these are.
    column = {"encoding": "WKB", "geometry_types": kinds, "bbox": bounds}
    return {"version": "1.0.0", "primary_column": "geometry", "columns": {"geometry": column}}
