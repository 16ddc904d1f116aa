"""Rows as GeoJSON (RFC 7946), a feature a line."""

from __future__ import annotations

import json
from typing import IO, Any

import shapely

from data.packages.content import SYNTHETIC_NOTICE, Content


def write_geojson(content: Content, target: IO[bytes]) -> int:
    """Write the rows to a binary stream; return how many."""
    head: dict[str, Any] = {"type": "FeatureCollection"}
    if content.synthetic:
        head["notice"] = SYNTHETIC_NOTICE
    target.write(json.dumps(head)[:-1].encode() + b', "features": [')
    written = 0
    key = content.names[0]
    for batch in content.batches():
        for row, shape in zip(batch.to_pylist(), content.shapes(batch), strict=True):
            feature = {"type": "Feature", "id": row[key], "geometry": _geometry(shape),
                       "properties": row}
            if row[key] is None:
                del feature["id"]
            target.write(b"\n" if not written else b",\n")
            target.write(json.dumps(feature, ensure_ascii=False, default=str).encode())
            written += 1
    target.write(b"\n]}\n")
    return written


def _geometry(shape: shapely.Geometry | None) -> Any:
    if shape is None:
        return None
    if isinstance(shape, shapely.Point):
        return {"type": "Point", "coordinates": [shape.x, shape.y]}
    return shapely.geometry.mapping(shape)
