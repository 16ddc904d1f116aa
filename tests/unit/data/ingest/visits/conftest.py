"""A store that visits are imported into, and what it then holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from data.evidence import base
from data.evidence.base import Evidence
from data.ingest.run import Outcome
from data.store import Store
from tests.unit.data.ingest.visits.files import visits


@pytest.fixture
def visited(bring: Callable[..., Outcome]) -> Callable[..., Outcome]:
    """Import visits into the test's own store; options follow as keywords."""

    def run(*rows: dict[str, Any], **options: Any) -> Outcome:
        return bring(visits(*rows), **options)

    return run


@pytest.fixture
def evidence(store: Store) -> Callable[[], Evidence]:
    """Read the evidence base that the store holds now."""
    return lambda: base.of(store.require())
