"""Totals and breakdowns against sums in Python."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from data.queries.measures import deaths_over_time
from data.queries.stats import breakdown, by_unit, by_unit_code, deaths, totals
from data.selection import Selection


def test_totals_are_the_sums_of_the_rows(snapshot, demo_rows):
    found = snapshot.rows(totals(Selection()))[0]
    assert found["incidents"] == len(demo_rows)
    assert found["fatalities_best"] == sum(r["fatalities_best"] or 0 for r in demo_rows)
    assert found["date_min"] == min(r["date_start"] for r in demo_rows)
    assert found["date_max"] == max(r["date_end"] for r in demo_rows)
    assert found["synthetic"] == len(demo_rows)
    assert found["flagged"] == sum(
        any(f["reason"] == "country_conflict" for f in r["flags"]) for r in demo_rows) > 0
    assert found["sources"] == len({r["source"] for r in demo_rows})


def test_nothing_selected_is_zero_and_no_days(snapshot):
    found = snapshot.rows(totals(Selection.of(text="no such words anywhere")))[0]
    assert found == {"incidents": 0, "fatalities_low": 0, "fatalities_best": 0,
                     "fatalities_high": 0, "date_min": None, "date_max": None, "flagged": 0,
                     "synthetic": 0, "sources": 0, "deaths_known": 0}


@pytest.mark.parametrize("field", ["kind", "admin0", "where_precision", "source"])
def test_a_breakdown_sums_to_the_total(snapshot, demo_rows, field):
    found = {r["key"]: r["incidents"] for r in snapshot.rows(breakdown(Selection(), field))}
    assert found == Counter(r[field] for r in demo_rows)


def test_units_sum_to_the_total_with_their_country(snapshot, demo_rows):
    found = snapshot.rows(by_unit(Selection()))
    assert sum(r["incidents"] for r in found) == len(demo_rows)
    assert {(r["admin0"], r["key"]) for r in found} == {
        (r["admin1_id"] and r["admin1_id"][:2], r["admin1"]) for r in demo_rows}


def test_units_are_counted_by_their_code_and_coarser_incidents_are_in_none(snapshot, demo_rows):
    found = {r["key"]: r["incidents"] for r in snapshot.rows(by_unit_code(Selection()))}
    assert found == Counter(r["admin1_id"] for r in demo_rows if r["admin1_id"])


def test_a_missing_estimate_counts_as_the_best_one(bring, store):
    bring("date,lat,lon,fatalities_low,fatalities_best,fatalities_high\n"
          "2019-01-01,16,0,,3,\n2019-01-02,16,0,1,2,5\n2019-01-03,16,0,,,\n")
    found = store.require().rows(totals(Selection()))[0]
    assert [found[f"fatalities_{x}"] for x in ("low", "best", "high")] == [4, 5, 8]


def test_a_field_that_is_not_one_is_a_defect():
    with pytest.raises(ValueError, match="no_such"):
        breakdown(Selection(), "no_such")


def test_deaths_stand_source_by_source(snapshot, demo_rows):
    found = {r["key"]: r["best"] for r in snapshot.rows(deaths(Selection()))}
    wanted: Counter = Counter()
    for row in demo_rows:
        wanted[row["source"]] += row["fatalities_best"] or 0
    assert found == {source: count for source, count in wanted.items() if count}
    assert list(found.values()) == sorted(found.values(), reverse=True)


def test_deaths_over_time_sum_to_those_of_any_window_by_source(snapshot):
    first, last = dt.date(2019, 2, 3), dt.date(2020, 5, 6)
    epoch = dt.date(1970, 1, 1)
    sums: Counter = Counter()
    for row in snapshot.rows(deaths_over_time(Selection(), "day")):
        if row["start"] <= (last - epoch).days and row["end"] >= (first - epoch).days:
            sums[row["source"]] += row["deaths"]
    window = Selection(date_from=first, date_to=last)
    assert sums == {r["key"]: r["best"] for r in snapshot.rows(deaths(window))}
