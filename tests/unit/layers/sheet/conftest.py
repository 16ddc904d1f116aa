"""A small synthetic snapshot, and each layer's drawing and legend over it."""

from __future__ import annotations

import pytest

from data.demo.generator import generate
from data.demo.store import fill
from data.ground import Ground
from data.settings import load
from data.store import Store
from layers.base import Found, Request
from layers.sheet.page import blank
from layers.sheet.press import Press

MALI = (-13.0, 9.5, 5.0, 25.5)


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory):
    return fill(Store(tmp_path_factory.mktemp("store")), generate(seed=5, n=300))


@pytest.fixture(scope="session")
def ground(snapshot):
    return Ground(snapshot)


@pytest.fixture(scope="session")
def press(snapshot):
    return Press(snapshot, load({}))


@pytest.fixture
def made(snapshot, ground):
    """Return a function: a layer's drawing and legend, as a page would ask for them."""
    def make(layer, language="en"):
        request = Request(language=language)
        tables = {name: snapshot.fetch(query) for name, query in layer.queries(request).items()}
        found = Found(tables, ground)
        return layer.drawing(found, request), layer.legend(found, request)

    return make


@pytest.fixture
def axes():
    return blank(MALI, 6)[1]
