"""Incidents of taxation in an area: counted by what, by whom and for what, never summed."""

from __future__ import annotations

from collections import Counter

import h3

from data import hexes
from data.queries import levies
from data.queries.filters import selected
from data.selection import Selection


def taxed(rows):
    return [row for row in rows if row["kind"].startswith("taxation.")]


def collector(row):
    return next((a["name"] for a in row["actors"] if a["role"] == "collector"), None)


def test_a_unit_is_counted_as_python_counts_it(snapshot, demo_rows):
    found = {row["unit"]: row for row in snapshot.rows(levies.reports_by_unit(Selection()))}
    own = Counter(row["admin1_id"] for row in taxed(demo_rows) if row["admin1_id"])
    assert {unit: row["incidents"] for unit, row in found.items()} == own
    assert all(row["synthetic"] == row["incidents"] for row in found.values())


def test_the_window_is_left_to_the_clock(snapshot):
    whole, cut = (snapshot.rows(levies.reports_by_unit(one)) for one in (
        Selection(), Selection.of(from_="2020", to="2020")))
    assert whole == cut


def test_a_ledger_gives_the_lowest_and_highest_amount_on_each_terms(snapshot):
    rows = snapshot.rows(levies.ledger(levies.in_country(levies.reports(Selection()), "ML")))
    every = snapshot.rows(selected(Selection.of(country=["ML"])))
    own = taxed(every)
    assert sum(row["incidents"] for row in rows) == len(own) > 0
    for row in rows:
        same = [one for one in own if (one["kind"], collector(one), one["currency"], one["basis"])
                == (row["kind"], row["collector"], row["currency"], row["basis"])]
        amounts = [one["amount_low"] for one in same if one["amount_low"] is not None]
        highest = [one["amount_high"] for one in same if one["amount_high"] is not None]
        assert row["incidents"] == len(same) and row["stated"] == len(amounts)
        assert (row["low"], row["high"]) == (min(amounts, default=None),
                                             max(highest, default=None))


def test_a_hexagon_holds_what_lies_in_it(snapshot, demo_rows):
    own = {row["incident_id"]: parent(row["cell"]) for row in taxed(demo_rows) if row["cell"]}
    (busiest, n), = Counter(own.values()).most_common(1)
    inside = snapshot.rows(levies.in_cell(levies.reports(Selection()), busiest, 4))
    assert {row["incident_id"] for row in inside} == {
        id for id, cell in own.items() if cell == busiest}
    assert len(inside) == n > 1


def parent(cell):
    return h3.str_to_int(h3.cell_to_parent(hexes.text(cell), 4))
