from __future__ import annotations

import csv
import json
from collections import Counter
from itertools import pairwise

import numpy as np
import pyarrow.parquet as pq
import pytest
import shapely

from data import boundaries

REFERENCE = boundaries.REFERENCE
BASEMAP = REFERENCE.parents[1] / "assets" / "basemap"
TABLES = sorted(path.name for path in REFERENCE.glob("*.*") if path.suffix in {".csv", ".parquet"})


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def basemap() -> dict:
    return json.loads((BASEMAP / "basemap.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def labels() -> list[dict]:
    packed = json.loads((BASEMAP / "labels.json").read_text(encoding="utf-8"))
    fields = packed["fields"]
    found = [dict(zip(fields, row, strict=False)) for row in packed["labels"]]
    for label in found:
        label["kind"] = packed["kinds"][label["kind"]]
        label.setdefault("name_fr", label["name_en"])
    return found


class Decoder:
    """TopoJSON 1.0 in a few lines, written from the specification alone."""

    def __init__(self, packed: dict) -> None:
        scale, shift = (np.array(packed["transform"][k]) for k in ("scale", "translate"))
        self.arcs = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in packed["arcs"]]

    def line(self, indices: list[int]) -> np.ndarray:
        parts = [self.arcs[i] if i >= 0 else self.arcs[~i][::-1] for i in indices]
        for before, after in pairwise(parts):
            assert (before[-1] == after[0]).all(), "two arcs of a line do not meet"
        return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])

    def polygons(self, item: dict) -> list[shapely.Polygon]:
        assert item["type"] == "MultiPolygon"
        return [shapely.Polygon(self.line(p[0]), [self.line(r) for r in p[1:]])
                for p in item["arcs"]]

    def lines(self, item: dict) -> list[shapely.LineString]:
        assert item["type"] == "MultiLineString"
        return [shapely.LineString(self.line(part)) for part in item["arcs"]]


def objects(basemap: dict, name: str) -> list[dict]:
    assert basemap["objects"][name]["type"] == "GeometryCollection"
    return basemap["objects"][name]["geometries"]


def test_the_province_table_of_burkina_faso():
    members = [row for row in rows("units_members.csv") if row["unit_id"].startswith("BF-")]
    assert len(members) == len({row["source_code"] for row in members}) == 45
    assert Counter(row["unit_name"] for row in members) == {
        "Boucle du Mouhoun": 6, "Cascades": 2, "Centre": 1, "Centre-Est": 3, "Centre-Nord": 3,
        "Centre-Ouest": 4, "Centre-Sud": 3, "Est": 5, "Hauts-Bassins": 3, "Nord": 4,
        "Plateau-Central": 3, "Sahel": 4, "Sud-Ouest": 4,
    }


def test_hand_tables_speak_of_things_that_exist():
    units = set(boundaries.load_units().ids)
    countries = set(boundaries.load_countries().ids)
    assert {row["unit_id"] for row in rows("names_units.csv")} == units
    assert {row["unit_id"] for row in rows("units_members.csv")} <= units
    assert {row["unit_id"] for row in rows("unit_aliases.csv")} <= units
    assert {row["iso2"] for row in rows("unit_vintages.csv")} == {u[:2] for u in units}
    assert {row["iso2"] for row in rows("country_aliases.csv")} <= countries
    assert {row["iso2"] for row in rows("names_countries.csv")} <= countries


def test_every_alias_resolves_to_its_country():
    for row in rows("country_aliases.csv"):
        assert boundaries.resolve_country(row["alias"]) == row["iso2"], row


@pytest.mark.parametrize("name", ["countries_50m", "countries_10m", "units_10m"])
def test_geoparquet_metadata(name):
    table = pq.ParquetFile(REFERENCE / f"{name}.parquet").read()
    geo = json.loads(table.schema.metadata[b"geo"])
    column = geo["columns"][geo["primary_column"]]
    geometries = shapely.from_wkb(np.array(table["geometry"].to_pylist(), dtype=object))
    assert geo["version"] == "1.0.0"
    assert column["encoding"] == "WKB"
    assert set(column["geometry_types"]) == {g.geom_type for g in geometries}
    assert np.allclose(column["bbox"], shapely.total_bounds(geometries), atol=1e-4)
    assert shapely.is_valid(geometries).all()
    coordinates = shapely.get_coordinates(geometries)
    assert np.allclose(coordinates, coordinates.round(4), atol=1e-9)


def test_sizes_stay_within_what_a_slow_link_and_a_checkout_bear():
    assert sum((REFERENCE / name).stat().st_size for name in TABLES
               if name.endswith(".parquet")) < 1_500_000
    assert (REFERENCE / "towns.csv").stat().st_size < 250_000


def test_the_readme_tells_every_table_its_source_and_its_licence():
    text = (REFERENCE / "README.md").read_text(encoding="utf-8")
    for name in [*TABLES, "basemap.json", "labels.json"]:
        assert f"`{name}`" in text, name
    for needed in ("Natural Earth", "public domain", "GeoNames", "CC BY 4.0", "CLDR"):
        assert needed in text


def test_towns_have_both_names_and_the_exonyms_that_matter():
    french = {(t.iso2, t.name_en): t.name_fr for t in boundaries.towns()}
    assert all(french.values())
    for place, name in {
        ("ML", "Timbuktu"): "Tombouctou", ("DZ", "Algiers"): "Alger", ("EG", "Cairo"): "Le Caire",
        ("TD", "N'Djamena"): "N'Djaména", ("NG", "Lagos"): "Lagos", ("GB", "London"): "Londres",
    }.items():
        assert french[place] == name


def test_each_town_lies_in_its_country_or_on_its_shore():
    countries = boundaries.load_countries()
    shapes = dict(zip(countries.ids, countries.geometries, strict=True))
    region = set(boundaries.load_units().iso2)
    for town in boundaries.towns():
        # Kafia Kingi is claimed by both Sudans; GeoNames and Natural Earth differ over it.
        if town.iso2 in region and town.name_en != "Kafia Kingi":
            away = shapes[town.iso2].distance(shapely.Point(town.lon, town.lat))
            assert away < 0.12, (town, away)


def test_the_basemap_decodes_to_valid_land(basemap):
    decoder = Decoder(basemap)
    land = [p for item in objects(basemap, "land") for p in decoder.polygons(item)]
    assert len(land) > 300
    whole = shapely.union_all(shapely.make_valid(np.array(land, dtype=object)))
    for town in boundaries.towns():
        if town.rank == 1 and town.population > 500_000:
            assert whole.distance(shapely.Point(town.lon, town.lat)) < 0.1, town
    assert not whole.contains(shapely.Point(0, 0))
    assert not whole.contains(shapely.Point(50, 42)), "the Caspian Sea is not land"
    invalid = [p for p in land if not p.is_valid]
    assert not invalid, [shapely.is_valid_reason(p) for p in invalid]


def test_every_arc_is_used_and_none_is_missing(basemap):
    def numbers(arcs):
        if isinstance(arcs, int):
            return [arcs if arcs >= 0 else ~arcs]
        return [n for part in arcs for n in numbers(part)]

    used = {n for name in basemap["objects"] for item in objects(basemap, name)
            for n in numbers(item["arcs"])}
    assert used == set(range(len(basemap["arcs"])))
    assert all(len(arc) >= 2 for arc in basemap["arcs"])


def test_borders_are_told_apart(basemap):
    decoder = Decoder(basemap)
    found: dict[tuple[str, bool], list] = {}
    for item in objects(basemap, "borders"):
        key = (item["properties"]["rank"], item["properties"]["disputed"])
        found.setdefault(key, []).extend(decoder.lines(item))
    assert set(found) == {("country", False), ("country", True), ("unit", False)}
    near = {key: shapely.STRtree(lines) for key, lines in found.items()}

    def drawn_as(lon, lat):
        point = shapely.Point(lon, lat)
        return {key for key, tree in near.items()
                if len(tree.query(point, predicate="dwithin", distance=0.03))}

    assert drawn_as(-10.5, 27.667) == {("country", True)}       # Western Sahara and Morocco
    assert drawn_as(35.5, 22.0) == {("country", True)}          # Halaib
    assert drawn_as(27.0, 22.0) == {("country", False)}         # Egypt and Sudan, further west
    assert drawn_as(-6.54, 24.5) == {("country", False)}         # Mali and Mauritania
    assert drawn_as(2.0, 18.0) == {("unit", False)}             # Gao and Kidal


@pytest.mark.parametrize(("river", "lon", "lat"), [
    ("Niger", -8.0, 12.63), ("Niger", -0.05, 16.27), ("Niger", 2.11, 13.5),
    ("Senegal", -11.44, 14.45), ("Benue", 8.53, 7.73), ("White Nile", 32.66, 13.17),
    ("Nile", 31.23, 30.04),
    ("Blue Nile", 33.52, 14.4), ("Chari", 15.05, 12.1), ("Congo", 15.3, -4.3),
])
def test_rivers_pass_the_towns_they_are_known_for(basemap, river, lon, lat):
    decoder = Decoder(basemap)
    lines = [line for item in objects(basemap, "rivers") if item["properties"]["name_en"] == river
             for line in decoder.lines(item)]
    assert min(line.distance(shapely.Point(lon, lat)) for line in lines) < 0.1


def test_labels_of_countries_and_units_stand_inside_them(labels):
    countries, units = boundaries.load_countries(), boundaries.load_units()
    for areas, kind, name in ((countries, "country", boundaries.country_name),
                              (units, "unit", boundaries.unit_name)):
        named = {(name(i, "en"), name(i, "fr")) for i in areas.ids}
        for label in (x for x in labels if x["kind"] == kind):
            assert (label["name_en"], label["name_fr"]) in named
            hits = areas.tree.query(shapely.Point(label["lon"], label["lat"]), "intersects")
            assert label["name_en"] in {name(areas.ids[i], "en") for i in hits}, label


def test_labels_are_ordered_and_complete(labels):
    assert [x["min_zoom"] for x in labels] == sorted(x["min_zoom"] for x in labels)
    assert {x["kind"] for x in labels} == {"country", "unit", "town", "river", "lake"}
    shown = {(x["kind"], x["name_fr"]) for x in labels}
    assert {("town", "Tombouctou"), ("unit", "Tombouctou"), ("river", "Sénégal"),
            ("country", "Tchad"), ("lake", "Lac Tchad")} <= shown
