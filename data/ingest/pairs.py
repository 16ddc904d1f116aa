"""Latitude and longitude told by how names end, or by values where these say nothing.

The one column whose name ends with latitude and the one whose name ends with longitude are a
pair where they begin alike, as survey tools write `_gps_latitude` and `_gps_longitude`. Two
other columns of degrees are a pair only where one order alone can be: one of them leaves −90
to 90, or the points lie in the countries that the records name one way and not the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import ibis.expr.types as ir
import shapely

from data.boundaries import load_countries, resolve_country
from data.ingest.lookups import stripped
from data.ingest.records import Header
from data.store import Writer
from data.taxonomy import fold

MOST = 300
"""Records that are looked at."""
MOSTLY, HARDLY = 0.9, 0.5
"""Shares of points inside the countries named that settle an order, and that refuse one."""
_DEGREES = re.compile(r"[+-]?\d{1,3}[.,]\d{2,}")
"""Degrees are written with two decimals at least; a whole number may count anything."""


_ENDS = {"lat": re.compile(r"(.*)latitude|(.*)[\W_]lat", re.I | re.S),
         "lon": re.compile(r"(.*)longitude|(.*)[\W_](?:lon|long|lng)", re.I | re.S)}


class Sample(NamedTuple):
    """Columns that may be degrees, by name, and the country of each record."""

    columns: dict[str, list[float | None]]
    countries: list[str | None]


def named(columns: Sequence[str]) -> dict[str, str]:
    """Return the columns whose names end with the words for the axes, if one pair alone does."""
    ends = {field: [(name, stem) for name in columns if (stem := _stem(name, end)) is not None]
            for field, end in _ENDS.items()}
    if any(len(found) != 1 for found in ends.values()):
        return {}
    ((lat, one),), ((lon, other),) = ends["lat"], ends["lon"]
    return {"lat": lat, "lon": lon} if one == other else {}


def _stem(name: str, end: re.Pattern[str]) -> str | None:
    """Return what stands before the word at a name's end, None where it ends otherwise."""
    found = end.fullmatch(name.strip())
    return fold(found[1] or found[2] or "") if found else None


def sample(
    writer: Writer, raw: ir.Table, header: Header, free: Mapping[str, Sequence[str]],
    country: str | None,
) -> Sample:
    """Read the columns whose values are degrees, and the country that each record names."""
    likely = [name for name, values in free.items()
              if values and all(_DEGREES.fullmatch(value) for value in values)
              and all(abs(_number(value)) <= 180 for value in values)]
    if len(likely) != 2:
        return Sample({}, [])
    wanted = {name: str(header.raw(name)) for name in likely}
    named = header.raw(country) if country else None
    whole = raw.filter(raw.damage.isnull()).order_by("record").limit(MOST)
    texts = {f"v{i}": stripped(whole, column) for i, column in enumerate(wanted.values())}
    if named:
        texts["country"] = stripped(whole, named)
    rows = writer.fetch(whole.select(**texts)).to_pylist()
    return Sample(
        {name: [_degrees(row[f"v{i}"]) for row in rows] for i, name in enumerate(wanted)},
        [resolve_country(row["country"] or "") if named else None for row in rows])


def find(rows: Sample) -> dict[str, str]:
    """Return the columns of latitude and longitude, or nothing where both orders could be."""
    if not rows.columns:
        return {}
    one, other = rows.columns
    beyond = [name for name in (one, other)
              if any(abs(value) > 90 for value in rows.columns[name] if value is not None)]
    if len(beyond) == 2:
        return {}
    if beyond:
        return {"lon": beyond[0], "lat": other if beyond[0] == one else one}
    straight, turned = _inside(rows, one, other), _inside(rows, other, one)
    if straight >= MOSTLY and turned < HARDLY:
        return {"lat": one, "lon": other}
    if turned >= MOSTLY and straight < HARDLY:
        return {"lat": other, "lon": one}
    return {}


def _inside(rows: Sample, lat: str, lon: str) -> float:
    """Return the share of points that lie in the country that their record names."""
    areas = load_countries()
    shapes = dict(zip(areas.iso2, areas.geometries, strict=True))
    told = [(shapes[country], y, x) for country, y, x in
            zip(rows.countries, rows.columns[lat], rows.columns[lon], strict=True)
            if country in shapes and y is not None and x is not None]
    if not told:
        return 0.0
    return sum(bool(shapely.contains_xy(shape, x, y)) for shape, y, x in told) / len(told)


def _degrees(text: str | None) -> float | None:
    return _number(text) if text and _DEGREES.fullmatch(text) else None


def _number(text: str) -> float:
    return float(text.replace(",", "."))
