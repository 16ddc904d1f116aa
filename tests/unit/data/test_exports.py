"""Exports: every row that may leave, none that may not, whole files only."""

from __future__ import annotations

import csv
import io
import json

import pyarrow.parquet as pq
import pytest

from data.exports import FORMATS, SYNTHETIC_NOTICE, export, export_file
from data.model import EXPORTED
from data.selection import Selection
from tests.support import plain

SECRET = "the notes of a closed record"


def ids(form: str, content: bytes) -> list[str]:
    if form == "csv":
        return [row["source_record_id"] for row in csv.DictReader(
            io.StringIO(content.decode(), newline=""))]
    if form == "geojson":
        return [f["properties"]["source_record_id"] for f in json.loads(content)["features"]]
    return pq.read_table(io.BytesIO(content))["source_record_id"].to_pylist()


@pytest.fixture
def mixed(bring, store):
    """Rows under four licences, of which one forbids and one is not known."""
    rows = [{"id": "open", "licence": "cc-by-4.0"}, {"id": "unsaid", "licence": ""},
            {"id": "closed", "licence": "acled", "notes": SECRET},
            {"id": "odd", "licence": "a licence nobody knows", "notes": SECRET}]
    bring(plain(*rows, extra=["id", "licence"]))
    return store.require()


def test_what_may_not_be_passed_on_never_leaves_in_any_format(mixed):
    for form in FORMATS:
        target = io.BytesIO()
        report = export(mixed, Selection(), form, target)
        assert sorted(ids(form, target.getvalue())) == ["open", "unsaid"]
        assert (report.written, report.stayed) == (2, 2)
        assert SECRET.encode() not in target.getvalue()
        assert "2 left out" in report.sentence().render("en")


def test_a_licence_given_at_import_holds_for_all_rows(bring, store, tmp_path):
    bring(plain({}), licence="acled")
    report = export_file(store.require(), Selection(), "csv", tmp_path / "out.csv")
    assert (report.written, report.withheld) == (0, {"file.csv": 1})
    assert (tmp_path / "out.csv").read_text().splitlines() == [",".join(EXPORTED)]


@pytest.mark.parametrize("form", FORMATS)
def test_invented_rows_say_so(demo_store, form):
    target = io.BytesIO()
    export(demo_store.require(), Selection.of(kind=["kidnapping"], to="2016"), form, target)
    content = target.getvalue()
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
        assert rows and {row["synthetic"] for row in rows} == {"true"}
    elif form == "geojson":
        found = json.loads(content)
        assert found["notice"] == SYNTHETIC_NOTICE
        assert all(f["properties"]["synthetic"] for f in found["features"])
    else:
        found = pq.read_table(io.BytesIO(content))
        assert found.schema.metadata[b"notice"].decode() == SYNTHETIC_NOTICE


def test_a_point_is_longitude_first_and_none_where_there_is_none(bring, store):
    bring(plain({"notes": "here"}, {"lat": "", "lon": "", "notes": "somewhere"}))
    target = io.BytesIO()
    export(store.require(), Selection(), "geojson", target)
    found = {f["properties"]["notes"]: f["geometry"] for f in
             json.loads(target.getvalue())["features"]}
    assert found == {"here": {"type": "Point", "coordinates": [-0.04, 16.27]}, "somewhere": None}


def test_odd_text_survives_every_format(bring, store):
    note = 'a "quoted"; text,\nof two lines, {braces}, 😀 and =1+1'
    bring(plain({"notes": note}))
    for form in FORMATS:
        target = io.BytesIO()
        export(store.require(), Selection(), form, target)
        content = target.getvalue()
        if form == "csv":
            (row,) = csv.DictReader(io.StringIO(content.decode(), newline=""))
        elif form == "geojson":
            row = json.loads(content)["features"][0]["properties"]
        else:
            (row,) = pq.read_table(io.BytesIO(content)).to_pylist()
        assert row["notes"] == note


def test_a_file_appears_only_once_it_is_whole(mixed, tmp_path, monkeypatch):
    target = tmp_path / "out.csv"
    target.write_text("before")

    def stop(*_: object) -> int:
        raise RuntimeError("half-way")

    monkeypatch.setitem(FORMATS, "csv", stop)
    with pytest.raises(RuntimeError):
        export_file(mixed, Selection(), "csv", target)
    assert target.read_text() == "before"
    assert [p.name for p in tmp_path.glob("out*")] == ["out.csv"]
