"""A store with a little of everything, behind the command line."""

from __future__ import annotations

import pytest

from tests.support import plain

ROWS = [
    {"id": "exact"},
    {"id": "near", "where_precision": 2, "kind": "cattle_theft", "fatalities": 4},
    {"id": "unit", "where_precision": 4, "date": "2020-01-02"},
    {"id": "pointless", "lat": "", "lon": "", "where_precision": ""},
    {"id": "astray", "lon": 12.5, "date": "2021-05-06"},
    {"id": "closed", "licence": "acled", "country": "Niger", "lat": 13.5, "lon": 2.1},
]


@pytest.fixture
def filled(bring, store):
    bring(plain(*ROWS, extra=["id", "licence"]), name="mixed.csv")
    return store
