"""The demonstration's rows in Python, as what queries are checked against."""

from __future__ import annotations

import pytest

from data.model import incidents

FIELDS = ("incident_id", "source", "source_record_id", "kind", "kind_confidence", "date_start",
          "date_end", "date_precision", "lat", "lon", "where_precision", "admin0", "admin1",
          "admin1_id", "place",
          "actors", "fatalities_low", "fatalities_best", "fatalities_high", "notes", "flags",
          "synthetic", "cell")


@pytest.fixture(scope="session")
def demo_rows(demo_store):
    return demo_store.require().rows(incidents().select(*FIELDS))


@pytest.fixture(scope="session")
def snapshot(demo_store):
    return demo_store.require()
