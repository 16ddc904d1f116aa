"""Coarse incidents by the place that they are known to equal counting rows one by one."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from data.queries.coarse import coarse, known_to
from data.selection import Selection

Places = Counter[tuple[str | None, str | None]]
"""How many, by unit and country."""


def place(row):
    unit = row["admin1_id"] if row["where_precision"] in (3, 4) else None
    return unit, row["admin0"] if row["where_precision"] <= 6 else None


def test_counts_by_place_are_those_of_the_rows(snapshot, demo_rows):
    found: Places = Counter()
    for row in snapshot.rows(coarse(Selection())):
        found[row["unit"], row["country"]] += row["n"]
    assert found == Counter(place(row) for row in demo_rows if row["where_precision"] > 2)


def test_the_incidents_of_a_place_are_those_that_were_counted(snapshot):
    window = Selection(date_from=dt.date(2019, 1, 1), date_to=dt.date(2019, 12, 31))
    first, last = ((day - dt.date(1970, 1, 1)).days for day in (window.date_from, window.date_to))
    counted: Places = Counter()
    for row in snapshot.rows(coarse(window)):
        if row["start"] <= last and row["end"] >= first:
            counted[row["unit"], row["country"]] += row["n"]
    for (unit, country), n in counted.items():
        rows = known_to(window, unit=unit) if unit else known_to(window, country=country)
        assert len(snapshot.rows(rows)) == n
