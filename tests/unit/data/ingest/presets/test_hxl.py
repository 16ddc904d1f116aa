"""Files with a row of HXL hashtags; all of them are invented."""

from __future__ import annotations

import datetime as dt

import pytest

from data.errors import UndecidedError
from tests.support import held, only, ucdp

HEADER = "Quand,Lat.,Long.,Quoi,Tués F,Tués,Cercle,Qui a dit\n"
TAGS = ("#date +occurred,#geo+lat,#geo +lon,#event+type,#affected+f+killed,#killed+affected,"
        "#adm2+name,#meta+source\n")
ROW = "2019-03-07,16.27,-0.04,kidnapping,1,2,Gao,A radio\n"


def test_tags_say_what_columns_mean(bring, store):
    tags = TAGS.replace("#killed+affected", "#affected+killed+total")
    report = bring(HEADER + tags + ROW).report.files[0]
    assert (report.preset, report.rows_read, report.accepted) == ("hxl", 1, 1)
    row = only(store)
    assert (row["date_start"], row["lat"], row["lon"]) == (dt.date(2019, 3, 7), 16.27, -0.04)
    assert (row["kind"], row["fatalities_best"], row["named_admin2"]) == ("kidnapping", 2, "Gao")
    assert row["notes"].splitlines() == ["Tués F: 1", "Qui a dit: A radio"]


def test_the_row_of_tags_is_no_record_and_that_is_told(bring):
    report = bring(HEADER + TAGS + ROW + ROW.replace("16.27", "x")).report.files[0]
    assert (report.rows_read, report.accepted, report.rejected) == (2, 1, 1)
    assert report.notes == [
        "the records up to the row of HXL hashtags (1) were taken for headings",
        "these columns were not read: “Tués”; --map FIELD=COLUMN takes one"]


def test_rejected_records_are_numbered_from_below_the_tags(bring):
    outcome = bring(HEADER + TAGS + ROW + ROW.replace("16.27", "x"))
    assert [reject.record for reject in outcome.rejects] == [2]


def test_tags_may_be_the_header(bring, store):
    report = bring("#date,#geo+lat,#geo+lon\n2019-03-07,16.27,-0.04\n").report.files[0]
    assert (report.preset, report.rows_read, report.accepted, report.notes) == ("hxl", 1, 1, [])


def test_rows_above_the_tags_are_headings_too(bring, store):
    text = "An invented list,,\nDate,Latitude,Longitude\n#date,#geo+lat,#geo+lon\n"
    report = bring(text + "2019-03-07,16.27,-0.04\n").report.files[0]
    assert (report.preset, report.rows_read, report.accepted) == ("hxl", 1, 1)
    assert only(store)["lat"] == 16.27


def test_a_count_of_some_is_not_the_count_of_all(bring, store):
    bring("a,b,c,d\n#date,#country+name,#affected+killed+f,#affected+killed+m\n"
          "2019-03-07,Mali,1,2\n")
    row = only(store)
    assert row["fatalities_best"] is None
    assert row["notes"].splitlines() == ["c: 1", "d: 2"]


def test_two_columns_of_one_tag_are_a_question(bring):
    text = "a,b,c\n#date,#date,#country+name\n2019-03-07,2019-03-08,Mali\n"
    with pytest.raises(UndecidedError, match=r"“a”, “b” have the hashtag #date alike.*--map"):
        bring(text)
    assert bring(text, map=["date=b"]).report.total("accepted") == 1


def test_a_preset_that_knows_the_columns_goes_before_the_tags(bring, store):
    lines = ucdp({"date_start": "2018-03-05 00:00:00.000"}, {}).splitlines(keepends=True)
    header = lines[0].replace("country,", "country,iso3,")
    rows = [line.replace("Mali,", "Mali,MLI,") for line in lines[1:]]
    tags = "#id+code" + "," * (header.count(",")) + "\n"
    report = bring(header + tags + "".join(rows)).report.files[0]
    assert (report.preset, report.rows_read, report.accepted) == ("ucdp-ged", 2, 2)
    assert [(r["date_start"], r["lat"], r["fatalities_best"]) for r in held(store)] == [
        (dt.date(2018, 3, 5), 16.27, 2)] * 2


def test_the_preset_without_tags_is_a_question(bring):
    with pytest.raises(UndecidedError, match="Where are the hashtags"):
        bring("date,lat,lon\n2019-03-07,16.27,-0.04\n", preset="hxl")
