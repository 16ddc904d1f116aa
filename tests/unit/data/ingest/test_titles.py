"""Where the header of a text file stands."""

from __future__ import annotations

import pytest

from data.errors import UndecidedError
from data.ingest.formats.base import How
from data.ingest.formats.delimited import Delimited

FORM = "date;pays;lat;lon\n2021-03-14;Mali;14,5;-4,01\n2021-03-15;Mali;14,6;-4,01\n"


def opened(tmp_path, text, encoding="utf-8", how=None):
    path = tmp_path / "form.csv"
    path.write_bytes(text.encode(encoding))
    return Delimited(path, how or How())


def records(table):
    return [row for batch in table.batches() for row in batch.to_pylist()]


@pytest.mark.parametrize("above", [
    "Suivi des vols — fictif;;;\r\n;;;\r\n",
    "Suivi des vols, données fictives\n\n",
    "Suivi des vols\nBureau, démonstration\n\n",
    '"Suivi; des vols"\n',
    "sep=;\r\nSuivi des vols;;;\r\n",
])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_titles_above_a_header_are_no_records(tmp_path, above, encoding):
    table = opened(tmp_path, above + FORM, encoding)
    assert table.header.names == ("date", "pays", "lat", "lon")
    assert [row["c0"] for row in records(table)] == ["2021-03-14", "2021-03-15"]
    assert table.count == 2
    assert "above the header" in str(table.notes[-1])


@pytest.mark.parametrize("mark", ["sep=;\r\n", '"sep=;"\n', "SEP=;\n", "\nsep=;\n"])
def test_a_spreadsheets_mark_is_the_delimiter_and_no_line_of_the_table(tmp_path, mark):
    table = opened(tmp_path, mark + FORM, "utf-8-sig")
    assert table.header.names == ("date", "pays", "lat", "lon")
    assert len(records(table)) == 2
    assert not table.notes


def test_the_mark_is_passed_over_without_a_header_too(tmp_path):
    table = opened(tmp_path, "sep=;\n" + FORM.partition("\n")[2], how=How(header=False))
    assert [row["c1"] for row in records(table)] == ["Mali", "Mali"]


@pytest.mark.parametrize("header", ['"date\nfait";pays;lat;lon',
                                    "date;;;"])
def test_a_header_that_is_odd_stays_the_header(tmp_path, header):
    table = opened(tmp_path, header + "\n2021-03-14;Mali;14,5;-4,01\n")
    assert table.header.names[0].startswith("date")


def test_values_below_a_line_of_one_cell_are_not_taken_for_a_header(tmp_path):
    with pytest.raises(UndecidedError, match="values"):
        opened(tmp_path, "2021-03-13,\n2021-03-14,Mali,14.5,-4.01\n")
