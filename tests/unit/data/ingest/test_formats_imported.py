"""Files of every format on their way into the store: what only an import shows of them."""

from __future__ import annotations

import json
import warnings
import zipfile

import geopandas
import openpyxl
import pytest
import shapely

from data.errors import UndecidedError
from data.ingest.cut_names import complete
from tests.support import UCDP_RELEASE, held, only

AREA = {"type": "Polygon", "coordinates": [[[-0.1, 16.2], [0.1, 16.2], [0.1, 16.4], [-0.1, 16.2]]]}
REGION = {"type": "Polygon", "coordinates": [[[-3, 14], [1, 14], [1, 18], [-3, 14]]]}
POINT = {"type": "Point", "coordinates": [-0.04, 16.27]}


def features(*pairs):
    return json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": shape, "properties": {"date": "2019-03-07", **more}}
        for shape, more in pairs]})


def flags(row):
    return [flag["reason"] for flag in row["flags"]]


@pytest.mark.parametrize(("shape", "said", "precision", "doubts"), [
    (POINT, None, 2, ["where_precision_unstated"]), (POINT, 1, 1, []),
    (AREA, None, 2, ["point_of_shape"]), (AREA, 1, 2, ["point_of_shape"]),
    (AREA, 4, 4, ["point_of_shape"]), (REGION, 1, 5, ["point_of_shape"]),
])
def test_a_shape_is_as_exact_as_it_is_large(bring, store, shape, said, precision, doubts):
    bring(features((shape, {"where_prec": said})), "x.json")
    row = only(store)
    assert (row["where_precision"], flags(row)) == (precision, doubts)
    assert shapely.from_geojson(json.dumps(shape)).covers(shapely.Point(row["lon"], row["lat"]))


def test_a_files_own_degrees_go_before_its_shapes(bring, store):
    bring(features((POINT, {"latitude": 14.5, "longitude": -4.2})), "x.json")
    assert (only(store)["lat"], only(store)["lon"]) == (14.5, -4.2)
    bring(features((POINT, {"latitude": 14.5, "longitude": -4.2})), "y.json",
          map=["lat=geometry_lat", "lon=geometry_lon"])
    assert {row["lat"] for row in held(store)} == {14.5, 16.27}


def test_columns_of_a_grid_do_not_go_before_shapes_in_degrees(bring, store):
    bring(features((POINT, {"x": 815_000, "y": 1_800_000})), "x.json")
    assert (only(store)["lat"], only(store)["lon"]) == (16.27, -0.04)


def test_a_shape_that_means_nothing_rejects_its_record_alone(bring, store):
    bad = {"type": "Point", "coordinates": ["x", "y"]}
    outcome = bring(features((POINT, {}), (bad, {"pays": "Mali"}), (POINT, {})), "x.json")
    assert outcome.report.total("accepted") == 2
    (reject,) = outcome.rejects
    assert (reject.record, set(reject.reasons)) == (2, {"lat_not_a_number", "lon_not_a_number"})
    assert reject.fields["pays"] == "Mali"


def test_a_damaged_line_is_rejected_with_its_text(bring):
    line = features((POINT, {})).split('"features": [')[1][:-2]
    outcome = bring(f'{line}\n{{"type": "Fea\n{line}\n', "x.geojsonl")
    assert outcome.report.total("rows_read") == 3
    assert [r.reasons for r in outcome.rejects] == [("not_a_feature",)]
    assert '{"type": "Fea' in outcome.rejects[0].fields.values()


def test_units_are_not_taken_for_incidents_unasked(bring):
    units = features((REGION, {"ADM1_PCODE": "ML01"}), (AREA, {"ADM1_PCODE": "ML02"}))
    with pytest.raises(UndecidedError, match=r"Are its areas incidents\?.*app\.py boundaries"):
        bring(units, "x.json")
    assert bring(units, "x.json", map=["date_start=date"]).report.total("accepted") == 2


def test_points_with_the_codes_of_units_are_incidents(bring):
    assert bring(features((POINT, {"ADM1_PCODE": "ML01"})), "x.json").report.total("accepted") == 1


def test_names_that_a_shapefile_cut_are_completed():
    cut = [name[:10] for name in UCDP_RELEASE]
    assert complete([c for c in cut if cut.count(c) == 1])[:3] == ["id", "relid", "year"]
    full = complete(["id", "TYPE_OF_VI", "where_prec", "where_coor", "side_a", "side_b",
                     "latitude", "longitude", "date_start", "date_end", "date_prec"])
    assert full[1:4] == ["type_of_violence", "where_prec", "where_coordinates"]


def test_names_that_could_be_several_stay_cut():
    assert complete(["named_admi", "source_rec", "own_column", "fatalities"]) == [
        "named_admi", "source_record_id", "own_column", "fatalities"]
    assert complete(["source_rec", "source_rec"]) == ["source_rec", "source_rec"]


def test_a_cut_shapefile_is_its_source_and_says_so(bring, store, tmp_path):
    event = {"id": 7, "type_of_violence": 3, "where_prec": 1, "date_prec": 1, "side_a": "A",
             "side_b": "B", "latitude": 16.27, "longitude": -0.04, "date_start": "2019-03-07",
             "date_end": "2019-03-07", "country": "Mali", "best": 2}
    frame = geopandas.GeoDataFrame([event], geometry=[shapely.Point(-0.04, 16.27)], crs=4326)
    with warnings.catch_warnings():
        # That it cuts the names is what this test wants.
        warnings.simplefilter("ignore")
        frame.to_file(tmp_path / "ged.shp")
    with zipfile.ZipFile(tmp_path / "ged.zip", "w") as archive:
        for part in tmp_path.glob("ged.*"):
            if part.suffix != ".zip":
                archive.write(part, part.name)
    outcome = bring((tmp_path / "ged.zip").read_bytes(), "ged.zip")
    (report,) = outcome.report.files
    assert (report.preset, only(store)["kind"]) == ("ucdp-ged", "violence.attack_on_civilians")
    assert any("type_of_violence (type_of_vi)" in note for note in report.notes)
    assert outcome.report.as_json()["notes"] == report.notes


def test_a_file_without_a_header_is_read_by_number(bring, store):
    text = "2019-03-07;16.27;-0.04;3\n2019-03-08;16.27;-0.04;4\n"
    with pytest.raises(UndecidedError, match=r"^x\.csv: Which columns does it have\?.*--no-header"):
        bring(text, "x.csv")
    bring(text, "x.csv", header=False, map=["date=column_1", "lat=column_2", "lon=column_3",
                                            "fatalities=column_4"])
    assert [row["fatalities_best"] for row in held(store)] == [3, 4]


def test_the_same_workbook_by_another_sheet_is_another_import(bring, store, tmp_path):
    book = openpyxl.Workbook()
    for name, day in (("A", "2019-03-07"), ("B", "no day")):
        sheet = book.create_sheet(name)
        for row in (["date", "pays", name], [day, "Mali", 1], ["2019-03-09", "Mali", 2]):
            sheet.append(row)
    book.save(tmp_path / "made.xlsx")
    content = (tmp_path / "made.xlsx").read_bytes()
    first = bring(content, "x.xlsx", sheets=["A"])
    second = bring(content, "x.xlsx", sheets=["B"])
    assert (first.report.total("accepted"), second.report.total("unchanged")) == (2, 1)
    assert second.report.snapshot and len(held(store)) == 2


def test_a_year_a_sheet_is_one_file_with_one_report(bring, tmp_path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    columns = ("Seizure Date,Country/Territory of Seizure,ISO3,Subregion,Region,Drug/Substance,"
               "Quantity Seized,Measurement Unit,City,Administrative Region,Source").split(",")
    for year in (2019, 2020):
        sheet = book.create_sheet(str(year))
        sheet.append(columns)
        sheet.append([f"{year}-05-04", "Mali", "MLI", "West Africa", "Africa", "Cannabis", 1.5,
                      "Kilogram", "Gao", "Gao", "Invented"])
    book.save(tmp_path / "made.xlsx")
    (report,) = bring((tmp_path / "made.xlsx").read_bytes(), "x.xlsx").report.files
    assert (report.preset, report.rows_read, report.accepted) == ("unodc-ids", 2, 2)
