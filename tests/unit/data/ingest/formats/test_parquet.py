"""Parquet and GeoParquet: typed columns as a CSV file would write them."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import geopandas
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely

from data.errors import UnreadableFileError

DAY = dt.datetime(2019, 3, 7)
LATE = dt.datetime(2019, 3, 7, 23, 30, 0, 250_000)
VALUES = {
    "int": (pa.int64(), [2**60 + 1, None], ["1152921504606846977", ""]),
    "float": (pa.float64(), [5.0, 0.1], ["5", "0.1"]),
    "float32": (pa.float32(), [16.27, -0.04], ["16.27", "-0.04"]),
    "nan": (pa.float64(), [float("nan"), 1e22], ["", "10000000000000000000000"]),
    "decimal": (pa.decimal128(20, 4), [Decimal("1.5000"), Decimal("-3")], ["1.5000", "-3.0000"]),
    "bool": (pa.bool_(), [True, None], ["yes", ""]),
    "date": (pa.date32(), [DAY.date(), None], ["2019-03-07", ""]),
    "date64": (pa.date64(), [DAY.date(), None], ["2019-03-07", ""]),
    "time": (pa.time64("us"), [dt.time(4, 5), None], ["04:05:00.000000", ""]),
    "moment": (pa.timestamp("us"), [DAY, LATE], ["2019-03-07", "2019-03-07 23:30:00.25"]),
    "nanoseconds": (pa.timestamp("ns"), [DAY, None], ["2019-03-07", ""]),
    # Eleven at night in Bamako's zone is another day in some others.
    "zoned": (pa.timestamp("s", "America/New_York"), [dt.datetime(2019, 3, 8, 2, tzinfo=dt.UTC),
                                                      None], ["2019-03-07 21:00:00", ""]),
    "words": (pa.dictionary(pa.int32(), pa.string()), ["Ségou", None], ["Ségou", ""]),
    "large": (pa.large_string(), [" a\n", ""], [" a\n", ""]),
    "list": (pa.list_(pa.string()), [["a", "b"], []], ["a;b", ""]),
    "dates": (pa.list_(pa.date32()), [[DAY.date()], None], ["2019-03-07", ""]),
    "struct": (pa.struct([("d", pa.date32())]), [{"d": DAY.date()}, None],
               ['{"d": "2019-03-07"}', ""]),
    "bytes": (pa.binary(), [b"\xff\x00", None], ["ff00", ""]),
    "nothing": (pa.null(), [None, None], ["", ""]),
}


@pytest.mark.parametrize("name", VALUES)
def test_values_are_written_as_a_csv_file_would(tmp_path, rows, name):
    kind, values, shown = VALUES[name]
    pq.write_table(pa.table({"x": pa.array(values, kind)}), tmp_path / "x.parquet")
    assert [r["x"] for r in rows(tmp_path / "x.parquet")] == shown


def test_row_groups_and_batches_are_one_table(tmp_path, rows):
    pq.write_table(pa.table({"n": list(range(25))}), tmp_path / "x.parquet", row_group_size=7)
    assert [r["n"] for r in rows(tmp_path / "x.parquet", batch=4)] == [str(n) for n in range(25)]


@pytest.mark.parametrize("encoding", ["WKB", "geoarrow"])
def test_shapes_are_points_in_degrees(tmp_path, rows, encoding):
    frame = geopandas.GeoDataFrame(
        {"n": [1, 2]}, geometry=[shapely.Point(-3, 16), None], crs=4326).to_crs(32630)
    frame.to_parquet(tmp_path / "x.parquet", geometry_encoding=encoding)
    found = rows(tmp_path / "x.parquet")
    assert [(r["geometry_lat"], r["geometry_lon"]) for r in found] == [("16.0", "-3.0"), ("", "")]


def test_shapes_without_a_system_are_degrees(tmp_path, rows):
    frame = geopandas.GeoDataFrame({"n": [1]}, geometry=[shapely.Point(-3, 16)], crs=4326)
    frame.to_parquet(tmp_path / "x.parquet")
    table = pq.read_table(tmp_path / "x.parquet")
    about = json.loads(table.schema.metadata[b"geo"])
    del about["columns"]["geometry"]["crs"]
    pq.write_table(table.replace_schema_metadata({"geo": json.dumps(about)}),
                   tmp_path / "y.parquet")
    assert rows(tmp_path / "y.parquet")[0]["geometry_lon"] == "-3.0"


def test_shapes_in_a_way_that_is_not_read_are_told(tmp_path, rows):
    frame = geopandas.GeoDataFrame({"n": [1]}, geometry=[shapely.box(0, 0, 1, 1)], crs=4326)
    frame.to_parquet(tmp_path / "x.parquet", geometry_encoding="geoarrow")
    with pytest.raises(UnreadableFileError, match=r"not understood \(polygon\)"):
        rows(tmp_path / "x.parquet")


@pytest.mark.parametrize("geo", ["no json", "[]", '{"primary_column": 7}', '{"columns": []}',
                                 '{"primary_column": "gone", "columns": {"gone": {}}}'])
def test_words_on_shapes_that_make_no_sense_are_passed_over(tmp_path, rows, geo):
    table = pa.table({"n": [1]}).replace_schema_metadata({"geo": geo})
    pq.write_table(table, tmp_path / "x.parquet")
    assert rows(tmp_path / "x.parquet") == [{"n": "1"}]


def test_a_damaged_file_is_a_sentence(tmp_path, rows):
    pq.write_table(pa.table({"n": list(range(999))}), tmp_path / "x.parquet")
    whole = (tmp_path / "x.parquet").read_bytes()
    refused = 0
    for cut in range(4, len(whole), 61):
        for data in (whole[:cut], whole[:cut] + b"\xff" * 6 + whole[cut + 6:]):
            (tmp_path / "x.parquet").write_bytes(data)
            try:
                rows(tmp_path / "x.parquet")
            except UnreadableFileError as error:
                assert "Parquet, and damaged" in str(error)
                refused += 1
    assert refused > 10
