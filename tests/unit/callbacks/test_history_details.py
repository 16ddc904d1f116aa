"""What an incident said before stands in its details, as text."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from callbacks import history_details, incident_details
from data.ingest.identity import incident_id
from data.store import Store
from tests.support import plain
from tests.unit.callbacks.test_stacked import told

SOURCE = "An invented source"
A, B = incident_id(SOURCE, "a"), incident_id(SOURCE, "b")
HOSTILE = "<b onclick=alert(1)>"


@pytest.fixture
def store(settings):
    """An empty store, not the demonstration's."""
    return Store(settings.store)


@pytest.fixture
def snapshot(bring, store):
    """An incident that was revised twice, and one that is retired."""
    for month, deaths in enumerate((3, 5, 4), start=1):
        rows: list[dict[str, Any]] = [{"id": "a", "fatalities": deaths},
                                      {"id": "b", "notes": HOSTILE}]
        bring(plain(*rows[:1 if month == 3 else 2], extra=["id"]), name=f"{month}.csv",
              source=SOURCE, as_of=dt.date(2024, month, 1), full=month == 3)
    return store.require()


def test_revisions_are_told_in_their_order_with_their_imports(snapshot):
    said = told(incident_details.tell(snapshot, A, "en"))
    assert "Revised twice: deaths, best estimate: 3, then 5, then 4" in said
    assert "from 1.csv" in said and "deaths, best estimate: 3 → 5" in said


def test_what_was_never_revised_has_no_history(snapshot):
    assert history_details.tell(snapshot, B, "en") is None


def test_a_retired_incident_says_what_retired_it(snapshot):
    said = told(incident_details.tell(snapshot, B, "en"))
    assert said.startswith("Retired: a whole export of its source, 3.csv, imported ")
    assert "no longer in the data" in told(incident_details.tell(snapshot, "nobody", "en"))


def test_what_a_source_writes_stays_text(bring, store):
    for notes in ("plain", HOSTILE):
        bring(plain({"id": "a", "notes": notes}, extra=["id"]), source=SOURCE)
    details = history_details.tell(store.require(), A, "en")
    assert HOSTILE in told(details) and "dangerously" not in str(details.to_plotly_json())
