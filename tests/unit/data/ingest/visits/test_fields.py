"""Columns of a file of visits, found by name or named by the user."""

from __future__ import annotations

import pytest

from data.errors import UndecidedError, UsageError
from data.ingest.presets import choose
from data.ingest.presets.generic import GENERIC
from data.ingest.presets.ipis_mines import IPIS_MINES
from tests.unit.data.ingest.visits.files import COLUMNS, visits


def test_the_layout_is_recognised_and_a_part_of_it_is_not():
    assert choose("auto", COLUMNS) is IPIS_MINES
    assert choose("auto", [c for c in COLUMNS if c != "armed_group1"]) is GENERIC


def test_columns_are_taken_by_name_whatever_their_order(visited, evidence):
    visited({"longitude": 28.5, "latitude": 0.25})
    place = evidence().places["invented1"]
    assert (place.lon, place.lat) == (28.5, 0.25)


def test_a_column_of_another_name_can_be_named(bring, evidence):
    text = visits({}).replace("pcode", "site code").replace("latitude", "y")
    bring(text, preset="ipis-mines", map=["site_id=site code", "lat=y"])
    assert evidence().places["invented1"].lat == 0.33


def test_a_file_without_a_needed_column_is_asked_about(bring, store):
    with pytest.raises(UndecidedError, match=r"Which column holds site_id.*--map site_id=COLUMN"):
        bring(visits({}).replace("pcode", "site code"), preset="ipis-mines")
    assert store.current() is None


@pytest.mark.parametrize("pair", ["fatalities=name", "lat=nowhere"])
def test_a_field_or_column_that_is_not_there_is_wrong_usage(bring, pair):
    with pytest.raises(UsageError, match="--map"):
        bring(visits({}), map=[pair])
