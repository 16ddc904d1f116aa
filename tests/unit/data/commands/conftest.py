"""A store with a little of everything, behind the command line."""

from __future__ import annotations

import shutil
from typing import Any

import pytest

from data import settings as configuration
from data.ingest.options import Options
from data.ingest.run import import_files
from data.store import Store
from tests.support import plain

ROWS: list[dict[str, Any]] = [
    {"id": "exact"},
    {"id": "near", "where_precision": 2, "kind": "cattle_theft", "fatalities": 4},
    {"id": "unit", "where_precision": 4, "date": "2020-01"},
    {"id": "pointless", "lat": "", "lon": "", "where_precision": ""},
    {"id": "astray", "lon": 12.5, "date": "2021-05-06"},
    {"id": "closed", "licence": "acled", "country": "Niger", "lat": 13.5, "lon": 2.1},
]


@pytest.fixture(scope="session")
def original(tmp_path_factory):
    """The store, imported once."""
    folder = tmp_path_factory.mktemp("mixed")
    (folder / "mixed.csv").write_text(plain(*ROWS, extra=["id", "licence"]))
    import_files(Store(folder / "store"), [folder / "mixed.csv"], Options(),
                 configuration.load({}))
    return folder / "store"


@pytest.fixture
def filled(original, settings):
    """A copy of it that is the test's own."""
    shutil.copytree(original, settings.store)
    return Store(settings.store)
