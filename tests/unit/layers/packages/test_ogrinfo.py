"""GeoPackage and KML, opened by GDAL's own program as a person with a GIS has it."""

from __future__ import annotations

from tests.programs import needs, run

pytestmark = needs("ogrinfo")


def layers(path):
    """Return how many features `ogrinfo` finds in each layer of a file."""
    told = run("ogrinfo", "-ro", "-al", "-so", path)
    names = [line.partition(": ")[2] for line in told.splitlines()
             if line.startswith("Layer name: ")]
    counts = [int(line.partition(": ")[2]) for line in told.splitlines()
              if line.startswith("Feature Count: ")]
    return dict(zip(names, counts, strict=True))


def test_a_geopackage_has_its_layers_and_styles(opened):
    found = layers(opened("gpkg", layers=("hexagons",)))
    # Of the three that may leave, one is known to its unit only.
    assert (found["incidents"], found["incidents_without_shape"]) == (2, 1)
    assert any(name.startswith("hexagons") for name in found) and found["layer_styles"] > 0


def test_geometry_is_in_degrees(opened):
    told = run("ogrinfo", "-ro", "-so", opened("gpkg"), "incidents")
    assert "Geometry: Point" in told and "WGS 84" in told
    west, south = told.partition("Extent: (")[2].partition(")")[0].split(", ")
    assert -20 < float(west) < 20 and 5 < float(south) < 25


def test_a_kml_has_its_folders(opened):
    found = layers(opened("kml"))
    assert sum(found.values()) >= 2, found
