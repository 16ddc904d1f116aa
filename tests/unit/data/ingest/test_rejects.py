"""Rejected records, as a file that can be mended."""

from __future__ import annotations

import csv

import pytest

from data.ingest.rejects import unique, write
from data.store import REJECTS_SCHEMA


@pytest.mark.parametrize(("names", "expected"), [
    (["a", "a", "a"], ["a", "a_2", "a_3"]), (["", "b", ""], ["column_1", "b", "column_3"]),
    (["a", "a_2", "a"], ["a", "a_2", "a_3"]), (["column_2", "", "a_2", "a", "a"], None),
    (["", "column_1"], None),
])
def test_names_are_made_to_differ(names, expected):
    found = unique(names)
    assert len(set(found)) == len(names)
    assert expected is None or found == expected


def test_a_file_holds_the_original_fields_number_and_every_reason(bring, tmp_path):
    outcome = bring('id,date,lat,lon,notes,file\n1,x,95,0,"two\nlines, ""q""",mine\n'
                    '2,2019-01-01,16,0,good,mine\n3,2019-01-01,16,0,too,many,1,2\n4,"open,16,0,,\n')
    write(tmp_path / "rejects.csv", outcome.rejects, "en")
    with (tmp_path / "rejects.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    assert [(r["record"], r["reasons"]) for r in rows] == [
        ("1", "date_start_invalid; lat_out_of_range"), ("3", "too_many_fields"),
        ("4", "unclosed_quote")]
    assert (rows[0]["file"], rows[0]["file_original"]) == ("file.csv", "mine")
    assert (rows[0]["lat"], rows[0]["notes"]) == ("95", 'two\nlines, "q"')
    assert (rows[1]["extra_1"], rows[1]["extra_2"]) == ("1", "2")
    assert rows[2]["id"].startswith('4,"open,16')
    assert "outside −90 to 90" in rows[0]["explanation"]


def test_rejects_stay_in_the_store(bring, store):
    import ibis

    bring("date,lat,lon\n2019-01-01,16,0\n2019-01-01,x,0\n")
    (row,) = store.require().rows(ibis.table(REJECTS_SCHEMA, name="rejects"))
    assert (row["record"], row["reasons"]) == (2, ["lat_not_a_number"])
    assert '"lat": "x"' in row["fields"]
