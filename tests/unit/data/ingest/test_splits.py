"""States that came out of others, judged on the day of the event."""

from __future__ import annotations

import datetime as dt

import numpy as np

from data.boundaries import load_countries
from data.ingest.splits import EPOCH, splits, still_one


def one(found, named, day):
    days = np.nan if day is None else (dt.date.fromisoformat(day) - EPOCH).days
    there, told = (np.array([code], dtype=object) for code in (found, named))
    return bool(still_one(there, told, np.array([float(days)]))[0])


def test_south_sudan_was_part_of_sudan_to_the_day_before():
    assert one("SS", "SD", "2011-07-08") and not one("SS", "SD", "2011-07-09")


def test_the_predecessor_was_not_part_of_the_successor():
    assert not one("SD", "SS", "2005-01-01")


def test_others_were_never_one():
    assert not one("NE", "ML", "1990-01-01") and not one(None, "SD", "1990-01-01")
    assert not one("SS", None, "1990-01-01")


def test_an_unknown_day_is_judged_by_the_borders_of_today():
    assert not one("SS", "SD", None)


def test_every_state_of_the_table_is_drawn():
    assert {code for pair in splits() for code in pair} <= set(load_countries().iso2)
    assert len(splits()) > 20
