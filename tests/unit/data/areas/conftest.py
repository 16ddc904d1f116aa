"""Invented units in the north of Mali, and files of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import shapely

from data.areas.boundaries import Units, units_of
from data.areas.boundary_report import Report
from data.areas.load_boundaries import Options, load_boundaries

Shapes = Sequence[tuple[str, Any]]


def square(west: float, south: float, width: float = 1.0, height: float = 1.0) -> Any:
    return shapely.box(west, south, west + width, south + height)


def units_like(shapes: Shapes, level: int = 2) -> Units:
    """Build units whose id is `ML-2-` and their name."""
    return units_of(level, [
        {"unit_id": f"ML-{level}-{name}", "name": name, "iso2": "ML", "parent_id": "",
         "geometry": shape, "vintage": "", "source": "", "licence": ""} for name, shape in shapes])


def write_geojson(path: Path, shapes: Shapes, **more: Mapping[str, Any]) -> Path:
    """Write units with their name as `ADM2_FR`; `more` has columns of one by name."""
    features = [{"type": "Feature", "properties": {"ADM2_FR": name, **more.get(name, {})},
                 "geometry": shape and json.loads(shapely.to_geojson(shape))}
                for name, shape in shapes]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


@pytest.fixture
def load(tmp_path, store) -> Callable[..., Report]:
    """Load invented units into the test's own store."""

    def run(shapes: Shapes, more: Mapping[str, Any] | None = None, **options: Any) -> Report:
        path = write_geojson(tmp_path / "units.geojson", shapes, **(more or {}))
        return load_boundaries(store, path, Options(**options))

    return run


@pytest.fixture
def adm(shared) -> Callable[[int], Path]:
    """The real boundaries of Mali, by level."""
    return lambda level: (shared / "data" / "boundaries"
                          / f"mli_admbnda_adm{level}_1m_gov_20211220.shp")
