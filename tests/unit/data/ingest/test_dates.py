"""Dates: one format a column, decided on the whole column."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from data.errors import UndecidedError
from data.ingest.dates import Span, decide, parts

DAY = dt.date(2019, 3, 7)


def read(text: str, **options) -> Span | None:
    return decide({"date": [text]}, **options)["date"].read(text)


@pytest.mark.parametrize("text", [
    "2019-03-07", "2019/3/7", "2019.03.07", "20190307", "2019-03-07T10:20:30Z",
    "2019-03-07 00:00:00.000", "2019-03-07T10:20+01:00", "7 March 2019", "7-Mar-19", "7 mars 2019",
    "March 7, 2019", "Mar 7 2019", "07-MAR-2019", "7th March 2019",
])
def test_a_day_that_can_be_read_one_way(text):
    assert read(text) == Span(DAY, DAY, 1)


@pytest.mark.parametrize(("text", "day"), [
    ("1er août 2019", dt.date(2019, 8, 1)), ("12 févr. 2019", dt.date(2019, 2, 12)),
    ("3 décembre 2019", dt.date(2019, 12, 3)), ("3 DECEMBRE 2019", dt.date(2019, 12, 3)),
    ("30 Sept 2019", dt.date(2019, 9, 30)), ("29/02/2020", dt.date(2020, 2, 29)),
    ("31.12.1999", dt.date(1999, 12, 31)), ("13/1/70", dt.date(1970, 1, 13)),
    ("12/31/2019 12:00:00 AM", dt.date(2019, 12, 31)),
])
def test_months_in_both_languages_and_telling_numbers(text, day):
    assert read(text) == Span(day, day, 1)


@pytest.mark.parametrize(("text", "start", "end", "precision"), [
    ("2019", dt.date(2019, 1, 1), dt.date(2019, 12, 31), 5),
    ("2020-02", dt.date(2020, 2, 1), dt.date(2020, 2, 29), 4),
    ("mars 2019", dt.date(2019, 3, 1), dt.date(2019, 3, 31), 4),
])
def test_a_month_or_a_year_covers_its_days(text, start, end, precision):
    assert read(text) == Span(start, end, precision)


@pytest.mark.parametrize("text", [
    "yesterday", "2019-02-30", "43529", "2019-13-01", "0001-01-01", "9999-01-01", "32/01/2019",
    "2019-1", "12", "-", "7 Frimaire 2019",
])
def test_what_is_no_date_is_none(text):
    if text == "2019-1":
        assert read(text) is not None
        return
    known = decide({"date": ["2019-03-07", "2019-03-08", text]})["date"]
    assert known.read(text) is None


def test_a_column_without_any_date_asks_for_another():
    with pytest.raises(UndecidedError, match=r"column “when” holds no date.*“{x}”.*--map"):
        decide({"when": ["{x}", "y"]})


@pytest.mark.parametrize(("values", "order"), [
    (["03/04/2019", "25/04/2019"], "dmy"), (["03/04/2019", "04/25/2019"], "mdy"),
])
def test_one_telling_date_decides_the_column(values, order):
    assert decide({"date": values})["date"].order == order


def test_an_ambiguous_column_gets_a_question():
    with pytest.raises(UndecidedError, match=r"day/month/year or month/day/year\?.*--date-order"):
        decide({"date": ["03/04/2019", "05/06/2019"]})


def test_another_column_of_the_file_answers_it():
    decided = decide({"start": ["03/04/2019"], "end": ["25/04/2019"]})
    assert {f.order for f in decided.values()} == {"dmy"}


def test_the_user_goes_before_another_column_and_the_source():
    columns = {"start": ["03/04/2019"], "end": ["05/04/2019"]}
    assert decide(columns, prefer="mdy")["start"].order == "mdy"
    assert decide(columns, order="dmy", prefer="mdy")["start"].order == "dmy"


def test_many_dates_of_both_orders_are_refused():
    mixed = ["25/04/2019", "26/04/2019", "04/27/2019", "03/04/2019"]
    with pytest.raises(UndecidedError, match=r"mixes day/month/year \(“25/04/2019”\)"):
        decide({"date": mixed})
    assert decide({"date": mixed}, order="dmy")["date"].read("04/27/2019") is None


def test_a_few_slips_do_not_stop_a_column():
    values = [f"{day:02}/04/2019" for day in range(13, 29)] + ["04/27/2019"]
    chosen = decide({"date": values})["date"]
    assert chosen.order == "dmy"
    assert chosen.read("04/27/2019") is None


def test_what_can_be_read_one_way_alone_is_read_in_any_column():
    chosen = decide({"date": ["13/04/2019", "14/04/2019", "2019-03-07", "7 mars 2019"]})["date"]
    assert chosen.order == "dmy"
    assert chosen.read("2019-03-07") == chosen.read("7 mars 2019") == Span(DAY, DAY, 1)
    assert chosen.read("20190307") is None
    iso = decide({"date": ["2019-03-07", "2019-03-08"]})["date"]
    assert iso.read("07/03/2019") is None


@pytest.mark.parametrize(("told", "text"), [
    (("2019", "3", "7"), "2019-03-07"), (("2019", "mars", "07"), "2019-03-07"),
    (("2019", "March", None), "2019-03"), (("2019", "0", "7"), "2019"),
    (("2019.0", "12.0", "10.0"), "2019-12-10"), (("2019", "", "7"), "2019"),
    ((None, "3", "7"), None), (("0", "3", "7"), None), (("2019", "x", None), "2019-x"),
])
def test_parts_of_a_date_end_at_the_first_unknown_one(told, text):
    assert parts(*told) == text


@given(st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)))
def test_iso_days_are_read_back(day):
    assert read(day.isoformat()) == Span(day, day, 1)


@given(st.lists(st.dates(dt.date(1970, 1, 1), dt.date(2068, 12, 31)), min_size=1, max_size=9),
       st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d-%m-%y", "%m.%d.%Y"]))
def test_day_and_month_are_never_swapped(days, pattern):
    values = [day.strftime(pattern) for day in days]
    assume(any(day.day > 12 for day in days))
    chosen = decide({"date": values})["date"]
    spans = [chosen.read(value) for value in values]
    assert [span and span.start for span in spans] == days


@pytest.mark.parametrize(("name", "day"), [
    ("Date (jj/mm/aaaa)", "2021-04-03"), ("date_jj-mm-aa", "2021-04-03"),
    ("Date [dd.mm.yyyy]", "2021-04-03"), ("Date (mm/dd/yyyy)", "2021-03-04"),
])
def test_a_column_that_says_its_order_is_not_asked_about(name, day):
    chosen = decide({name: ["03/04/2021", "05/06/2021"]})[name]
    assert str(chosen.read("03/04/2021").start) == day


def test_what_the_user_says_goes_before_what_a_column_says():
    chosen = decide({"Date (jj/mm/aaaa)": ["03/04/2021"]}, "mdy")["Date (jj/mm/aaaa)"]
    assert str(chosen.read("03/04/2021").start) == "2021-03-04"


@pytest.mark.parametrize(("text", "day"), [
    ("lundi 15 mars 2021", "2021-03-15"), ("Monday, 15 March 2021", "2021-03-15"),
    ("mar. 16 mars 2021", "2021-03-16"), ("Tue Mar 16, 2021", "2021-03-16"),
])
def test_a_day_of_the_week_before_a_day_says_nothing_more(text, day):
    span = decide({"d": [text]})["d"].read(text)
    assert (str(span.start), span.precision) == (day, 1)


def test_a_month_is_no_day_of_the_week():
    span = decide({"d": ["mar 2021"]})["d"].read("mar 2021")
    assert (str(span.start), span.precision) == ("2021-03-01", 4)


ISO = [f"2021-{month:02}-{day:02}" for month, day in ((5, 1), (3, 2), (2, 4), (12, 9))]
LATE = ["28/05/2021", "13/06/2021", "30/07/2021", "25/12/2021"]


def test_days_in_figures_are_read_beside_dates_in_the_order_that_is_told():
    column = [*ISO, "2021-06-25", "03/04/2021"]
    assert decide({"date": column})["date"].read("03/04/2021") is None
    assert decide({"date": column}, "dmy")["date"].read("03/04/2021").start == dt.date(2021, 4, 3)
    assert decide({"date": column}, "mdy")["date"].read("03/04/2021").start == dt.date(2021, 3, 4)
    assert decide({"date": column}, "dmy")["date"].read("03/04/21").start == dt.date(2021, 4, 3)
    assert decide({"Date (jj/mm/aaaa)": column})["Date (jj/mm/aaaa)"].read("03/04/2021")


def test_a_day_after_the_12th_tells_the_order_beside_dates():
    read_one = decide({"date": [*ISO, "2021-06-25", "28/05/2021", "03/04/2021"]})["date"].read
    assert read_one("28/05/2021") == Span(dt.date(2021, 5, 28), dt.date(2021, 5, 28), 1)
    assert read_one("03/04/2021").start == dt.date(2021, 4, 3)


def test_a_year_of_two_digits_tells_no_order_beside_dates():
    """21/03/05 may be a cut 2021-03-05."""
    assert decide({"date": [*ISO, "2021-06-25", "21/03/05"]})["date"].read("21/03/05") is None


@pytest.mark.parametrize("late", [LATE, ["05/28/2021", "06/13/2021", "07/30/2021"]])
def test_days_and_months_that_a_program_exchanged_are_refused(late):
    with pytest.raises(UndecidedError, match="exchanged day and month"):
        decide({"date": [*ISO, *late]})
    assert decide({"date": [*ISO, *late]}, "dmy" if late is LATE else "mdy")["date"].read(late[0])


@pytest.mark.parametrize("column", [
    [*ISO, "2021-06-25", *LATE], [*ISO, *LATE, "03/04/2021"], [*ISO, *LATE[:2]], [*ISO[:2], *LATE],
])
def test_dates_that_nobody_exchanged_are_no_question(column):
    assert decide({"date": column})["date"].read(LATE[0])


@pytest.mark.parametrize(("text", "month"), [("15 fév 2021", 2), ("15-juill-21", 7)])
def test_months_as_people_shorten_them(text, month):
    assert read(text).start == dt.date(2021, month, 15)
