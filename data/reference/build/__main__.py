"""Rebuild every generated reference table: `python -m data.reference.build --npm DIR`.

DIR is a `node_modules` with the packages of `sources.VERSIONS`. The same inputs
give the same bytes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from data.reference.build import basemap, countries, coverage, labels, sources, tables, towns
from data.reference.build.countries import Country
from data.reference.build.coverage import World

TOWN_COLUMNS = ("geonameid", "iso2", "name_en", "name_fr", "lat", "lon", "population", "rank")


def main(arguments: list[str] | None = None) -> None:
    """Read the packages and write the tables and the basemap."""
    parser = argparse.ArgumentParser(prog="python -m data.reference.build", description=__doc__)
    parser.add_argument("--npm", type=Path, required=True, help="a node_modules folder")
    npm: Path = parser.parse_args(arguments).npm
    sources.check_versions(npm)
    world = coverage.build(npm)
    places = towns.build()
    _write_units(world)
    _write_countries("countries_50m.parquet", world.coarse)
    _write_countries("countries_10m.parquet", [*world.region, *world.fitted])
    tables.write_csv(tables.REFERENCE / "towns.csv", TOWN_COLUMNS,
                     [[getattr(place, name) for name in TOWN_COLUMNS] for place in places])
    tables.ASSETS.mkdir(parents=True, exist_ok=True)
    _write_json("basemap.json", basemap.build(npm, world))
    _write_json("labels.json", labels.build(npm, world, places))


def _write_units(world: World) -> None:
    names = {row["unit_id"]: row for row in tables.rows("names_units.csv")}
    vintages = {row["iso2"]: row["vintage"] for row in tables.rows("unit_vintages.csv")}
    columns: dict[str, list[str | int | None]] = {
        "unit_id": [unit.unit_id for unit in world.units],
        "iso2": [unit.iso2 for unit in world.units],
        "level": [1] * len(world.units),
        "name_en": [names[unit.unit_id]["name_en"] for unit in world.units],
        "name_fr": [names[unit.unit_id]["name_fr"] for unit in world.units],
        "name_local": [unit.name_local or None for unit in world.units],
        "vintage": [vintages[unit.iso2] for unit in world.units],
    }
    tables.write_geoparquet(tables.REFERENCE / "units_10m.parquet", columns,
                            [unit.geometry for unit in world.units])


def _write_countries(name: str, found: list[Country]) -> None:
    names, facts = countries.names(), sources.countries_geonames()
    columns: dict[str, list[str | int | None]] = {
        "iso2": [country.iso2 for country in found],
        "iso3": [facts[c.iso2]["iso3"] if c.iso2 in facts else None for c in found],
        "name_en": [names[country.iso2][0] for country in found],
        "name_fr": [names[country.iso2][1] for country in found],
        "scale": [country.scale for country in found],
    }
    tables.write_geoparquet(tables.REFERENCE / name, columns,
                            [country.geometry for country in found])


def _write_json(name: str, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    (tables.ASSETS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
