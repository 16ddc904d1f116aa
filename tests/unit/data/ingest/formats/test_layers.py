"""Features, layers and their shapes: attributes as text, and a point as exact as the shape."""

from __future__ import annotations

import json
import sqlite3

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely

from data.errors import UndecidedError, UnreadableFileError
from data.ingest.formats import points
from data.ingest.records import Header

SQUARE = shapely.box(-0.1, 16.2, 0.1, 16.3)
REGION = shapely.box(-3, 14, 1, 18)
ROAD = shapely.LineString([(-0.05, 16.27), (0, 16.3)])


def feature(geometry, **properties):
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def point(lon, lat):
    return {"type": "Point", "coordinates": [lon, lat]}


@pytest.fixture
def collect(tmp_path):
    """Write features as one document."""
    def write(*features, **more):
        path = tmp_path / "x.json"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features, **more}))
        return path

    return write


@pytest.fixture
def lines(tmp_path):
    """Write lines as they are."""
    def write(*written, before=""):
        path = tmp_path / "x.geojsonl"
        path.write_text(before + "\n".join(
            w if isinstance(w, str) else json.dumps(w) for w in written) + "\n")
        return path

    return write


def test_a_point_is_two_columns_of_names_that_no_file_has(collect, rows):
    (found,) = rows(collect(feature(point(-0.04, 16.27), lat="own", n=5.0)))
    assert found == {"lat": "own", "n": "5", "geometry_lat": "16.27", "geometry_lon": "-0.04",
                     "geometry_precision": "", "geometry_type": "Point"}


def test_a_files_own_columns_of_those_names_stay(collect, rows):
    (found,) = rows(collect(feature(point(1, 2), geometry_lat="own")))
    assert (found["geometry_lat"], found["geometry_lat_2"]) == ("own", "2.0")


@pytest.mark.parametrize(("shape", "precision"), [
    (SQUARE, "2"), (ROAD, "2"), (REGION, "5"), (shapely.MultiPoint([(0, 16), (0, 17)]), "5"),
    (shapely.MultiPoint([(0, 16)]), ""), (shapely.LineString([(-8, 12), (0, 16)]), "5"),
    (shapely.GeometryCollection([SQUARE]), "2"),
])
def test_a_shape_is_never_said_to_be_exact(shape, precision):
    shapes = np.array([shape], dtype=object)
    lat, lon, exact, kind = (c.to_pylist()[0] for c in points.columns(shapes, np.array([True])))
    assert (exact, kind) == (precision, shapely.get_geometry(shape, 0).geom_type
                             if precision == "" else shape.geom_type)
    assert shape.distance(shapely.Point(float(lon), float(lat))) < 1e-9


@pytest.mark.parametrize(("geometry", "lat"), [
    (None, ""), ({}, ""), ({"type": "Point", "coordinates": []}, ""),
    ({"type": "Point", "coordinates": ["x", "y"]}, "unreadable"), ({"type": "Blob"}, "unreadable"),
    ("POINT (0 0)", "unreadable"), (point(0, 95), "95.0"),
    ({"type": "Point", "coordinates": [0, 16, 300]}, "16.0"),
])
def test_a_shape_that_means_nothing_is_told_and_none_is_none(collect, rows, geometry, lat):
    good = feature(point(0, 16), n=1)
    found = rows(collect(good, good, feature(geometry, n=2)))
    assert [r["geometry_lat"] for r in found] == ["16.0", "16.0", lat]


def test_what_is_no_feature_is_a_record_all_the_same(collect, rows):
    found = rows(collect(feature(point(0, 16), n=1), None, 7, feature(None)))
    assert [r["n"] for r in found] == ["1", "", "", ""]


def test_numbers_in_metres_without_a_system_are_asked_about(collect, rows):
    with pytest.raises(UnreadableFileError, match="do not lie in the coordinate system"):
        rows(collect(*[feature(point(500_000, 1_500_000), n=1)] * 3))


def test_an_older_features_system_is_brought_to_degrees(collect, rows):
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32630"}}
    (found,) = rows(collect(feature(point(500_000, 1_800_000), n=1), crs=crs))
    assert float(found["geometry_lat"]) == pytest.approx(16.28, abs=0.01)
    assert float(found["geometry_lon"]) == -3


def test_values_of_features_are_written_as_text(collect, rows):
    values = {"list": ["a", "b"], "deep": {"x": [1]}, "none": None, "yes": True, "big": 2**60 + 1,
              "text": "a\n“é”"}
    (found,) = rows(collect(feature(None, **values)))
    assert list(found.values())[:6] == ["a;b", '{"x": [1]}', "", "yes", str(2**60 + 1), "a\n“é”"]


def test_every_line_may_be_a_feature(lines, rows):
    found = rows(lines(feature(point(0, 16), a=1), "", feature(None, b="x"),
                       {"type": "Point", "coordinates": [1, 2]}, before="\ufeff\x1e"))
    assert [(r["a"], r["b"], r["geometry_lat"]) for r in found] == [
        ("1", "", "16.0"), ("", "x", ""), ("", "", "2.0")]


@pytest.mark.parametrize("bad", ['{"type": "Feature", "prop', "no json", "[1]", "{}", "[" * 9999])
def test_a_damaged_line_costs_itself_alone(lines, rows, bad):
    found = rows(lines(feature(point(0, 16), a=1), bad, feature(None, a=2), bad))
    assert [r.get("damage") for r in found] == [None, "not_a_feature"] * 2
    assert [r["a"] for r in found] == ["1", bad, "2", bad]


def test_the_first_line_may_be_the_damaged_one(lines, rows):
    found = rows(lines('{"type": "Feat', feature(point(0, 16), a=1)))
    assert [r.get("damage") for r in found] == ["not_a_feature", None]


def test_json_of_another_kind_is_told(tmp_path, rows):
    (tmp_path / "x.json").write_text('{"rows": [1, 2]}')
    with pytest.raises(UnreadableFileError, match="JSON, but not GeoJSON"):
        rows(tmp_path / "x.json")


@pytest.mark.parametrize("ending", ["gpkg", "shp"])
def test_types_of_attributes_become_text(tmp_path, rows, ending):
    frame = geopandas.GeoDataFrame({
        "n": pd.array([2**53 - 1, None], dtype="Int64"), "x": [0.5, None],
        "day": [pd.Timestamp("2019-03-07").date(), None], "word": ["Ségou", None]},
        geometry=[shapely.Point(0, 16), None], crs=4326)
    frame.to_file(tmp_path / f"x.{ending}")
    found = rows(tmp_path / f"x.{ending}")
    assert [list(r.values())[:4] for r in found] == [
        ["9007199254740991", "0.5", "2019-03-07", "Ségou"], ["", "", "", ""]]
    assert found[1]["geometry_lat"] == ""


def test_times_of_a_geopackage_keep_their_day(tmp_path, rows):
    geopandas.GeoDataFrame(
        {"at": pd.to_datetime(["2019-03-07T00:00:00", "2019-03-07T23:59:59"])},
        geometry=[shapely.Point(0, 16)] * 2, crs=4326).to_file(tmp_path / "x.gpkg")
    assert [r["at"] for r in rows(tmp_path / "x.gpkg")] == ["2019-03-07", "2019-03-07 23:59:59"]


@pytest.mark.parametrize(("written", "declared", "said"), [
    ("ISO-8859-1", True, None), ("ISO-8859-1", False, None), ("UTF-8", True, None),
    ("cp850", False, "cp850"),
])
def test_a_shapefiles_words_are_read_in_their_encoding(tmp_path, rows, written, declared, said):
    geopandas.GeoDataFrame({"name": ["Ségou", "Mopti"]}, geometry=[shapely.Point(0, 16)] * 2,
                           crs=4326).to_file(tmp_path / "x.shp", encoding=written)
    if not declared:
        (tmp_path / "x.cpg").unlink()
    assert [r["name"] for r in rows(tmp_path / "x.shp", encoding=said)] == ["Ségou", "Mopti"]


def test_layers_are_asked_about_and_taken_by_name(tmp_path, rows):
    path = tmp_path / "x.gpkg"
    frame = geopandas.GeoDataFrame({"n": [1]}, geometry=[shapely.Point(0, 16)], crs=4326)
    frame.to_file(path, layer="one")
    frame.to_file(path, layer="two")
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE plain (fid INTEGER PRIMARY KEY, lat REAL)")
        base.execute("INSERT INTO plain VALUES (1, 16.5)")
        base.execute("INSERT INTO gpkg_contents (table_name, data_type, identifier) "
                     "VALUES ('plain', 'attributes', 'plain')")
    base.close()
    with pytest.raises(UndecidedError, match=r"one, two.*--layer"):
        rows(path)
    assert rows(path, layer="two")[0]["geometry_type"] == "Point"
    assert rows(path, layer="plain") == [{"lat": "16.5"}]
    with pytest.raises(UnreadableFileError, match="no layer “three”"):
        rows(path, layer="three")


def test_shapes_stand_in_only_where_columns_do_not_say():
    header = Header(("x", "y", *points.NAMES))
    for names, taken in (({}, True), ({"lat": "latitude", "lon": "longitude"}, False),
                         ({"lat": "y", "lon": "x"}, True), ({"lat": "latitude"}, True)):
        points.stand_in(names, header)
        assert (names.get("lat") == points.LAT) == taken
    names = {}
    points.stand_in(names, Header(("date",)))
    assert names == {}
