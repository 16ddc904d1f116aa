"""Invented records of two sources, as comparing sees them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ibis
import pyarrow as pa
import pytest

from data.linkage.candidates import of_incident, of_selection
from data.model import SCHEMA, TABLE
from data.selection import Selection
from data.store import Store

DAY = dt.date(2019, 3, 7)
USUAL: dict[str, Any] = {
    "source": "A", "kind": "kidnapping", "date_start": DAY, "date_precision": 1, "lat": 16.0,
    "lon": 0.0, "where_precision": 1, "admin0": "ML", "admin1_id": "ML-7", "flags": [],
    "actors": [{"name": "Group of the test", "role": "perpetrator"}], "fatalities_best": 4,
    "synthetic": True, "licence": "synthetic", "sensitivity": "public",
}


def record(incident_id: str, **differs: Any) -> dict[str, Any]:
    """Say how a record differs from `USUAL`; `days` moves its first day."""
    start = USUAL["date_start"] + dt.timedelta(days=differs.pop("days", 0))
    end = start + dt.timedelta(days=differs.pop("lasts", 0))
    return {**USUAL, "date_start": start, "date_end": end, "incident_id": incident_id,
            "source_record_id": incident_id, **differs}


def twin(incident_id: str = "b", **differs: Any) -> dict[str, Any]:
    """Tell `record` again, as source B."""
    return record(incident_id, **{"source": "B", **differs})


@pytest.fixture
def keep(tmp_path):
    """Put records into a store of their own and return its snapshot."""
    def run(*rows: dict[str, Any]):
        store = Store(tmp_path / "kept")
        table = pa.Table.from_pylist(list(rows), SCHEMA.to_pyarrow())
        with store.building() as writer:
            writer.publish({TABLE: ibis.table(SCHEMA, name=writer.stage(table))}, about={})
        return store.require()

    return run


@pytest.fixture
def offered(keep):
    """Return the candidates among records, whatever their score."""
    def run(*rows: dict[str, Any], least: float = 0.0):
        return of_selection(keep(*rows), Selection(), least)

    return run


@pytest.fixture
def only(keep):
    """Return the one candidate of the first of two records."""
    def run(*rows: dict[str, Any]):
        (one,) = of_incident(keep(*rows), rows[0]["incident_id"], 0.0)
        return one

    return run
