"""Random tables, encodings, delimiters and damage never break the sum of an import, nor the store.

An undamaged table gives the very same incidents in every format.
"""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import io
import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import app
from data.store import Store
from tests.formats import WRITERS, Row, delimited, row
from tests.support import held

# An import takes a second; rows of every format are compared by the hundred without a store.
FEW = settings(max_examples=8)
MANY = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
PARTS = ("accepted", "updated", "unchanged", "merged", "rejected")
PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn", "Co"])
                | st.sampled_from('\n"\',;\t|=é€#'), max_size=40)
ROW = st.fixed_dictionaries({
    "date": st.dates(dt.date(1990, 1, 1), dt.date(2025, 12, 31)),
    "kind": st.sampled_from(["kidnapping", "Cattle theft", "Saisie de carburant", "?", "unheard"]),
    "point": st.none() | st.tuples(st.floats(10, 25), st.floats(-12, 4)),
    "country": st.sampled_from(["Mali", "Niger", "Burkina Faso"]),
    "where_prec": st.none() | st.integers(1, 7),
    "killed": st.none() | st.integers(0, 10_000),
    "notes": PLAIN,
})
TABLE = st.lists(ROW, min_size=1, max_size=6)
FIELD = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["2019-03-07", "07/03/2019", "03/07/2019", "", "-", "nan", "16.27", "-0,04", "999", "1e999",
     "Mali", "Gao", '"', "=1+1", "#N/A", "1 234", "inf", "0", "é", "\x00", "null"])
USUAL = {"date": ["2019-03-07", "2020-12-31", "2018", ""], "lat": ["16.27", "-91", "", "12,5"],
         "lon": ["-0.04", "181", "", "3"], "pays": ["Mali", "Niger", "Nulle part", ""]}
NAMES = ("id", "type", "morts", "where_prec", "source", "notes", "",
         "x", "y", "montant", "licence", "acteurs", "événement")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1", "utf-16-le", "cp850")


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """A folder of an example's own, since an example is not a test."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def call(*words: object) -> tuple[int, str, str]:
    """Run the command line; whatever it does not expect is raised here."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = app.main([str(word) for word in words])
        except SystemExit as stop:
            status = int(stop.code or 0)
    return status, out.getvalue(), err.getvalue()


def bring(folder: Path, path: Path, *options: str) -> tuple[int, dict[str, Any]]:
    """Import a file, and see that it ended as imports may: a sum that holds, or a sentence."""
    store = folder / "store"
    status, out, err = call("import", path, "--source", "An invented source", "--store", store,
                            "--json", *options)
    assert status in (0, 1), err
    assert "Traceback" not in err
    if not out:
        assert status == 1 and err.count("\n") == 1, err
        return status, {}
    report = json.loads(out)
    assert report["rows_read"] == sum(report[name] for name in PARTS)
    assert status == (0 if report["rows_read"] > report["rejected"] + report["merged"] else 1)
    return status, report


def check(folder: Path) -> list[dict[str, Any]]:
    """See that the store is sound, and return what it holds."""
    store = Store(folder / "store")
    if store.current_id() is None:
        return []
    status, out, err = call("check", "--store", store.folder)
    assert status == 0, out + err
    return held(store)


def written(names: Sequence[str]) -> st.SearchStrategy[list[list[str]]]:
    """Draw a header and records: most of its width, and most with what its columns hold."""
    usual = st.tuples(*(st.sampled_from(USUAL[name]) if name in USUAL else FIELD
                        for name in names)).map(list)
    odd = st.lists(FIELD, max_size=len(names) + 2)
    return st.lists(usual | usual | usual | odd, max_size=10).map(
        lambda records: [list(names), *records])


def numbered(table: Sequence[dict[str, Any]]) -> list[Row]:
    """Give rows their numbers, and their points two columns."""
    rows: list[Row] = []
    for number, each in enumerate(table):
        lat, lon = (round(v, 5) for v in each["point"]) if each["point"] else (None, None)
        plain = {k: v for k, v in each.items() if k != "point"}
        rows.append(row(number, **plain, lat=lat, lon=lon))
    return rows


def incidents(write: Any, name: str, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Import rows written in a format into a store of their own."""
    with scratch() as folder:
        status, report = bring(folder, write(folder / name, rows))
        assert (status, report["rows_read"], report["rejected"]) == (0, len(rows), 0)
        return [{k: v for k, v in found.items() if k != "import_id"} for found in check(folder)]


AWKWARD = [
    {"date": dt.date(2019, 3, 7), "kind": "kidnapping", "point": (16.27, -0.04), "country": "Mali",
     "where_prec": 1, "killed": 3, "notes": 'a "quoted" word; été,\nœuvre\tend'},
    {"date": dt.date(2020, 2, 29), "kind": "Vol de bétail", "point": None, "country": "Niger",
     "where_prec": None, "killed": None, "notes": "=1+1"},
    {"date": dt.date(1999, 12, 31), "kind": "?", "point": (12.12345, -1.5), "country": "Mali",
     "where_prec": 3, "killed": 0, "notes": "#N/A"},
]


@pytest.mark.parametrize("name", WRITERS)
def test_a_table_is_the_same_incidents_in_every_format(name, in_csv):
    assert incidents(WRITERS[name], name, numbered(AWKWARD)) == in_csv


@pytest.fixture(scope="module")
def in_csv():
    """The incidents of the awkward table as CSV."""
    return incidents(WRITERS["x.csv"], "x.csv", numbered(AWKWARD))


@FEW
@given(table=TABLE, name=st.sampled_from(sorted(WRITERS)))
def test_what_was_written_is_what_is_held(table, name):
    rows = numbered(table)
    found = incidents(WRITERS[name], name, rows)
    said = {r["id"]: r for r in rows}
    assert {f["source_record_id"] for f in found} == set(said)
    for each in found:
        wrote = said[each["source_record_id"]]
        assert (each["date_start"], each["lat"], each["lon"], each["fatalities_best"]) == (
            wrote["date"], wrote["lat"], wrote["lon"], wrote["killed"])


@FEW
@given(table=TABLE, encoding=st.sampled_from(["latin-1", "cp1252", "cp850", "utf-16-be"]))
def test_an_encoding_that_is_named_changes_nothing(table, encoding):
    rows = [{**r, "notes": r["notes"].encode(encoding, "ignore").decode(encoding)}
            for r in numbered(table)]
    with scratch() as folder:
        bring(folder, delimited(";", encoding)(folder / "x.csv", rows), "--encoding", encoding)
        found = {f["source_record_id"]: f for f in check(folder)}
    plain = {f["source_record_id"]: f for f in incidents(WRITERS["x.csv"], "x.csv", rows)}
    assert {k: v["notes"] for k, v in found.items()} == {k: v["notes"] for k, v in plain.items()}


@MANY
@given(table=st.lists(st.sampled_from(NAMES), max_size=5).flatmap(
           lambda more: st.permutations([*USUAL, *more]).flatmap(written)),
       delimiter=st.sampled_from(",;\t|"), encoding=st.sampled_from(ENCODINGS),
       quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]), data=st.data())
def test_any_text_in_columns_ends_in_a_sum_or_a_sentence(
    table, delimiter, encoding, quoting, data
):
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=quoting)
    writer.writerows(table)
    content = damaged(text.getvalue().encode(encoding, "replace"), data)
    with scratch() as folder:
        (folder / "x.csv").write_bytes(content)
        _, report = bring(folder, folder / "x.csv")
        rows = check(folder)
        assert len(rows) == (report["accepted"] if report else 0)
        again = bring(folder, folder / "x.csv")[1]
        if report:
            assert again["unchanged"] == report["accepted"]
            assert check(folder) == rows


@MANY
@given(table=TABLE, name=st.sampled_from(sorted(WRITERS)), data=st.data())
def test_damage_in_any_format_ends_in_a_sum_or_a_sentence(table, name, data):
    with scratch() as folder:
        path = WRITERS[name](folder / name, numbered(table))
        path.write_bytes(damaged(path.read_bytes(), data))
        _, report = bring(folder, path)
        assert len(check(folder)) == (report["accepted"] if report else 0)


@MANY
@given(content=st.binary(max_size=200), magic=st.sampled_from([
    b"", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"PAR1", b"SQLite format 3\x00",
    b"\x00\x00\x27\x0a", b"{", b'{"type": "Feature"}\n', b"[", b"\xff\xfe", b"\xd0\xcf\x11\xe0",
    b"date,lat,lon\n", b"\x1e{", b"<", b"7z\xbc\xaf"]),
    ending=st.sampled_from(["", ".csv", ".xlsx", ".zip", ".shp", ".gpkg", ".gz", ".json", ".dbf"]))
def test_any_bytes_end_in_a_sum_or_a_sentence(content, magic, ending):
    with scratch() as folder:
        path = folder / f"x{ending}"
        path.write_bytes(magic + content)
        bring(folder, path)
        check(folder)


def damaged(content: bytes, data: st.DataObject) -> bytes:
    """Cut, overwrite or insert bytes at a few places, or none."""
    for _ in range(data.draw(st.sampled_from([0, 0, 1, 2, 3]))):
        at = data.draw(st.integers(0, len(content)))
        more = data.draw(st.binary(max_size=4))
        kind = data.draw(st.sampled_from(["cut", "overwrite", "insert"]))
        if kind == "cut":
            content = content[:at]
        else:
            content = content[:at] + more + content[at + (len(more) if kind == "overwrite" else 0):]
    return content
