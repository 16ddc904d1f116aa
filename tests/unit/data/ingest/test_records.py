"""Records: every one read, numbered and kept, also the damaged ones."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.errors import AtlasError, UndecidedError, UnreadableFileError
from data.ingest.records import FIELD_LIMIT, RecordReader
from data.ingest.sniff import sniff

HEAD = "a,b,c\n"
FIELD = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n\r\t",;'),
                max_size=8)
FIXTURE = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def fields(rows: list[dict]) -> list[list[str | None]]:
    return [[row["c0"], row["c1"], row["c2"]] for row in rows]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_line_ending_will_do(read, ending):
    rows = read(f"a,b,c{ending}1,2,3{ending}4,5,6{ending}")
    assert fields(rows) == [["1", "2", "3"], ["4", "5", "6"]]


def test_a_last_line_needs_no_ending(read):
    assert fields(read(HEAD + "1,2,3")) == [["1", "2", "3"]]


def test_records_are_not_lines(read):
    rows = read(HEAD + '1,"two\nlines, ""quoted""",3\r\n4,"a\r\nb",6\n')
    assert fields(rows) == [["1", 'two\nlines, "quoted"', "3"], ["4", "a\r\nb", "6"]]
    assert [row["record"] for row in rows] == [1, 2]


def test_blank_lines_are_no_records(read):
    rows = read("\n" + HEAD + "\n1,2,3\n\n\r\n4,5,6\n\n")
    assert fields(rows) == [["1", "2", "3"], ["4", "5", "6"]]


def test_a_byte_order_mark_is_not_part_of_a_name(tmp_path):
    for encoding in ("utf-8-sig", "utf-16"):
        path = tmp_path / "x"
        path.write_bytes(HEAD.encode(encoding))
        assert RecordReader(sniff(path), 10).header.names == ("a", "b", "c")


@pytest.mark.parametrize(("line", "width", "tail"), [
    ("1,2,3,", 4, '[""]'), ("1,2,3,x,y", 5, '["x", "y"]'), ("1,2", 2, None), ("1", 1, None),
])
def test_a_record_of_another_width_is_kept_unshifted(read, line, width, tail):
    (row, after) = read(HEAD + line + "\n4,5,6\n")
    assert (row["width"], row["tail"], row["c0"]) == (width, tail, "1")
    assert fields([after]) == [["4", "5", "6"]]


@pytest.mark.parametrize("line", [
    '1,"open,3', '"1,2,3', '1,2,"open', '1,"a"b,3', '"1" ,2,3',
])
def test_a_stray_quote_costs_only_its_own_line(read, line):
    rows = read(f"{HEAD}0,0,0\n{line}\n4,5,6\n7,\"8\",9\n")
    assert [row["damage"] is None for row in rows] == [True, False, True, True]
    assert rows[1]["c0"].rstrip("\n") == line
    assert fields(rows[2:]) == [["4", "5", "6"], ["7", "8", "9"]]
    assert [row["record"] for row in rows] == [1, 2, 3, 4]


def test_every_line_may_have_a_stray_quote(read):
    rows = read(HEAD + '1,"x,3\n' * 40 + "4,5,6\n")
    assert len(rows) >= 21
    assert fields(rows[-1:]) == [["4", "5", "6"]]


def test_a_field_beyond_the_limit_costs_one_record(read):
    rows = read(HEAD + "1," + "x" * (FIELD_LIMIT + 1) + ",3\n4,5,6\n")
    assert [row["damage"] for row in rows] == ["unclosed_quote", None]


def test_an_unclosed_quote_far_from_the_end_gives_all_lines_back(read):
    lines = "".join(f"{i},a line of the file that goes on for a while,3\n" for i in range(60_000))
    rows = read(HEAD + '1,"open,3\n' + lines, batch=10_000)
    assert len(rows) == 60_001
    assert sum(row["damage"] is not None for row in rows) == 1


def test_odd_characters_are_kept(read):
    note = "'; DROP TABLE x; -- {0} \u202e 😀 \x0b\x1c\u2028\x85"
    assert fields(read(HEAD + f"1,{note},3\n")) == [["1", note, "3"]]


def test_a_quote_inside_a_plain_field_is_text(read):
    assert fields(read(HEAD + '1,a 14" gun,3\n')) == [["1", 'a 14" gun', "3"]]


@FIXTURE
@given(st.lists(st.lists(FIELD, min_size=3, max_size=3), min_size=1, max_size=6),
       st.sampled_from(",;\t|"), st.integers(1, 4))
def test_what_a_csv_writer_writes_is_read_back(read, rows, delimiter, batch):
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([["a", "b", "c"], *rows])
    found = read(text.getvalue(), batch=batch)
    assert fields(found) == rows
    assert [row["record"] for row in found] == list(range(1, len(rows) + 1))


@FIXTURE
@given(st.text('ab,"\n\r;é', max_size=60))
def test_whatever_comes_first_a_good_last_line_is_read(read, rubbish):
    rows = read(HEAD + rubbish.replace("\r", "") + '\n7,8,9\n')
    last = rows[-1]
    swallowed = last["c0"] != "7"
    # Only a quote that was opened, and closed by nothing else, may hold the end; and semicolons
    # below a line of commas may be taken for what parts the fields.
    assert not swallowed or '"' in rubbish or ";" in rubbish
    assert sum(row["width"] > 0 or row["damage"] is not None for row in rows) == len(rows)


def test_a_header_is_needed(read):
    for text, why in (('a,"open,b\n1,2\n', "not a header"), ("1,2,3\n4,5,6\n", "holds values"),
                      (",,\n1,2,3\n", "holds values")):
        with pytest.raises(AtlasError, match=why):
            read(text)


def test_text_that_is_not_in_the_encoding_further_on_says_where(read):
    with pytest.raises(UnreadableFileError, match=r"not UTF-8 \(after record [1-9][\d,]+\)"):
        read((HEAD + "1,2,3\n" * 20_000).encode() + b"1,\xe9,3\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("last", ["", "é,2,3\n", '1,"open\n'])
def test_a_progress_bar_hears_every_byte_once(tmp_path, encoding, last):
    path = tmp_path / "x"
    path.write_bytes((HEAD + "1,2,3\n" * 10 + last).encode(encoding))
    heard: list[int] = []
    reader = RecordReader(sniff(path), 4, heard.append)
    list(reader.batches())
    assert sum(heard) == path.stat().st_size


@pytest.mark.parametrize("first", ["2248217\tMoussala\t13.6835\tML", "x,y,2019-01-05"])
def test_a_first_line_with_a_fraction_or_a_day_is_no_header(tmp_path, first):
    path = tmp_path / "no-header.txt"
    path.write_text(first + "\n" + first + "\n", encoding="utf-8")
    with pytest.raises(UndecidedError, match=r"holds values, not column names.* --no-header "):
        RecordReader(sniff(path), 10)
    reader = RecordReader(sniff(path), 10, named=False)
    assert reader.header.names[:2] == ("column_1", "column_2")
    assert sum(batch.num_rows for batch in reader.batches()) == 2
