"""The demonstration, and profiles of its units, built when first asked for."""

from __future__ import annotations

from functools import cache

import pytest

from data.ground import Ground
from data.profile.area import search
from data.profile.build import build
from data.selection import Selection
from data.settle import settled


@pytest.fixture(scope="session")
def snapshot(demo_store):
    return demo_store.require()


@pytest.fixture(scope="session")
def ground(snapshot):
    return Ground(snapshot)


@pytest.fixture(scope="session")
def profiled(snapshot, ground):
    """A function from a unit and a query to the unit's profile."""

    @cache
    def made(unit, query=""):
        selection = settled(Selection.from_query(query), ground)
        return build(search(ground, unit), selection, snapshot, ground)

    return made
