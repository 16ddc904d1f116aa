"""Every form is opened by a program that is not of this product, and says the same."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile

import geopandas
import hxl
import openpyxl
import pandas
import pyogrio
import pytest

from data.model import EXPORTED
from data.packages import workbook
from data.packages.columns import of_incidents
from data.packages.hashtags import TAGS
from data.packages.order import Order
from data.selection import Selection
from layers.packages.save import save
from tests.support import plain
from tests.unit.layers.packages.conftest import ALL, EXTRA

IDS = ["coarse", "open", "silent"]
HOSTILE = '=HYPERLINK("http://x.example","y") <b onclick=x>&amp; @1+1 "q", ]]> {x} 😀 é'


@pytest.fixture
def hostile(bring, store):
    bring(plain({"notes": HOSTILE, "id": "=1+1", "place": "<script>alert(1)</script>",
                 "licence": "cc-by-4.0",
                 "actor": "=cmd|x", "citation": "<img src=x>"}, extra=EXTRA),
          source="A | [b](javascript:x) <i>")
    return store.require()


def test_workbooks_open_in_openpyxl_with_a_sheet_that_explains_each_column(opened):
    book = openpyxl.load_workbook(opened("xlsx"))
    assert book.sheetnames == ["Incidents", "Columns", "Sources", "Aggregates", "Read me"]
    heads, *rows = book["Incidents"].values
    assert sorted(row[heads.index("source_record_id")] for row in rows) == IDS
    assert list(heads) == list(EXPORTED)
    explained = dict(list(book["Columns"].values)[1:])
    assert list(explained) == list(EXPORTED) and all(explained.values())
    assert rows[0][heads.index("date_start")].year == 2019


def test_text_of_a_workbook_is_never_a_formula_or_a_link(opened, hostile):
    book = openpyxl.load_workbook(opened("xlsx", snapshot=hostile))
    cells = [cell for sheet in book for row in sheet.rows for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d"}
    assert not any(cell.hyperlink for cell in cells)
    assert HOSTILE in [cell.value for cell in cells]


def test_a_full_sheet_goes_on_in_a_further_one(opened, mixed, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    book = openpyxl.load_workbook(opened("xlsx", snapshot=mixed))
    assert [len(list(book[name].values)) for name in ("Incidents", "Incidents 2")] == [3, 2]


def test_a_full_last_sheet_is_followed_by_none_that_lacks_rows(opened, mixed, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 4)
    book = openpyxl.load_workbook(opened("xlsx", snapshot=mixed))
    assert len(list(book["Incidents"].values)) == 4


def test_a_cell_too_long_for_a_workbook_says_that_it_is_cut(bring, store, opened):
    bring(plain({"notes": "x" * 40_000}))
    book = openpyxl.load_workbook(opened("xlsx", snapshot=store.require()))
    heads, row = book["Incidents"].values
    text = row[heads.index("notes")]
    assert len(text) == 32_767 and text.endswith("[…]")


def test_geopackages_open_in_gdal_one_layer_each(opened):
    path = opened("gpkg", layers=("corridors", "hexagons"))
    names = dict(pyogrio.list_layers(path))
    assert names["incidents"] == "Point" and names["incidents_without_shape"] is None
    assert names["corridors_lines"] == "LineString" and names["hexagons_areas"] == "MultiPolygon"
    points = geopandas.read_file(path, layer="incidents")
    assert points.crs.to_epsg() == 4326
    assert [(p.x, p.y) for p in points.geometry] == [(-0.04, 16.27)] * 2
    apart = pyogrio.read_dataframe(path, layer="incidents_without_shape")
    assert list(apart["source_record_id"]) == ["coarse"]
    assert len(pyogrio.read_dataframe(path, layer="aggregates")) == 1


def test_styles_of_a_geopackage_are_those_of_the_legend(opened):
    path = opened("gpkg", layers=("corridors", "hexagons", "taxation", "coarse"))
    styles = pyogrio.read_dataframe(path, layer="layer_styles").set_index("f_table_name")
    shaped = {name for name, kind in pyogrio.list_layers(path) if kind}
    assert set(styles.index) == shaped and styles["useAsDefault"].all()
    for name in shaped:
        root = ET.fromstring(styles.loc[name, "styleQML"].partition("\n")[2])
        renderer = root.find("renderer-v2")
        values = {c.get("value") for c in renderer.iter("category")}
        rows = pyogrio.read_dataframe(path, layer=name)
        assert set(rows[renderer.get("attr")]) <= values
        symbols = {s.get("name") for s in renderer.iter("symbol")}
        assert {c.get("symbol") for c in renderer.iter("category")} == symbols


def test_parquet_opens_in_pandas_and_geopandas(opened):
    assert sorted(pandas.read_parquet(opened("parquet"))["source_record_id"]) == IDS
    shapes = geopandas.read_parquet(opened("geoparquet")).set_index("source_record_id")
    assert shapes.crs.to_epsg() == 4326 or shapes.crs.to_string() == "OGC:CRS84"
    assert (shapes.geometry["open"].x, shapes.geometry["open"].y) == (-0.04, 16.27)
    assert shapes.geometry["coarse"] is None


def test_geojson_opens_in_gdal(opened):
    rows = geopandas.read_file(opened("geojson")).set_index("source_record_id")
    assert sorted(rows.index) == IDS
    assert rows.geometry["open"].x == -0.04 and rows.geometry["coarse"] is None


def test_kml_opens_in_gdal_and_keeps_values_as_text(opened, hostile):
    path = opened("kml", snapshot=hostile, layers=("corridors",))
    rows = pyogrio.read_dataframe(path, layer="Incidents")
    assert list(rows["notes"]) == [HOSTILE] and list(rows["source_record_id"]) == ["=1+1"]
    assert rows.geometry[0].x == -0.04
    assert len(pyogrio.read_dataframe(path, layer="corridors_lines")) > 5
    text = path.read_text(encoding="utf-8")
    assert "<script" not in text and "<b onclick" not in text
    # What a globe shows in a balloon is of this product alone.
    space = {"k": "http://www.opengis.net/kml/2.2"}
    root = ET.fromstring(text)
    balloons = {one.text for one in root.iterfind(".//k:BalloonStyle/k:text", space)}
    assert balloons == {"$[name]"}
    assert "alert" not in " ".join(one.text or "" for one in root.iterfind(".//k:name", space))


def test_hxl_opens_in_its_reference_reader(opened):
    with hxl.data(str(opened("hxl")), hxl.InputOptions(allow_local=True)) as source:
        tags = [column.display_tag for column in source.columns]
        rows = [row.values for row in source]
    assert tags == [TAGS[name] for name in EXPORTED]
    assert sorted(row[tags.index("#event+id")] for row in rows) == IDS


def test_every_field_has_a_hashtag_of_its_own():
    assert set(TAGS) == set(EXPORTED) and len(set(TAGS.values())) == len(TAGS)


def test_csv_holds_values_as_they_are(opened, hostile):
    with opened("csv", snapshot=hostile).open(encoding="utf-8", newline="") as source:
        (row,) = csv.DictReader(source)
    assert (row["notes"], row["source_record_id"]) == (HOSTILE, "=1+1")


def test_a_readme_shows_values_of_files_as_text(package, hostile):
    readme = package("csv", snapshot=hostile)["README.md"].decode()
    assert r"A \| \[b\]\(javascript:x\) \<i\>" in readme and "<i>" not in readme
    assert r"\<img src=x\>" in readme and re.search(r"(?<!\\)<(?!https:)", readme) is None


@pytest.mark.parametrize("form", ALL)
def test_no_notes_leaves_free_text_out(package, bring, store, form):
    bring(plain({"notes": "QQfree text", "unit": "QQsacks", "quantity": "3", "lon": 12.5},
                extra=["unit", "quantity"]))
    contents = package(form, notes=False, snapshot=store.require(),
                       layers=("incidents",) if form in ("gpkg", "kml") else ())
    for name, content in contents.items():
        whole = content
        if content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(content)) as inner:
                whole = b"".join(inner.read(one) for one in inner.namelist())
        assert b"QQfree" not in whole, name
    told = json.loads(contents["metadata.json"])
    names = [field["name"] for field in told["resources"][0]["schema"]["fields"]]
    assert names == [column.name for column in of_incidents(notes=False)]
    assert "notes" not in names


@pytest.mark.parametrize("form", ALL)
def test_the_same_package_is_the_same_bytes(mixed, settings, tmp_path, form):
    layers = ("hexagons", "corridors") if form in ("gpkg", "kml") else ()
    paths = [tmp_path / f"{n}.zip" for n in (1, 2)]
    for path in paths:
        save(mixed, settings, Order(form, layers=layers), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize("form", ALL)
def test_metadata_describes_each_file(package, form):
    import hashlib

    contents = package(form)
    told = json.loads(contents["metadata.json"])
    assert {one["path"] for one in told["resources"]} == set(contents) - {"metadata.json"}
    for one in told["resources"]:
        content = contents[one["path"]]
        assert one["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        assert one["bytes"] == len(content)
    fields = told["resources"][0]["schema"]["fields"]
    assert all(field["type"] and field["description"] for field in fields)
    assert [(one["title"], one["licence"]) for one in told["sources"]] == [
        ("Closed source", "acled"), ("Open source", "cc-by-4.0"),
        ("Closed source", "no-redistribution"), ("Silent source", "unstated")]
    assert {"name": "cc-by-4.0", "title": "CC BY 4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/"} in told["licenses"]


def test_numbers_reconcile(package):
    told = json.loads(package("csv")["metadata.json"])["atlas"]
    counts = told["incidents"]
    assert counts["selected"] == 11 and counts["leaving"] == 3
    assert sum(one["incidents"] for one in counts["withheld"]) == 8
    assert counts["aggregated"] == {"Closed source": 6} and counts["untold"] == {"Closed source": 1}
    for one in told["precision"].values():
        assert sum(row["incidents"] for row in one) == counts["leaving"]


def test_a_public_address_gives_a_permalink(mixed, settings, tmp_path):
    from dataclasses import replace

    own = replace(settings, public_address="https://atlas.example.org/")
    save(mixed, own, Order("csv", Selection.of(country=["ML"])), tmp_path / "x.csv")
    told = json.loads((tmp_path / "x.csv.metadata.json").read_text())
    assert told["homepage"] == "https://atlas.example.org/?country=ML"
    assert "atlas.example.org" in (tmp_path / "x.csv.README.md").read_text()


def test_a_french_readme_has_its_spaces_before_a_colon(package):
    readme = package("csv", language="fr")["README.md"].decode()
    named = [line for line in readme.splitlines() if line.startswith("- **Open source**")]
    assert len(named) == 1 and named[0].endswith("· Incidents\u00a0: 2")
