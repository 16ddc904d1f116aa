"""GeoJSON, read without a driver: a driver would follow links that the file may hold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from data.errors import unreadable
from data.i18n import msg
from data.ingest.shapes import Geometries, Vectors, settle

GEOMETRIES = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
              "GeometryCollection")


def read(path: Path, name: str) -> Vectors:
    """Read a feature collection, a feature, or a bare geometry.

    Raises:
        UnreadableFileError: it is not GeoJSON, or holds no features.
    """
    document = parsed(path, name)
    features = features_of(document, name)
    names = names_of(features)
    rows = [row_of(feature, names) for feature in features]
    geometries = shapes_of([feature.get("geometry") for feature in features])
    return Vectors(names, rows, settle(name, geometries, crs_of(document, name)))


def parsed(path: Path, name: str) -> dict[str, Any]:
    """Read a document; raises `UnreadableFileError` where it is not GeoJSON."""
    try:
        document = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        if _begins_with_an_object(path):
            raise unreadable(name, msg("it is JSON, with a record a line, but not GeoJSON"),
                             msg("save it as CSV in UTF-8 and import that")) from error
        raise unreadable(name, msg("it is not whole GeoJSON in UTF-8"),
                         msg("download it again")) from error
    kind = document.get("type") if isinstance(document, dict) else None
    if kind not in ("FeatureCollection", "Feature", *GEOMETRIES):
        raise unreadable(name, msg("it is JSON, but not GeoJSON"),
                         msg("save it as GeoJSON, GeoPackage or Shapefile"))
    return dict(document)


def _begins_with_an_object(path: Path) -> bool:
    """Tell whether the first line is a whole object by itself, and no feature or shape."""
    with path.open("rb") as source:
        first = next((line for line in source if line.strip()), b"")
    try:
        found = json.loads(first.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("type") not in ("Feature", *GEOMETRIES)


def features_of(document: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """List the features; raises `UnreadableFileError` where there are none."""
    if document["type"] == "Feature":
        return [document]
    if document["type"] in GEOMETRIES:
        return [{"geometry": document}]
    features = document.get("features")
    # What is no feature is a record all the same: an empty one.
    found = [f if isinstance(f, dict) else {} for f in features] if isinstance(
        features, list) else []
    if not found:
        raise unreadable(name, msg("it holds no features"), msg("check that the export was "
                                                               "complete"))
    return found


def names_of(features: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    """Name the attributes in the order in which they first appear; a feature's id comes first."""
    names: dict[str, None] = {}
    numbered = False
    for feature in features:
        names.update(dict.fromkeys(_properties(feature)))
        numbered = numbered or feature.get("id") is not None
    return ("id", *names) if numbered and "id" not in names else tuple(names)


def _properties(feature: dict[str, Any]) -> dict[str, Any]:
    properties = feature.get("properties")
    return properties if isinstance(properties, dict) else {}


def row_of(feature: dict[str, Any], names: tuple[str, ...]) -> dict[str, str]:
    """Write a feature's attributes as text by name."""
    values = {"id": feature.get("id"), **_properties(feature)}
    return {name: as_text(values.get(name)) for name in names}


def as_text(value: Any) -> str:
    """Write an attribute as a table would: nothing for null, words joined by `;` for a list."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, list) and not any(isinstance(v, list | dict) for v in value):
        return ";".join(as_text(v) for v in value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def number_text(value: float) -> str:
    """Write a whole number without a point, and what is no number as nothing."""
    if not np.isfinite(value):
        return ""
    return str(int(value)) if value == int(value) else repr(float(value))


def shapes_of(geometries: list[Any]) -> Geometries:
    """Build shapes; one that is malformed counts as none."""
    texts = [json.dumps(g) if isinstance(g, dict) else None for g in geometries]
    shapes: Geometries = shapely.from_geojson(np.array(texts, dtype=object), on_invalid="ignore")
    return shapes


def crs_of(document: dict[str, Any], name: str) -> str:
    """Return the system of the coordinates: WGS 84 unless an older file declares another."""
    declared = document.get("crs")
    if not declared:
        return "EPSG:4326"
    properties = declared.get("properties") if isinstance(declared, dict) else None
    named = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(named, str):
        raise unreadable(name, msg("its coordinate system is not known"),
                         msg("save it again in WGS 84"))
    return named
