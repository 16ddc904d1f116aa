"""Rows for the table, a record, and points for the map."""

from __future__ import annotations

import datetime as dt

import pytest

from data.queries.exports import leaving, withheld
from data.queries.filters import selected
from data.queries.flags import flags
from data.queries.table import latest, page, points, record
from data.selection import Selection
from tests.support import plain


def test_pages_follow_each_other_without_gap_or_repeat(snapshot):
    pages = [snapshot.fetch(page(Selection(), sort="kind", offset=o, limit=100))["incident_id"]
             .to_pylist() for o in (0, 100)]
    whole = snapshot.fetch(page(Selection(), sort="kind", limit=200))["incident_id"].to_pylist()
    assert [*pages[0], *pages[1]] == whole
    assert len(set(whole)) == 200


def test_a_page_is_sorted_the_latest_first(snapshot):
    days = snapshot.fetch(page(Selection(), limit=30))["date_start"].to_pylist()
    assert days == sorted(days, reverse=True)
    with pytest.raises(ValueError, match="nothing"):
        page(Selection(), sort="nothing")


def test_words_are_sorted_whatever_their_case_and_accents(bring, store):
    names = ["Mopti", "ménaka", "Zerho", "Égypte", "Gao"]
    bring(plain(*({"notes": name, "date": f"2019-01-0{i}"} for i, name in enumerate(names, 1))))
    rows = store.require().rows(page(Selection(), sort="notes", descending=False))
    assert [row["notes"] for row in rows] == ["Égypte", "Gao", "ménaka", "Mopti", "Zerho"]


def test_a_record_is_found_by_its_identity(snapshot, demo_rows):
    wanted = demo_rows[7]["incident_id"]
    (row,) = snapshot.rows(record(wanted))
    assert row["incident_id"] == wanted
    assert snapshot.rows(record("' OR 1=1 --")) == []


def test_the_latest_are_the_last_to_begin(snapshot, demo_rows):
    found = snapshot.rows(latest(selected(Selection()), 5))
    assert [r["date_start"] for r in found] == sorted(
        (r["date_start"] for r in demo_rows), reverse=True)[:5]


def test_points_are_exact_ones_whenever_they_happened(snapshot, demo_rows):
    found = snapshot.rows(points(Selection(), 100_000))
    assert len(found) == sum(r["where_precision"] <= 2 for r in demo_rows)
    day = dt.date(1970, 1, 1) + dt.timedelta(days=found[0]["start"])
    assert day == max(r["date_start"] for r in demo_rows if r["where_precision"] <= 2)
    assert len(snapshot.rows(points(Selection(), 10))) == 10


def test_points_of_the_window_come_before_all_others(snapshot, demo_rows):
    window = Selection.of(from_="2017", to="2017")
    inside = {r["incident_id"] for r in demo_rows if r["where_precision"] <= 2
              and r["date_start"] <= window.date_to and r["date_end"] >= window.date_from}
    every = snapshot.rows(points(window, 100_000))
    assert {r["incident_id"] for r in every[:len(inside)]} == inside
    assert len(every) == len(snapshot.rows(points(Selection(), 100_000)))
    assert [r["start"] for r in every[:len(inside)]] == sorted(
        (r["start"] for r in every[:len(inside)]), reverse=True)


def test_every_flag_is_a_row(snapshot, demo_rows):
    found = snapshot.rows(flags(Selection()))
    assert len(found) == sum(len(r["flags"]) for r in demo_rows) > 0
    assert {f["reason"] for f in found} == {"country_conflict"}


def test_what_leaves_and_what_stays_make_the_whole(snapshot, demo_rows):
    assert snapshot.fetch(leaving(Selection())).num_rows == len(demo_rows)
    assert snapshot.rows(withheld(Selection())) == []
