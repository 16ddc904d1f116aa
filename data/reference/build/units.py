"""First-level units of the region at 1:10m, one clean coverage: no gap, no overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from data.reference.build import sources, tables

REGION: tuple[str, ...] = (
    "BF", "BJ", "CF", "CI", "CM", "CV", "DZ", "EG", "EH", "GH", "GM", "GN", "GQ", "GW",
    "LR", "LY", "MA", "ML", "MR", "NE", "NG", "SD", "SL", "SN", "SS", "TD", "TG", "TN",
)
"""From Mauritania and Senegal to the Sudans, from the Maghreb to the Gulf of Guinea."""
SAHARA_NORTH = 27 + 40 / 60
"""The parallel that bounds Western Sahara on the north, degrees."""
SLIVER = 1e-3
"""Square degrees, about 12 km²: what remains of a unit below this is rounding, not land."""
GAP = 0.002
"""Degrees, about 200 m: the source leaves gaps this wide between neighbours."""


@dataclass(frozen=True)
class Unit:
    """A first-level unit as the region's tables hold it."""

    unit_id: str
    iso2: str
    geometry: BaseGeometry
    name_local: str


def build(npm: Path) -> list[Unit]:
    """Return the units of `REGION`, by id: dissolved, cut at 27°40′ N, snapped to the grid."""
    parts, local = _collect(sources.admin1(npm))
    dissolved = {key: shapely.union_all(pieces) for key, pieces in sorted(parts.items())}
    clean = clean_coverage(list(dissolved.values()))
    return [Unit(key, key[:2], geometry, local[key])
            for key, geometry in zip(dissolved, clean, strict=True)]


def clean_coverage(
    geometries: list[BaseGeometry], gap_width: float = GAP,
) -> list[BaseGeometry]:
    """Snap polygons to the grid so that neighbours share their vertices exactly.

    Args:
        geometries: polygons that nearly fit together, degrees.
        gap_width: enclosed gaps up to this width, degrees, go to a neighbour.
    """
    snapped = shapely.set_precision(np.array(geometries, dtype=object), sources.GRID)
    for _ in range(3):
        snapped = shapely.coverage_clean(
            snapped, gap_width=gap_width, snapping_distance=sources.GRID / 2)
        rounded = shapely.transform(snapped, sources.on_grid)
        snapped = shapely.remove_repeated_points(rounded)
        if shapely.coverage_is_valid(snapped) and shapely.is_valid(snapped).all():
            return [shapely.normalize(geometry) for geometry in snapped]
    raise ValueError("the polygons do not fit together after three rounds of cleaning")


def _collect(
    features: Iterable[sources.Feature],
) -> tuple[dict[str, list[BaseGeometry]], dict[str, str]]:
    """Sort the source's polygons by the unit that they belong to, with its local name."""
    member_of = {row["source_code"]: row["unit_id"] for row in tables.rows("units_members.csv")}
    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    local: dict[str, str] = {}
    for feature in features:
        if feature.properties["iso_a2"] not in REGION:
            continue
        code = feature.properties["adm1_code"]
        unit_id = member_of.get(code) or str(feature.properties["iso_3166_2"])
        for key, piece in divide(unit_id, feature.geometry):
            parts[key].append(piece)
            # A dissolved unit has no one name in the source: its names are in our table.
            local.setdefault(key, "" if code in member_of else feature.properties["name"])
    local["EH-EH"] = ""
    return parts, local


def divide(unit_id: str, geometry: BaseGeometry) -> list[tuple[str, BaseGeometry]]:
    """Give Western Sahara what the source draws as Morocco south of 27°40′ N.

    The source draws who holds the ground; the United Nations lists the whole
    territory as non-self-governing, and the atlas follows the United Nations.
    """
    if not unit_id.startswith("MA-"):
        return [(unit_id, geometry)]
    north = shapely.intersection(geometry, shapely.box(-20, SAHARA_NORTH, 0, 40))
    south = shapely.intersection(geometry, shapely.box(-20, 15, 0, SAHARA_NORTH))
    pieces = [(unit_id, north), ("EH-EH", south)]
    return [(key, piece) for key, piece in pieces if piece.area > SLIVER]
