"""Seizures by place: each in one place alone, none lost, units never mixed."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from data.hexes import resolutions
from data.queries.seizures import seized_at, seizures, units_seized
from data.selection import Selection


@pytest.fixture(scope="module")
def rows(snapshot):
    return snapshot.rows(seizures(Selection()))


def test_every_seizure_is_there_once(rows, demo_rows):
    found: Counter = Counter()
    for row in rows:
        found[row["kind"]] += row["n"]
    assert found == Counter(r["kind"] for r in demo_rows if r["kind"].startswith("seizure."))


def test_each_is_at_a_cell_or_a_unit_or_a_country(rows):
    assert all(sum(row[name] is not None for name in ("cell", "unit", "country")) == 1
               for row in rows)
    cells = np.array([row["cell"] for row in rows if row["cell"] is not None])
    assert set(resolutions(cells).tolist()) == {4, 6}


def test_a_quantity_is_only_there_with_its_unit(rows):
    assert all(bool(row["measure"]) == (row["quantity"] > 0) for row in rows)


def test_the_seizures_of_a_place_are_those_counted(snapshot, rows):
    places: Counter = Counter()
    for row in rows:
        places[row["cell"], row["unit"], row["country"]] += row["n"]
    for (cell, unit, country), n in list(places.most_common(3)) + list(places.items())[:3]:
        found = snapshot.rows(seized_at(
            Selection(), cell=cell, unit=unit or "", country=country or ""))
        assert len(found) == n


def test_units_are_listed_the_most_frequent_first(snapshot):
    counts = [row["n"] for row in snapshot.rows(units_seized())]
    assert counts and counts == sorted(counts, reverse=True)
