"""A small synthetic store, and the application over it; nothing here needs a browser."""

from __future__ import annotations

import pytest

from callbacks.application import create
from callbacks.context import Context
from data import settings as configuration
from data.demo.generator import generate
from data.demo.store import fill
from data.store import Store

INCIDENTS = 600


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("store"))
    fill(store, generate(seed=7, n=INCIDENTS))
    return store


@pytest.fixture(scope="session")
def settings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("elsewhere")
    return configuration.load({}, store=folder / "own", demo_store=folder / "demo",
                              uploads=folder / "uploads", language="en")


@pytest.fixture(scope="session")
def context(settings, store):
    return Context(settings, store)


@pytest.fixture(scope="session")
def app(settings, store):
    return create(settings, store)


@pytest.fixture
def client(app):
    return app.server.test_client()


@pytest.fixture
def snapshot(store):
    return store.require()
