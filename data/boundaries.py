"""Countries, first-level units and towns: their shapes, and their names in two languages.

Everything is read once, when first asked for, from the committed tables of
`data/reference`, whose README tells sources, vintages and limits. Names here are
data; they are not looked up in a catalogue.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow.parquet as pq
import shapely

from data.taxonomy import fold

REFERENCE = Path(__file__).parent / "reference"
NATURAL_EARTH = "Natural Earth 1:10m in the region, 1:50m elsewhere"
UNIT_VINTAGE = "Natural Earth 1:10m; `unit_vintage` tells each country's"

_PLACES = (
    "region|région|state|état|province|district|governorate|gouvernorat|department|"
    "département|county|comté|prefecture|préfecture|wilaya|division|city|ville|cercle"
)
_KIND_BEFORE = re.compile(rf"^(?:capital )?(?:{_PLACES})\s+(?:of|de la|de|du|des|d['’])\s*", re.I)
_KIND_AFTER = re.compile(rf"\s+(?:capital )?(?:{_PLACES})$", re.I)
_STATE_BEFORE = re.compile(
    r"^(?:republic of(?: the)?|république (?:de la|de|du|des|d['’])|the|la|le|les|l['’])\s*",
    re.I,
)


@dataclass(frozen=True, eq=False)
class Areas:
    """Polygons with their ids, in the same order.

    Attributes:
        ids: ISO 3166-1 alpha-2 of a country, or the id of a unit ("ML-6").
        iso2: the country that each belongs to.
        geometries: polygons or multipolygons, WGS 84 degrees, shape (n,).
        vintage: what state of the boundaries is drawn.
    """

    ids: list[str]
    iso2: list[str]
    geometries: npt.NDArray[np.object_]
    vintage: str

    @cached_property
    def tree(self) -> shapely.STRtree:
        """Index of the polygons, for point in polygon over arrays."""
        return shapely.STRtree(self.geometries)


@dataclass(frozen=True)
class Town:
    """A populated place of GeoNames; WGS 84 degrees, persons; 0 persons is unknown."""

    geonameid: int
    iso2: str
    name_en: str
    name_fr: str
    lat: float
    lon: float
    population: int
    rank: int
    """1 a capital or metropolis, 2 a chief town, to 5 a small place."""


@cache
def load_countries(region: bool = False) -> Areas:
    """Return the region's countries alone, or all of the world, each as finely as it is held.

    In the world's set the region is at 1:10m, its neighbours are redrawn to meet
    it, and everyone else is at 1:50m.
    """
    fine = _read("countries_10m.parquet")
    if region:
        return _areas([row for row in fine if row["scale"] == "10m"], "iso2", NATURAL_EARTH)
    held = {row["iso2"] for row in fine}
    coarse = [row for row in _read("countries_50m.parquet") if row["iso2"] not in held]
    rows = sorted([*fine, *coarse], key=lambda row: str(row["iso2"]))
    return _areas(rows, "iso2", NATURAL_EARTH)


@cache
def load_units() -> Areas:
    """Return the first-level units of the region."""
    return _areas(_read("units_10m.parquet"), "unit_id", UNIT_VINTAGE)


def country_name(iso2: str, language: str) -> str:
    """Return a country's short name.

    Raises:
        KeyError: for a code without a boundary here.
    """
    return _country_names()[iso2][language]


def unit_name(unit_id: str, language: str) -> str:
    """Return a unit's name. Raises `KeyError` for an unknown id."""
    return _unit_names()[unit_id][language]


def unit_vintage(unit_id: str) -> str:
    """Return, in English, what state of a unit's boundary is drawn."""
    return _unit_names()[unit_id]["vintage"]


@cache
def vintages(language: str) -> dict[str, str]:
    """Say what state of the first-level units is drawn, by ISO alpha-2 of their country."""
    column = "vintage_fr" if language == "fr" else "vintage"
    with (REFERENCE / "unit_vintages.csv").open(encoding="utf-8", newline="") as source:
        return {row["iso2"]: row[column] for row in csv.DictReader(source)}


def resolve_country(text: str) -> str | None:
    """Return the alpha-2 code that a person or a data set means, if it is known.

    ISO codes, English and French names and the names of conflict data sets are
    understood, whatever their case, accents and punctuation. A bare "Congo" is
    the Republic of the Congo and a bare "Guinea" is Guinea, as at the United
    Nations; their namesakes need their full name.
    """
    index = _country_index()
    return index.get(fold(text)) or index.get(fold(_STATE_BEFORE.sub("", text.strip())))


def resolve_unit(text: str, iso2: str | None = None) -> tuple[str, ...]:
    """Return the ids of the units of that name, of one country if `iso2` is given.

    Words for the kind of unit are ignored where needed ("Gao region", "district
    de Bamako"). A unit created since our vintage gives the older ones that hold it.
    """
    for spelling in unit_spellings(text):
        found = tuple(unit_id for unit_id in _unit_index().get(fold(spelling), ())
                      if iso2 in (None, unit_id[:2]))
        if found:
            return found
    return ()


def unit_spellings(text: str) -> tuple[str, ...]:
    """Return a unit's name as it is written, and without a word for the kind of unit."""
    bare = text.strip()
    return tuple(dict.fromkeys((bare, _KIND_AFTER.sub("", bare), _KIND_BEFORE.sub("", bare))))


@cache
def towns() -> list[Town]:
    """Return the towns: nearly all of the central Sahel, the larger elsewhere."""
    return [
        Town(int(row["geonameid"]), row["iso2"], row["name_en"], row["name_fr"],
             float(row["lat"]), float(row["lon"]), int(row["population"]), int(row["rank"]))
        for row in _rows("towns.csv")
    ]


@cache
def _read(name: str) -> list[dict[str, Any]]:
    # Not `read_table`, which would load Arrow's whole machinery for sets of files.
    with pq.ParquetFile(REFERENCE / name) as file:
        rows: list[dict[str, Any]] = file.read().to_pylist()
    return rows


def _rows(name: str) -> Iterable[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _areas(rows: list[dict[str, Any]], key: str, vintage: str) -> Areas:
    geometries = shapely.from_wkb(np.array([row["geometry"] for row in rows], dtype=object))
    shapely.prepare(geometries)
    return Areas([row[key] for row in rows], [row["iso2"] for row in rows], geometries, vintage)


@cache
def _country_names() -> dict[str, dict[str, str]]:
    return {row["iso2"]: {"en": row["name_en"], "fr": row["name_fr"]}
            for row in _read("countries_50m.parquet")}


@cache
def _unit_names() -> dict[str, dict[str, str]]:
    return {row["unit_id"]: {"en": row["name_en"], "fr": row["name_fr"],
                             "local": row["name_local"] or "", "vintage": row["vintage"]}
            for row in _read("units_10m.parquet")}


@cache
def _country_index() -> dict[str, str]:
    """Folded names to codes; of two claims to one name, the first in this order holds."""
    rows = _read("countries_50m.parquet")
    index: dict[str, str] = {}
    for column in ("iso2", "iso3", "name_en", "name_fr"):
        for row in rows:
            if row[column]:
                index.setdefault(fold(row[column]), row["iso2"])
    for alias in _rows("country_aliases.csv"):
        index.setdefault(fold(alias["alias"]), alias["iso2"])
    return index


@cache
def _unit_index() -> dict[str, tuple[str, ...]]:
    index: dict[str, set[str]] = defaultdict(set)
    for unit_id, names in _unit_names().items():
        for name in (unit_id, names["en"], names["fr"], names["local"]):
            index[fold(name)].add(unit_id)
    for alias in _rows("unit_aliases.csv"):
        index[fold(alias["alias"])].add(alias["unit_id"])
    index.pop("", None)
    return {name: tuple(sorted(ids)) for name, ids in index.items()}
