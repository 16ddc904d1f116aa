"""Every format becomes the same rows, whatever the file is called."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.errors import UndecidedError, UnreadableFileError
from data.ingest.formats import unpack
from data.ingest.formats.base import How
from data.ingest.formats.opening import MOST_COLUMNS, opened
from tests.formats import COLUMNS, WRITERS, delimited, row, workbook, zipped

ROWS = [row(1), row(2, notes="“Ségou”, été; a\ttab\nand a line", killed=None),
        row(3, lat=None, lon=None, where_prec=None)]
NOTE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn", "Co"])
               | st.sampled_from('\n"\',;\t|=é€#'), max_size=40)
TEXT = "date,lat,lon\n2019-03-07,16.27,-0.04\n"


def plain(found):
    """Return the point and the other columns, wherever the format keeps them."""
    result = []
    for each in found:
        lat = each.get("lat", each.get("geometry_lat"))
        lon = each.get("lon", each.get("geometry_lon"))
        result.append({**{k: each[k] for k in COLUMNS if k not in ("lat", "lon")},
                       "lat": lat, "lon": lon})
    return result


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_table_is_the_same_rows(tmp_path, rows, name):
    said = ["" if v is None else str(v) for r in ROWS for v in r.values()]
    found = plain(rows(WRITERS[name](tmp_path / name, ROWS)))
    assert [each[column] for each in found for column in COLUMNS] == said


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(st.tuples(NOTE, st.floats(-60, 60), st.floats(-170, 170)), min_size=1,
                      max_size=5))
def test_any_words_and_numbers_are_the_same_rows(tmp_path_factory, rows, name, drawn):
    # Universal Transverse Mercator has no numbers for the other side of the world.
    table = [row(i, notes=note, lat=round(lat, 5), lon=round(lon / 20 if "utm" in name else lon, 5))
             for i, (note, lat, lon) in enumerate(drawn)]
    found = plain(rows(WRITERS[name](tmp_path_factory.mktemp("x") / name, table)))
    assert [(f["notes"].strip(), float(f["lat"]), float(f["lon"]), f["date"]) for f in found] == [
        (r["notes"].strip(), r["lat"], r["lon"], "2019-03-07") for r in table]


def test_what_was_unpacked_is_gone_afterwards(tmp_path, monkeypatch):
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    path = zipped(delimited(), "x.csv")(tmp_path / "x.zip", ROWS)
    with opened([path], How()) as (table,):
        assert table.path.exists() and table.name == "x.csv"
        assert "x.zip" in str(table.notes[0])
        inside = table.path
    assert not inside.exists() and list((tmp_path / "scratch").iterdir()) == []


def test_packed_and_plain_are_the_same_content(tmp_path):
    paths = [WRITERS[name](tmp_path / name, ROWS) for name in ("x.csv", "x.csv.gz", "x.zip")]
    with opened(paths, How()) as tables:
        assert len({table.digest() for table in tables}) == 1


def packed(path: Path, members: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_several_tables_in_an_archive_are_asked_about(tmp_path, rows):
    path = packed(tmp_path / "x.zip", {"a/2019.csv": TEXT, "a/2020.csv": TEXT + TEXT[13:],
                                       "readme.txt": "x", "__MACOSX/a/._2019.csv": "x"})
    with pytest.raises(UndecidedError, match=r"a/2019\.csv, a/2020\.csv; name one with --layer"):
        rows(path)
    for name in ("2020", "2020.CSV", "a/2020.csv"):
        assert len(rows(path, layer=name)) == 2
    with pytest.raises(UnreadableFileError, match="no file “2021”"):
        rows(path, layer="2021")


def test_a_text_beside_nothing_else_is_the_table(tmp_path, rows):
    assert len(rows(packed(tmp_path / "x.zip", {"ged.txt": TEXT, "codebook.pdf": b"%PDF-1"}))) == 1


@pytest.mark.parametrize(("members", "why"), [
    ({}, "empty archive"),
    ({"a.pdf": b"%PDF", "b.md": "x"}, r"no table that is understood \(a\.pdf, b\.md\)"),
    ({"word/document.xml": "x"}, "Word document"),
    ({"xl/workbook.bin": "x"}, "binary Excel workbook"),
    ({"content.xml": "x", "mimetype": "x"}, "OpenDocument"),
    ({"doc.kml": "<kml/>"}, "KMZ"),
    ({"datapackage.json": '{"type": "x"}'}, "no table"),
    ({"xl/workbook.xml": "<workbook/>"}, "workbook is damaged"),
])
def test_an_archive_without_a_table_says_so(tmp_path, rows, members, why):
    with pytest.raises(UnreadableFileError, match=why):
        rows(packed(tmp_path / "x.zip", members))


def test_no_path_of_an_archive_is_followed(tmp_path, rows):
    (tmp_path / "in").mkdir()
    path = packed(tmp_path / "in" / "x.zip", {"../../evil.csv": TEXT})
    assert len(rows(path)) == 1
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["in", "x.zip"]


def test_what_unpacks_to_too_much_is_stopped(tmp_path, rows, monkeypatch):
    monkeypatch.setattr(unpack, "LARGEST", 1 << 20)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    big = (TEXT + " " * (1 << 21)).encode()
    (tmp_path / "x.csv.gz").write_bytes(gzip.compress(big))
    for path in (tmp_path / "x.csv.gz", packed(tmp_path / "x.zip", {"x.csv": big})):
        with pytest.raises(UnreadableFileError, match="unpacks to more than"):
            rows(path)
    assert not list(tmp_path.glob("atlas-*"))


def test_what_is_packed_over_and_over_is_refused(tmp_path, rows):
    data = TEXT.encode()
    for _ in range(3):
        data = gzip.compress(data)
    (tmp_path / "x.gz").write_bytes(data)
    with pytest.raises(UnreadableFileError, match=r"^x\.gz: it is packed more than twice"):
        rows(tmp_path / "x.gz")


def test_damaged_archives_get_a_sentence(tmp_path, rows):
    good = packed(tmp_path / "good.zip", {"x.csv": TEXT * 50}).read_bytes()
    for name, data in {"cut.zip": good[:60], "cut.gz": gzip.compress(TEXT.encode())[:-12],
                       "bad.gz": b"\x1f\x8b\x08" + b"x" * 30, "flip.zip": good.replace(
                           good[40:44], b"\xff\xff\xff\xff", 1)}.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(UnreadableFileError, match="damaged"):
            rows(tmp_path / name)


def test_a_tape_archive_is_told(tmp_path, rows):
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        info = tarfile.TarInfo("x.csv")
        info.size = len(TEXT)
        archive.addfile(info, io.BytesIO(TEXT.encode()))
    (tmp_path / "x.tgz").write_bytes(held.getvalue())
    with pytest.raises(UnreadableFileError, match="TAR archive"):
        rows(tmp_path / "x.tgz")


def test_a_sheet_can_be_named_inside_an_archive(tmp_path, rows):
    path = zipped(workbook, "x.xlsx")(tmp_path / "x.zip", ROWS)
    assert len(rows(path, sheets=("lists",))) == 1


def test_a_locked_archive_is_told(tmp_path, rows):
    data = bytearray(packed(tmp_path / "x.zip", {"x.csv": TEXT}).read_bytes())
    # The flag of encryption, in the local header and in the directory.
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "locked.zip").write_bytes(data)
    with pytest.raises(UnreadableFileError, match="damaged, locked"):
        rows(tmp_path / "locked.zip")


def test_a_workbook_that_is_cut_off_is_to_be_downloaded_again(tmp_path, rows):
    path = workbook(tmp_path / "x.xlsx", ROWS)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(UnreadableFileError, match=r"damaged.*download it again"):
        rows(path)


@pytest.mark.parametrize(("content", "why"), [
    ('{"date": "2019-03-07"}\n{"date": "2019-03-08"}\n', "a record a line, but not GeoJSON; save"),
    ('{"type": "FeatureCollection", "features": [\n{"a": 1}\n', "not whole GeoJSON"),
    ('{"status": 200,\n"data": []}', "JSON, but not GeoJSON"),
])
def test_other_json_is_told_from_damaged_geojson(tmp_path, rows, content, why):
    (tmp_path / "x.json").write_text(content)
    with pytest.raises(UnreadableFileError, match=why):
        rows(tmp_path / "x.json")


@pytest.mark.parametrize("more", [0, 1])
def test_a_matrix_is_no_table(tmp_path, more):
    columns, path = MOST_COLUMNS + more, tmp_path / "matrix.csv"
    path.write_text(",".join(f"c{i}" for i in range(columns)) + f"\n1{',1' * (columns - 1)}\n")
    if more:
        with pytest.raises(UnreadableFileError, match="columns"), opened([path], How()):
            pass
    else:
        with opened([path], How()) as tables:
            assert len(tables[0].header.names) == columns
