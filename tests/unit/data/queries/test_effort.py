"""Distinct sources by hexagon and month equal counting rows one by one."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from data.hexes import parents, resolutions
from data.queries.effort import effort, reporters
from data.selection import Selection


def test_sources_by_cell_and_month_are_those_of_the_rows(snapshot, demo_rows):
    placed = [row for row in demo_rows if row["cell"]]
    cells = np.array([row["cell"] for row in placed])
    fine = resolutions(cells) >= 5
    at_five = parents(cells, 5)
    expected = defaultdict(set)
    for row, cell, enough in zip(placed, at_five.tolist(), fine.tolist(), strict=True):
        if enough:
            month = (row["date_start"].year - 1970) * 12 + row["date_start"].month - 1
            expected[cell, month].add(row["source"])
    found = {(row["cell"], row["month"]): row["sources"]
             for row in snapshot.rows(effort(Selection(), 5))}
    assert found == {key: len(sources) for key, sources in expected.items()}


def test_a_filter_leaves_its_own_sources(snapshot):
    some = snapshot.rows(effort(Selection.of(kind=["seizure"]), 4))
    every = {(row["cell"], row["month"]): row["sources"]
             for row in snapshot.rows(effort(Selection(), 4))}
    assert some and all(row["sources"] <= every[row["cell"], row["month"]] for row in some)


def test_reporters_are_counted_in_the_window(snapshot):
    busiest = max(snapshot.rows(effort(Selection(), 4)), key=lambda row: row["sources"])
    rows = snapshot.rows(reporters(Selection(), busiest["cell"], 4))
    assert len(rows) >= busiest["sources"]
    year = snapshot.rows(reporters(Selection.of(from_="2020", to="2020"), busiest["cell"], 4))
    assert all(row["months"] <= 13 for row in year)
    assert sum(r["incidents"] for r in year) < sum(r["incidents"] for r in rows)
