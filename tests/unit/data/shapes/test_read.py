"""Areas that a person pastes or opens: GeoJSON, well-known text, corners in lines."""

from __future__ import annotations

import json

import pytest
import shapely

from data.errors import UsageError
from data.shapes.area import MOST_CORNERS
from data.shapes.read import read_area

SQUARE = shapely.box(0, 14, 2, 16)


def feature(shape):
    return {"type": "Feature", "properties": {}, "geometry": json.loads(shapely.to_geojson(shape))}


def test_every_form_gives_the_same_area():
    collection = {"type": "FeatureCollection", "features": [feature(SQUARE)]}
    for text in (json.dumps(feature(SQUARE)), json.dumps(collection), shapely.to_wkt(SQUARE),
                 "SRID=4326;" + SQUARE.wkt, "0, 14\n2, 14\n2, 16\n0, 16\n",
                 "polygon:0,14_2,14_2,16_0,16"):
        assert shapely.equals(read_area(text).area.shape, SQUARE), text


def test_parts_are_joined_and_holes_kept():
    ring = SQUARE.difference(shapely.box(0.5, 14.5, 1, 15))
    parts = {"type": "FeatureCollection", "features": [
        feature(ring), feature(shapely.box(5, 14, 6, 15)), feature(shapely.Point(0, 0))]}
    shape = read_area(json.dumps(parts)).area.shape
    assert shape.area == pytest.approx(4 - 0.25 + 1)


def test_a_shape_of_many_corners_is_simplified_and_said():
    many = shapely.Point(0, 15).buffer(1, quad_segs=600)
    found = read_area(many.wkt)
    assert sum(map(len, found.area.rings)) <= MOST_CORNERS
    assert found.said is not None and "2400 corners" in str(found.said).replace(",", "")
    assert found.area.shape.symmetric_difference(many).area < 0.01
    assert read_area(SQUARE.wkt).said is None


def test_corners_may_have_a_height_and_typographic_signs():
    assert read_area("POLYGON Z ((0 14 300, 2 14 300, 2 16 300, 0 14 300))").area.shape.area == 2
    assert read_area("−1 14\n1 14\n1 16").area.shape.area == 2


@pytest.mark.parametrize(("text", "why"), [
    ("", "Nothing was given"), ("Gao", "no corner"), ("1,2,3\n4,5,6", "no corner"),
    ("{", "GeoJSON cannot be read"), ('{"type": "Polygon"}', "GeoJSON cannot be read"),
    ('{"type": "FeatureCollection"}', "GeoJSON cannot be read"),
    ("[1, 2]", "GeoJSON cannot be read"), ("POLYGON((0 0", "well-known text cannot"),
    (json.dumps(feature(shapely.LineString([(0, 0), (1, 1)]))), "no polygon"),
    ('{"type": "FeatureCollection", "features": []}', "no polygon"),
    (shapely.box(500000, 1600000, 510000, 1700000).wkt, "degrees"),
    ("0,0\n1,1\n1,0\n0,1", "crosses itself"),
])
def test_what_is_no_area_is_refused_with_a_reason(text, why):
    with pytest.raises(UsageError, match=why):
        read_area(text)


def test_a_shape_of_too_many_parts_is_refused():
    dots = shapely.MultiPolygon([shapely.box(i, j, i + 0.4, j + 0.4)
                                 for i in range(12) for j in range(12)])
    with pytest.raises(UsageError, match="too many parts"):
        read_area(dots.wkt)
