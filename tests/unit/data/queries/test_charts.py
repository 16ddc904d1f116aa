"""Charts count what plain Python counts, under all filters but their own."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.model import incidents
from data.queries.charts import (
    BETWEEN,
    BY_NAME,
    DIMENSIONS,
    OTHERS,
    SHOWN,
    UNKNOWN,
    counts,
    opened,
)
from data.queries.filters import selected
from data.selection import Selection
from tests.support import plain
from tests.unit.data.queries.test_filters import filters


def known_month(row):
    first, last = row["date_start"], row["date_end"]
    whole = (first.year, first.month) == (last.year, last.month)
    return row["date_precision"] == 1 or (row["date_precision"] <= 4 and whole)


VALUES = {
    "kind": lambda row: [row["kind"]],
    "actor": lambda row: {actor["name"] for actor in row["actors"]},
    "unit": lambda row: [] if row["admin1"] is None else [
        row["admin1"] + BETWEEN + row["admin1_id"].split("-")[0]],
    "source": lambda row: [row["source"]],
    "weekday": lambda row: [str(row["date_start"].isoweekday())] * (row["date_precision"] == 1),
    "month": lambda row: [str(row["date_start"].month)] * known_month(row),
    "trend": lambda row: [str((row["date_start"].year - 1970) * 12 + row["date_start"].month - 1)
                          ] * known_month(row),
}
"""What each dimension says of an incident, once more and plainly."""

FIELDS = ("incident_id", "kind", "actors", "admin1", "admin1_id", "source", "date_start",
          "date_end", "date_precision", "fatalities_best")


def recount(rows, dimension, selection):
    """Count by hand: shown values, the others as (values, incidents), and those without any."""
    values = {row["incident_id"]: set(VALUES[dimension.name](row)) for row in rows}
    held = Counter(value for own in values.values() for value in own)
    first = sorted(held, key=lambda value: (-held[value], value))
    kept = set(first[: dimension.most]) | (set(dimension.chosen(selection)) & set(held))
    folded = set(held) - kept
    beyond = sum(bool(own & folded) for own in values.values())
    none = sum(not own for own in values.values())
    return {value: held[value] for value in kept}, (len(folded), beyond), none


def asked(snapshot, dimension, selection):
    rows = snapshot.rows(counts(dimension, selection))
    shown = {row["key"]: row["incidents"] for row in rows if row["part"] == SHOWN}
    others = [(row["values"], row["incidents"]) for row in rows if row["part"] == OTHERS]
    none = [row["incidents"] for row in rows if row["part"] == UNKNOWN]
    return shown, others[0] if others else (0, 0), none[0] if none else 0


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=filters(), dimension=st.sampled_from(DIMENSIONS), days=st.sets(st.integers(1, 7)),
       months=st.sets(st.integers(1, 12)),
       who=st.sampled_from([(), ("Herders",), ("Traders", "nobody")]), most=st.integers(1, 12))
def test_a_chart_is_an_independent_recount(
    snapshot, chosen, dimension, days, months, who, most
):
    selection = replace(chosen, weekdays=tuple(sorted(days)), months=tuple(sorted(months)),
                        actor_names=who)
    if dimension.most:
        dimension = replace(dimension, most=most)
    rows = snapshot.rows(selected(opened(dimension, selection)).select(*FIELDS))
    assert asked(snapshot, dimension, selection) == recount(rows, dimension, selection)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.sets(st.integers(1, 7), min_size=1), months=st.sets(st.integers(1, 12)))
def test_filters_by_day_and_month_hold_what_python_would_hold(snapshot, days, months):
    selection = Selection.of(weekday=days, month=months)
    found = set(snapshot.fetch(selected(selection).select("incident_id"))[0].to_pylist())
    every = snapshot.rows(incidents().select(*FIELDS))
    assert found == {
        row["incident_id"] for row in every
        if set(VALUES["weekday"](row)) & {str(day) for day in days}
        and (not months or set(VALUES["month"](row)) & {str(month) for month in months})}


@pytest.mark.parametrize("name", ["kind", "actor", "unit", "source", "weekday", "month"])
def test_a_bar_says_how_many_its_own_filter_leaves(snapshot, name):
    rows = snapshot.rows(counts(BY_NAME[name], Selection(countries=("ML",))))
    row = next(row for row in rows if row["part"] == SHOWN)
    argument = {"actor": "actor_is", "unit": "admin1"}.get(name, name)
    value = row["key"].replace(BETWEEN, " (") + ")" if name == "unit" else row["key"]
    given: dict[str, Any] = {argument: [value]}
    chosen = Selection.of(country=["ML"], **given)
    left = selected(chosen)
    assert snapshot.rows(left.agg(n=left.count()))[0]["n"] == row["incidents"]


def test_regions_named_and_regions_picked_are_one_filter():
    chosen = Selection.of(admin1=["Gao"], unit="ML-6", kind=["kidnapping"])
    assert opened(BY_NAME["unit"], chosen) == Selection.of(kind=["kidnapping"])


def test_deaths_stand_for_one_source_each(snapshot):
    dead: dict[str, int] = defaultdict(int)
    for row in snapshot.rows(incidents().select("source", "fatalities_best")):
        dead[row["source"]] += row["fatalities_best"] or 0
    rows = snapshot.rows(counts(BY_NAME["source"], Selection()))
    assert {row["key"]: row["deaths"] for row in rows} == dead


def test_a_week_across_two_months_is_of_no_month_and_a_long_captivity_of_its_first(bring, store):
    rows = plain(
        {"date": "2019-03-29", "date_end": "2019-04-03", "date_precision": 2, "notes": "vague"},
        {"date": "2019-03-30", "date_end": "2019-06-03", "date_precision": 1, "notes": "long"},
        {"date": "2019-03-01", "date_end": "2019-03-31", "date_precision": 4, "notes": "month"},
        extra=("date_end", "date_precision"))
    bring(rows)
    snapshot = store.require()
    march = snapshot.rows(selected(Selection(months=(3,))))
    assert {row["notes"] for row in march} == {"long", "month"}
    saturday = snapshot.rows(selected(Selection(weekdays=(6,))))
    assert [row["notes"] for row in saturday] == ["long"]
