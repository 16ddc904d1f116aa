"""What a file is, by its content."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest

from data.errors import AtlasError, UnreadableFileError, UsageError
from data.ingest.sniff import HEAD, sniff

TABLE = "date,lat,lon\n2019-01-01,14,-3\n"


def zipped() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return target.getvalue()


DISGUISED = {
    "empty": (b"", "it is empty"),
    "blank": (b" \r\n\t\n", "it is empty"),
    "byte order mark alone": (b"\xef\xbb\xbf", "it is empty"),
    "zeros": (bytes(1000), "it is empty"),
    "xlsx": (zipped(), "ZIP archive or an office document"),
    "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1" + bytes(600), "old Excel"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", "PDF"),
    "gzip": (gzip.compress(TABLE.encode()), "gzip"),
    "parquet": (b"PAR1\x15\x04\x15", "Parquet"),
    "geopackage": (b"SQLite format 3\x00" + bytes(80), "GeoPackage"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
    "web page": (b"<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
    "web page late": (b"\xef\xbb\xbf\n <!-- x --><HTML>", "web page"),
    "xml": (b"<?xml version='1.0'?><table/>", "XML"),
    "kml": (b"<?xml version='1.0'?>\n<kml xmlns='x'><Document/></kml>", "KML file; save it as Geo"),
    "gpx": (b"<gpx version='1.1'></gpx>", "GPX file; save it as Geo"),
    "json": (b'{"type": "FeatureCollection"}', "JSON"),
    "binary": (bytes(range(256)) * 40, "binary"),
    "utf-16 without a mark": (TABLE.encode("utf-16-le"), "binary"),
    "latin-1": ("date,lat,lon\n2019-01-01,é,1\n".encode("latin-1"),
                r"not UTF-8 \(after record 0\)"),
    "prose": (b"Dear colleague\nplease find attached\n", "no columns"),
}


@pytest.mark.parametrize("name", DISGUISED)
def test_a_file_in_disguise_gets_one_sentence(tmp_path, name):
    content, why = DISGUISED[name]
    path = tmp_path / "incidents.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=rf"^incidents\.csv: .*{why}.*\.$") as raised:
        sniff(path)
    assert raised.value.exit_status == 1
    assert "\n" not in str(raised.value)
    assert raised.value.render("fr") != str(raised.value)


@pytest.mark.parametrize(("text", "delimiter"), [
    ("a,b,c\n1,2,3\n", ","), ("a;b;c\n1,5;2;3\n", ";"), ("a\tb\n1\t2\n", "\t"), ("a|b\n1|2\n", "|"),
    ('"a,b,c";d\n1;2\n', ";"), ("\n\na;b\n1;2\n", ";"), ('"a;x;y;z",b\n', ","),
])
def test_the_delimiter_is_the_headers(tmp_path, text, delimiter):
    path = tmp_path / "x"
    path.write_text(text)
    assert sniff(path).delimiter == delimiter


@pytest.mark.parametrize(("encoding", "said", "found"), [
    ("utf-8", None, "utf-8"), ("utf-8-sig", None, "utf-8-sig"), ("utf-16", None, "utf-16"),
    ("utf-16-le", "utf-16-le", "utf-16-le"), ("latin-1", "windows-1252", "cp1252"),
    ("utf-8-sig", "UTF8", "utf-8-sig"),
])
def test_the_encoding_is_found_or_taken(tmp_path, encoding, said, found):
    path = tmp_path / "x"
    path.write_bytes("date,lieu\n2019,Ségou\n".encode(encoding))
    assert sniff(path, said).encoding == found


@pytest.mark.parametrize("name", ["klingon", "rot13", "base64", "hex", "utf-7", "unicode_escape",
                                  "idna", "undefined"])
def test_an_encoding_that_is_none_is_wrong_usage(tmp_path, name):
    path = tmp_path / "x"
    path.write_text(TABLE)
    with pytest.raises(UsageError, match=f"no encoding “{name}”"):
        sniff(path, name)


def test_a_character_across_the_end_of_what_is_sniffed_is_whole(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"a,b\n" + b"x" * (HEAD - 5) + "é,1\n".encode())
    assert sniff(path).encoding == "utf-8"


def test_what_is_no_file_gets_a_sentence(tmp_path):
    with pytest.raises(UnreadableFileError, match="there is no such file"):
        sniff(tmp_path / "absent.csv")
    with pytest.raises(UnreadableFileError, match="it is a folder"):
        sniff(tmp_path)
    with pytest.raises(UnreadableFileError, match=r"^\.: it is a folder"):
        sniff(Path())
    with pytest.raises(AtlasError):
        sniff(tmp_path / ("x" * 5000))
    with pytest.raises(AtlasError):
        sniff(tmp_path / "a\0b")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_refused_rather_than_half_read(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableFileError, match="it is a pipe"):
        sniff(tmp_path / "pipe")


def test_a_name_that_is_no_text_is_made_one(tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.csv")
    try:
        path.write_text(TABLE)
    except OSError:
        pytest.skip("the file system takes names in UTF-8 only")
    assert sniff(path).name.encode() == b"caf?.csv"
