"""Workbooks: which sheet, where its header is, and cells as the text that they show."""

from __future__ import annotations

import datetime as dt
import zipfile

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from data.errors import UndecidedError, UnreadableFileError
from data.ingest.fits import for_incidents
from data.ingest.formats import sheet_xml

HEADER = ["date", "country", "killed"]
INCIDENTS = for_incidents("auto", {})


@pytest.fixture
def book(tmp_path):
    """Write a workbook of sheets, each a list of rows."""
    def write(edit=None, epoch=None, **sheets):
        made = openpyxl.Workbook()
        made.remove(made.active)
        if epoch:
            made.epoch = epoch
        for name, rows in sheets.items():
            sheet = made.create_sheet(name)
            for row in rows:
                sheet.append(row)
        if edit:
            edit(made)
        path = tmp_path / "book.xlsx"
        made.save(path)
        return path

    return write


def column(found, name):
    return [row[name] for row in found]


@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_days_are_days_in_both_calendars(book, rows, epoch):
    days = [dt.date(2019, 3, 7), dt.date(2020, 2, 29), dt.date(1999, 12, 31)]
    path = book(epoch=epoch, A=[HEADER, *([day, "Mali", 1] for day in days)])
    assert column(rows(path), "date") == ["2019-03-07", "2020-02-29", "1999-12-31"]


def test_times_keep_their_day(book, rows):
    path = book(A=[["at", "n"], [dt.datetime(2019, 3, 7, 23, 59, 59), 1],
                   [dt.datetime(2019, 3, 7, 13, 4), 1], [dt.time(4, 5), 1],
                   [dt.timedelta(hours=30), 1]])
    assert column(rows(path), "at") == ["2019-03-07 23:59:59", "2019-03-07 13:04:00", "04:05:00",
                                        "30:00:00"]


@pytest.mark.parametrize(("value", "shown"), [
    (5, "5"), (5.0, "5"), (0.1 + 0.2, "0.3"), (16.27, "16.27"), (-0.04, "-0.04"),
    (123456789012345, "123456789012345"), (1e15, "1000000000000000"), (True, "yes"),
    (False, "no"), ("0012", "0012"), ("  kept ", "  kept "), ("=1", None), ("1\n2", "1\n2"),
    (2.2204460492503131e-16, "2.220446049250313e-16"), (1 / 3, None), ("’é", "’é"),
])
def test_numbers_and_words_are_written_as_they_show(book, rows, value, shown):
    (found,) = rows(book(A=[["a", "b"], ["x", value]]))
    if value == "=1":
        shown = "#FORMULA"
    assert found["b"] == (shown or repr(value))


def test_titles_above_the_header_are_passed_and_told(book, rows, notes):
    def merge(made):
        made["A"].merge_cells("A1:C1")

    path = book(merge, A=[["Incidents, an invented title"], ["Source: invented"], [],
                          HEADER, ["2019-03-07", "Mali", 1]])
    assert rows(path) == [{"date": "2019-03-07", "country": "Mali", "killed": "1"}]
    assert "2 rows above the header" in notes(path)


def test_a_table_may_begin_anywhere(book, rows):
    def fill(made):
        for place, (name, value) in enumerate(zip(HEADER, ["2019-03-07", "Mali", 1], strict=True)):
            made["A"].cell(5, 3 + place, name)
            made["A"].cell(6, 3 + place, value)

    assert rows(book(fill, A=[])) == [{"date": "2019-03-07", "country": "Mali", "killed": "1"}]


def test_empty_rows_are_no_records_and_empty_columns_shift_nothing(book, rows):
    def style(made):
        made["A"]["A900"].number_format = "0.00"
        made["A"]["H3"] = " "

    path = book(style, A=[["date", None, "killed"], ["2019-03-07", "x", 1], [], [None, None, " "],
                          ["2019-03-08", None, 2], []])
    assert [(r["date"], r["column_2"], r["killed"]) for r in rows(path)] == [
        ("2019-03-07", "x", "1"), ("2019-03-08", "", "2")]


def test_years_may_head_columns(book, rows):
    assert list(rows(book(A=[["country", "note", 2019, 2020], ["Mali", "x", 1, 2]]))[0]) == [
        "country", "note", "2019", "2020"]


def test_a_note_beside_the_table_is_no_lost_row(book, rows):
    found = rows(book(A=[HEADER, ["2019-03-07", "Mali", 1, "checked by phone"],
                         ["2019-03-08", "Mali", 1]]))
    assert column(found, "column_4") == ["checked by phone", ""]


def test_the_sheet_with_incidents_is_chosen_by_content(book, rows, notes):
    path = book(Codes=[["code", "label"], ["1", "x"], ["2", "y"]],
                Data=[HEADER, ["2019-03-07", "Mali", 1]])
    assert len(rows(path, fits=INCIDENTS)) == 1
    said = notes(path, fits=INCIDENTS)
    assert "“Data” was read" in said and "left: “Codes”" in said
    with pytest.raises(UndecidedError, match=r"“Codes”, “Data”\. Answer with --sheet"):
        rows(path)
    assert len(rows(path, sheets=("codes",))) == 2


def test_a_hidden_sheet_is_read_only_when_named(book, rows):
    def hide(made):
        made["B"].sheet_state = "hidden"
        made["C"].sheet_state = "veryHidden"

    path = book(hide, A=[HEADER, ["2019-03-07", "Mali", 1]], B=[HEADER] + [["x", "y", 1]] * 2,
                C=[HEADER] + [["x", "y", 1]] * 3)
    assert [len(rows(path, sheets=s)) for s in ((), ("B",), ("C",))] == [1, 2, 3]


def test_sheets_that_continue_each_other_are_one_table(book, rows, notes):
    path = book(**{"2019": [HEADER, ["2019-03-07", "Mali", 1]],
                   "2020": [["Title"], ["Killed", "Country", "Date"], [2, "Niger", "2020-01-01"]],
                   "Notes": [["About"], ["x"]]})
    assert rows(path) == [{"date": "2019-03-07", "country": "Mali", "killed": "1"},
                          {"date": "2020-01-01", "country": "Niger", "killed": "2"}]
    assert "“2019”, “2020” were read as one table" in notes(path)
    assert len(rows(path, sheets=("2020",))) == 1
    turned = rows(path, sheets=("2020", "2019"))
    assert column(turned, "Date") == ["2020-01-01", "2019-03-07"]


def test_sheets_that_repeat_each_other_are_not_counted_twice(book, rows):
    lines = [[f"2019-03-0{i}", "Mali", i] for i in range(1, 7)]
    path = book(All=[HEADER, *lines], First=[HEADER, *lines[:3]], Rest=[HEADER, *lines[3:]])
    with pytest.raises(UndecidedError, match="“All” and “First” hold the same rows"):
        rows(path)
    assert len(rows(path, sheets=("First", "Rest"))) == 6


def test_tables_that_fit_alike_are_asked_about(book, rows):
    path = book(A=[HEADER, ["2019-03-07", "Mali", 1]],
                B=[["date", "country", "injured"], ["2019-03-07", "Mali", 1]])
    with pytest.raises(UndecidedError, match="Which sheet is meant"):
        rows(path, fits=INCIDENTS)


@pytest.mark.parametrize(("sheets", "why"), [
    ({"A": []}, "Where is the table of the sheet “A”"),
    ({"A": [["one column"], ["x"]]}, "Where is the table"),
    ({"A": [[1, 2, 3], [4, 5, 6]]}, "Where is the table"),
    ({"A": [HEADER]}, "Where is the table"),
    ({"A": [["2019-03-07", "Mali", 1], ["2019-03-08", "Mali", 1]]}, "Where is the table"),
    ({"A": [[dt.date(2019, 3, 7), "Mali", "x"], [dt.date(2019, 3, 8), "Mali", "x"]]},
     "Where is the table"),
])
def test_a_sheet_without_a_table_is_asked_about(book, rows, sheets, why):
    with pytest.raises(UndecidedError, match=why):
        rows(book(**sheets))


def test_a_sheet_that_is_not_there_is_told(book, rows):
    with pytest.raises(UnreadableFileError, match="no sheet “B”; name one of “A” with --sheet"):
        rows(book(A=[HEADER, ["x", "y", 1]]), sheets=("B",))


def test_errors_stay_visible_and_are_told(book, rows, notes):
    def spoil(made):
        for cell, value in {"C2": "#N/A", "C3": "#REF!"}.items():
            made["A"][cell] = value
            made["A"][cell].data_type = "e"

    path = book(spoil, A=[HEADER, ["2019-03-07", "Mali", 1], ["2019-03-08", "Mali", 1]])
    assert column(rows(path), "killed") == ["#N/A", "#REF!"]
    assert "2 cells hold an error, such as #N/A" in notes(path)


def test_a_formula_without_a_result_is_not_nothing(book, rows, notes):
    path = book(A=[HEADER, ["2019-03-07", "Mali", "=1+1"], ["2019-03-08", "Mali", 1]])
    assert column(rows(path), "killed") == ["#FORMULA", "1"]
    assert "1 formula has no result" in notes(path)


def test_a_formulas_stored_result_is_read(book, rows, tmp_path):
    path = book(A=[HEADER, ["2019-03-07", "Mali", "=1+1"]])
    computed = tmp_path / "computed.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(computed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"</f><v></v>", b"</f><v>2</v>").replace(
                b"</f><v />", b"</f><v>2</v>"))
    assert column(rows(computed), "killed") == ["2"]


def test_words_of_merged_cells_stand_for_every_row_and_numbers_for_one(book, rows, notes):
    def merge(made):
        for cells in ("A2:A4", "B2:B3", "C2:C4"):
            made["A"].merge_cells(cells)

    path = book(merge, A=[[*HEADER, "n"], [dt.date(2019, 3, 7), "Mali", 12, 1],
                          [None, None, None, 2], [None, "Niger", None, 3]])
    found = rows(path)
    assert column(found, "date") == ["2019-03-07"] * 3
    assert column(found, "country") == ["Mali", "Mali", "Niger"]
    assert column(found, "killed") == ["12", "", ""]
    assert "merged cells" in notes(path)


def test_names_below_a_merged_heading_are_those_of_the_columns(book, rows, notes):
    def merge(made):
        for cells in ("A2:A3", "B2:C2", "D2:E2", "F2:G2"):
            made["A"].merge_cells(cells)

    path = book(merge, A=[
        ["Report of 2021"], ["Date", "Place", None, "Point", None, "Killed", None, "Notes"],
        [None, "Region", "Town", "Latitude", "Longitude", "Men", "Women", None],
        [dt.date(2019, 3, 7), "Gao", "Ansongo", 15.66, 0.5, 1, 2, "x"]])
    assert rows(path) == [{
        "Date": "2019-03-07", "Region": "Gao", "Town": "Ansongo", "Latitude": "15.66",
        "Longitude": "0.5", "Men": "1", "Women": "2", "Notes": "x"}]
    assert "two rows" in notes(path)
    assert "1 row above the header" in notes(path)


@pytest.mark.parametrize(("header", "second"), [
    (["date", "place", None, "notes"], ["2019-03-07", "Gao", "Ansongo", "x"]),
    (["date", "place", None, "notes"], [None, "Gao", "Ansongo", "x"]),
    (["date", "place", None, "notes"], [None, None, "Ansongo", None]),
    (["date", "place", None, "notes"], [None, "Ansongo", 3, None]),
    (["place", None, "actor", None], ["Gao", "Ansongo", "one", "two"]),
])
def test_a_record_below_a_nameless_column_is_no_heading(book, rows, notes, header, second):
    path = book(A=[header, second, ["a", "b", "c", "d"][:len(header)]])
    assert len(rows(path)) == 2
    assert "two rows" not in notes(path)


def test_a_blank_column_after_the_headings_is_of_no_group(book, rows):
    path = book(A=[["place", None, "killed", None], ["region", "town", None, None],
                   ["Gao", "Ansongo", 3, None], ["Gao", "Bourem", 1, "stray"]])
    assert list(rows(path)[0]) == ["region", "town", "killed", "column_4"]


def test_a_name_that_two_groups_share_is_told_by_its_group(book, rows):
    path = book(A=[["date", "killed", None, "hurt", None], [None, "men", "women", "men", "women"],
                   ["2019-03-07", 1, 2, 3, 4]])
    assert rows(path) == [{"date": "2019-03-07", "killed men": "1", "killed women": "2",
                           "hurt men": "3", "hurt women": "4"}]


def test_a_stray_cell_far_away_does_not_fill_the_memory(book, rows):
    def stray(made):
        made["A"]["XFD1048576"] = "x"

    with pytest.raises(UnreadableFileError, match="reaches to row 1,048,576 and column 16,384"):
        rows(book(stray, A=[HEADER, ["2019-03-07", "Mali", 1]]))


def test_a_sheet_larger_than_any_is_refused_before_it_is_read(book, rows, monkeypatch):
    monkeypatch.setattr(sheet_xml, "LARGEST", 100)
    with pytest.raises(UnreadableFileError, match="unpacks to more"):
        rows(book(A=[HEADER, ["2019-03-07", "Mali", 1]]))


@pytest.mark.parametrize("name", ["A & B", "l’été", "1 < 2", "x\"y", "Données (2)"])
def test_a_sheet_may_have_any_name(book, rows, name):
    assert len(rows(book(**{name: [HEADER, ["x", "y", 1]]}), sheets=(name,))) == 1


def test_damage_anywhere_is_a_sentence_and_never_more(book, rows, tmp_path):
    whole = book(A=[HEADER, ["2019-03-07", "Mali", 1]]).read_bytes()
    path = tmp_path / "damaged.xlsx"
    refused = 0
    for cut in range(1, len(whole), 97):
        for data in (whole[:cut], whole[:cut] + b"\xff" * 8 + whole[cut + 8:]):
            path.write_bytes(data)
            try:
                rows(path)
            except (UnreadableFileError, UndecidedError):
                refused += 1
    assert refused


@pytest.mark.parametrize(("part", "old", "new"), [
    ("xl/worksheets/sheet1.xml", b"</sheetData>", b"<row r='x'>"),
    ("xl/worksheets/sheet1.xml", b'r="A1"', b'r="1A"'),
    ("xl/worksheets/sheet1.xml", b'r="A2"', b'r="ZZZZZZ99999999999"'),
    ("xl/worksheets/sheet1.xml", b"<row", b"<!DOCTYPE x [<!ENTITY a 'b'>]><row"),
    ("xl/workbook.xml", b"r:id", b"r:di"),
    ("xl/_rels/workbook.xml.rels", b"worksheets/", b"../../"),
    ("[Content_Types].xml", b"<", b">"),
])
def test_a_part_that_makes_no_sense_is_a_sentence(book, rows, tmp_path, part, old, new):
    path = book(A=[HEADER, ["2019-03-07", "Mali", 1]])
    broken = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(broken, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, data.replace(old, new) if name == part else data)
    try:
        assert len(rows(broken)) <= 1
    except (UnreadableFileError, UndecidedError) as error:
        assert str(error).startswith("broken.xlsx: ")
