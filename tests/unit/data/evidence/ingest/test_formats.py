"""Evidence in every format goes the same way as incidents do."""

from __future__ import annotations

import gzip

import geopandas
import openpyxl
import pytest
import shapely

from data.errors import AtlasError, UndecidedError
from data.evidence import base
from tests.unit.data.evidence.conftest import LEVY, levies

SITE = {"id": "s1", "document": "An invented survey", "says_en": "x", "kind": "market"}


@pytest.fixture
def workbook(tmp_path):
    """Write a workbook of sheets, each a list of records."""
    def write(**sheets):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, records in sheets.items():
            sheet = book.create_sheet(name)
            for row in ([*records[0]], *([*record.values()] for record in records)):
                sheet.append(row)
        book.save(tmp_path / "book.xlsx")
        return tmp_path / "book.xlsx"

    return write


def test_the_sheet_with_a_tables_columns_is_taken_and_told(add, workbook):
    path = workbook(Codes=[{"code": "1", "label": "x"}], Levies=[LEVY], Notes=[{"a": 1, "b": 2}])
    (counts,) = [add(path).report.counts]
    assert (counts.rows_read, counts.accepted) == (1, 1)
    assert any("“Levies” was read" in note for note in counts.notes)


def test_sheets_that_need_a_choice_ask_for_it(add, workbook):
    path = workbook(A=[LEVY], B=[{**LEVY, "id": "l2", "remark": "x"}])
    with pytest.raises(UndecidedError, match="--sheet"):
        add(path)
    assert add(path, sheets=("b",)).report.counts.accepted == 1


def test_a_packed_file_is_the_same_import(add, store):
    add(levies({}))
    assert add(gzip.compress(levies({}).encode()), name="file.csv.gz").report.counts.unchanged == 1
    assert store.require() is not None


def test_shapes_of_parquet_place_a_record(add, store, tmp_path):
    box = shapely.box(-1, 16, 0, 17)
    geopandas.GeoDataFrame([{**SITE, "place": "An invented area"}], geometry=[box],
                           crs="EPSG:4326").to_parquet(tmp_path / "sites.parquet")
    outcome = add(tmp_path / "sites.parquet", "sites")
    (place,) = base.of(store.require()).find("sites", "s1").where
    assert place.shape.equals(box) and outcome.report.ignored == ()


def test_one_shape_outside_its_system_refuses_the_file(add, tmp_path):
    frame = geopandas.GeoDataFrame([SITE, {**SITE, "id": "s2"}, {**SITE, "id": "s3"}],
                                   geometry=[shapely.Point(0, 16), shapely.Point(0, 160),
                                             shapely.Point(0, 15)], crs="EPSG:4326")
    frame.to_file(tmp_path / "x.gpkg")
    with pytest.raises(AtlasError, match="do not lie in the coordinate system"):
        add(tmp_path / "x.gpkg", "sites")
