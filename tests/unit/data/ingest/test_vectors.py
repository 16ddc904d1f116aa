"""Files of shapes: what each format gives, and the sentence for what it lacks."""

from __future__ import annotations

import json
import warnings
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely

from data.errors import UndecidedError, UnreadableFileError
from data.ingest.vectors import read_vectors

SQUARE = shapely.box(-4, 14, -3, 15)
BOWTIE = shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])


def write(path: Path, geometries: list[Any], crs: str | None = "EPSG:4326", **more: Any) -> Path:
    """Write invented units with one column of each type."""
    count = len(geometries)
    columns = {
        "name": np.array([f"Unit é{i}" for i in range(count)], dtype=object),
        "whole": np.full(count, 3.0), "part": np.full(count, 2.5),
        "day": np.array(["2021-12-20"] * count, dtype="datetime64[D]"),
        "none": np.array([None] * count, dtype=object),
    }
    with warnings.catch_warnings():
        # It warns of a file that declares no system, which is meant here.
        warnings.simplefilter("ignore")
        pyogrio.raw.write(path, shapely.to_wkb(geometries), list(columns.values()), list(columns),
                          geometry_type="Polygon", crs=crs, **more)
    return path


def write_table(path: Path, layer: str) -> None:
    """Add a layer without shapes to a GeoPackage."""
    pyogrio.raw.write(path, None, [np.array(["a"], dtype=object)], ["note"], geometry_type=None,
                      layer=layer, append=True)


def geojson(path: Path, *features: dict[str, Any], **more: Any) -> Path:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features, **more}))
    return path


def feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties,
            "geometry": geometry if geometry is None else json.loads(shapely.to_geojson(geometry))}


@pytest.mark.parametrize("ending", ["shp", "gpkg"])
def test_attributes_come_as_text(tmp_path, ending):
    found = read_vectors(write(tmp_path / f"units.{ending}", [SQUARE, SQUARE]))
    assert found.names == ("name", "whole", "part", "day", "none")
    assert found.rows[1] == {"name": "Unit é1", "whole": "3", "part": "2.5", "day": "2021-12-20",
                             "none": ""}
    assert shapely.equals(found.geometries, SQUARE).all()


def test_geojson_gives_ids_lists_and_truth_as_a_table_would(tmp_path):
    path = geojson(tmp_path / "x.geojson", {**feature(SQUARE, a=True, b=[1, "two"]), "id": 7},
                   feature(SQUARE, c=2.0, a=None))
    found = read_vectors(path)
    assert found.names == ("id", "a", "b", "c")
    assert found.rows == [{"id": "7", "a": "yes", "b": "1;two", "c": ""},
                          {"id": "", "a": "", "b": "", "c": "2"}]


@pytest.mark.parametrize("ending", ["shp", "gpkg"])
def test_another_system_is_brought_to_degrees(tmp_path, ending):
    metres = shapely.box(500_000, 1_500_000, 600_000, 1_600_000)
    found = read_vectors(write(tmp_path / f"utm.{ending}", [metres], "EPSG:32630"))
    west, south, *_ = shapely.bounds(found.geometries[0])
    assert (west, south) == pytest.approx((-3, 13.57), abs=0.01)


def test_an_older_geojson_may_declare_its_system(tmp_path):
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32630"}}
    found = read_vectors(geojson(tmp_path / "x.json", feature(shapely.Point(500_000, 1_500_000)),
                                 crs=crs))
    assert shapely.get_x(found.geometries[0]) == pytest.approx(-3)


def test_a_system_behind_a_link_is_not_fetched(tmp_path):
    crs = {"type": "link", "properties": {"href": "http://127.0.0.1:9/crs"}}
    with pytest.raises(UnreadableFileError, match="coordinate system is not known"):
        read_vectors(geojson(tmp_path / "x.json", feature(SQUARE), crs=crs))


def test_without_a_system_degrees_are_believed_and_metres_are_asked_about(tmp_path):
    assert read_vectors(write(tmp_path / "d.shp", [SQUARE], None)).geometries[0].equals(SQUARE)
    with pytest.raises(UndecidedError, match="does not say in which coordinate system"):
        read_vectors(write(tmp_path / "m.shp", [shapely.box(0, 0, 5e5, 5e5)], None))


def test_metres_declared_as_degrees_are_refused(tmp_path):
    with pytest.raises(UnreadableFileError, match="do not lie in the coordinate system"):
        read_vectors(write(tmp_path / "m.shp", [shapely.box(0, 0, 5e5, 5e5)]))


def test_shapes_are_valid_and_flat_or_none(tmp_path):
    raised = shapely.force_3d(SQUARE, 100)
    path = geojson(tmp_path / "x.geojson", feature(BOWTIE), feature(raised), feature(None),
                   feature(shapely.Polygon()))
    bowtie, square, *none = read_vectors(path).geometries
    assert bowtie.is_valid and bowtie.area == pytest.approx(0.5)
    assert not square.has_z and square.equals(SQUARE)
    assert none == [None, None]


def test_the_only_layer_with_shapes_is_taken(tmp_path):
    path = write(tmp_path / "x.gpkg", [SQUARE], layer="units")
    write_table(path, "notes")
    assert len(read_vectors(path).rows) == 1


def test_several_layers_are_asked_about_by_name(tmp_path):
    path = write(tmp_path / "x.gpkg", [SQUARE], layer="first")
    write(path, [SQUARE, SQUARE], layer="second", append=True)
    with pytest.raises(UndecidedError, match="first, second"):
        read_vectors(path)
    assert len(read_vectors(path, "second").rows) == 2
    with pytest.raises(UnreadableFileError, match="no layer “third”"):
        read_vectors(path, "third")


def zipped(folder: Path, *stems: str) -> Path:
    with zipfile.ZipFile(folder / "x.zip", "w") as archive:
        for stem in stems:
            shapes = write(folder / f"{stem}.shp", [SQUARE])
            for part in shapes.parent.glob(f"{stem}.*"):
                archive.write(part, f"../folder/{part.name}")
        archive.writestr("__MACOSX/folder/._a.shp", b"")
    return folder / "x.zip"


def test_a_shapefile_is_read_from_an_archive(tmp_path):
    assert read_vectors(zipped(tmp_path, "a")).rows[0]["name"] == "Unit é0"


def test_an_archive_of_several_is_asked_about(tmp_path):
    path = zipped(tmp_path, "a", "b")
    with pytest.raises(UndecidedError, match="folder/a"):
        read_vectors(path)
    assert len(read_vectors(path, "../folder/b").rows) == 1


@pytest.mark.parametrize("part", [".dbf", ".shx"])
def test_a_missing_part_is_named(tmp_path, part):
    path = write(tmp_path / "x.shp", [SQUARE])
    path.with_suffix(part).unlink()
    with pytest.raises(UnreadableFileError, match=f"{part} is not beside it"):
        read_vectors(path)


def test_parts_in_capitals_are_found(tmp_path):
    path = write(tmp_path / "x.shp", [SQUARE])
    for part in list(tmp_path.iterdir()):
        part.rename(part.with_name(part.name.upper()))
    assert read_vectors(path.with_name("X.SHP")).rows[0]["name"] == "Unit é0"


def content(name: str, data: bytes, folder: Path) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


@pytest.mark.parametrize(("name", "data", "said"), [
    ("x.geojson", b"", "it is empty"),
    ("x.geojson", b'{"type": "FeatureCollection", "features": []}', "no features"),
    ("x.geojson", b'{"type": "FeatureCollection", "features": [', "not whole GeoJSON"),
    ("x.json", b'{"type": "gdal_streamed_alg", "command_line": "x"}', "not GeoJSON"),
    ("x.vrt", b"<OGRVRTDataSource></OGRVRTDataSource>", "not a file of shapes"),
    ("x.csv", b"a,b\n1,2\n", "not a file of shapes"),
    ("x.dbf", b"\x03anything", "one part of a Shapefile"),
    ("x.gpkg", b"SQLite format 3\x00" + b"\x00" * 200, "damaged"),
    ("x.db", b"SQLite format 3\x00" + b"\x00" * 200, "not a GeoPackage"),
    ("x.zip", b"PK\x03\x04broken", "damaged or locked"),
])
def test_what_is_no_file_of_shapes_is_told(tmp_path, name, data, said):
    with pytest.raises(UnreadableFileError, match=said):
        read_vectors(content(name, data, tmp_path))


@pytest.mark.parametrize("path", [
    "/vsicurl/http://127.0.0.1:9/x.geojson", "http://127.0.0.1:9/x.shp", "nowhere.gpkg"])
def test_only_local_files_are_opened(path):
    with pytest.raises(UnreadableFileError, match="there is no such file"):
        read_vectors(Path(path))


def test_an_empty_shapefile_and_one_that_is_cut_off_are_told(tmp_path):
    with pytest.raises(UnreadableFileError, match="no features"):
        read_vectors(write(tmp_path / "x.shp", []))
    path = write(tmp_path / "cut.shp", [SQUARE])
    path.with_suffix(".shx").write_bytes(b"\x00")
    with pytest.raises(UnreadableFileError, match="damaged"):
        read_vectors(path)


@pytest.mark.shared
@pytest.mark.parametrize(("level", "units"), [(0, 1), (1, 10), (2, 53)])
def test_the_boundaries_of_mali_are_read(shared, level, units):
    path = shared / "data" / "boundaries" / f"mli_admbnda_adm{level}_1m_gov_20211220.shp"
    found = read_vectors(path)
    assert len(found.rows) == units
    assert shapely.is_valid(found.geometries).all()
    assert {row["validOn"] for row in found.rows} == {"2021-12-20"}
