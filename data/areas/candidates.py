"""The units that a file of boundaries describes, before they are set against known ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from data.areas.columns import Columns
from data.areas.place import countries
from data.ingest.shapes import POLYGONS
from data.ingest.vectors import Vectors
from data.taxonomy import fold


@dataclass(frozen=True, eq=False)
class Candidate:
    """A unit of a file: one record, or several that draw its parts."""

    record: int
    name: str
    code: str
    vintage: str
    iso2: str
    geometry: shapely.Geometry


@dataclass(frozen=True)
class Refused:
    """A record that is no unit, by number from 1, and why."""

    record: int
    reason: str


@dataclass(frozen=True)
class Gathered:
    """What a file's records came to; every record is in a unit, part of one, or refused."""

    units: list[Candidate]
    refused: list[Refused]
    merged: int


def gather(found: Vectors, columns: Columns, *, iso2: str | None, vintage: str | None) -> Gathered:
    """Build the units.

    Records of one code and name are parts of one unit, and so are all records of one
    country at level 0. A record that repeats another's name and shape is refused.

    Args:
        found: the file.
        columns: what is read from where.
        iso2: the country of every unit, where the user said it.
        vintage: the vintage of every unit, where the user said it.
    """
    refused = [Refused(i + 1, reason) for i in range(len(found.rows))
               if (reason := _reason(found, columns, i))]
    bad = {r.record for r in refused}
    usable = [i for i in range(len(found.rows)) if i + 1 not in bad]
    candidates = [_candidate(found, columns, i, code, vintage)
                  for i, code in zip(usable, _countries(found, columns, usable, iso2), strict=True)]
    refused += [Refused(c.record, "country_not_found") for c in candidates if not c.iso2]
    placed = [c for c in candidates if c.iso2]
    single, repeated = _without_repeats(placed)
    units = _joined(single, columns.level)
    refused += [Refused(c.record, "unit_drawn_twice") for c in repeated]
    return Gathered(units, sorted(refused, key=lambda r: r.record), len(single) - len(units))


def _reason(found: Vectors, columns: Columns, i: int) -> str | None:
    shape = found.geometries[i]
    if shape is None:
        return "shape_missing"
    if shapely.get_type_id(shape) not in POLYGONS:
        return "shape_not_an_area"
    return None if found.rows[i][columns.name].strip() else "unit_name_missing"


def _countries(
    found: Vectors, columns: Columns, usable: Sequence[int], iso2: str | None
) -> list[str]:
    if iso2:
        return [iso2] * len(usable)
    groups = [found.rows[i][columns.country] if columns.country else "" for i in usable]
    return countries(found.geometries[list(usable)], groups)


def _candidate(
    found: Vectors, columns: Columns, i: int, iso2: str, vintage: str | None
) -> Candidate:
    row = found.rows[i]
    return Candidate(
        i + 1, row[columns.name].strip(), row[columns.code].strip() if columns.code else "",
        vintage or (row[columns.vintage].strip() if columns.vintage else ""), iso2,
        found.geometries[i])


def _without_repeats(units: list[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """Set apart the units that an earlier one equals in name and shape."""
    earlier: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    single, repeated = [], []
    for unit in units:
        alike = earlier[unit.iso2, fold(unit.name)]
        if any(shapely.equals(unit.geometry, other.geometry) for other in alike):
            repeated.append(unit)
        else:
            single.append(unit)
            alike.append(unit)
    return single, repeated


def _joined(units: list[Candidate], level: int) -> list[Candidate]:
    """Join the parts of one unit; it is called as its largest part."""
    parts: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for unit in units:
        whole = (unit.iso2, fold(unit.name), unit.code or f"\0{unit.record}")
        parts[(unit.iso2,) if level == 0 else whole].append(unit)
    return [_whole(found) for found in parts.values()]


def _whole(parts: list[Candidate]) -> Candidate:
    if len(parts) == 1:
        return parts[0]
    largest = parts[int(np.argmax([part.geometry.area for part in parts]))]
    return replace(largest, geometry=shapely.union_all([part.geometry for part in parts]))
