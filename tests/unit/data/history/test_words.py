"""How a version's origin is told."""

from __future__ import annotations

import datetime as dt

from data.history.chain import Import
from data.history.words import brought, value


def test_an_import_is_told_by_its_day_and_file():
    by = Import("one", file="events.csv", at=dt.datetime(2026, 3, 7, tzinfo=dt.UTC))
    assert brought(by, "en") == "imported 7 Mar 2026 from events.csv"


def test_a_record_that_no_import_brought_is_told_so():
    assert brought(Import("made"), "en") == "there from the beginning, without an import"


def test_who_may_see_a_record_is_said_in_the_language():
    assert value("sensitivity", "restricted", "fr") == "restreint"
    assert value("notes", "restricted", "fr") == "restricted"
