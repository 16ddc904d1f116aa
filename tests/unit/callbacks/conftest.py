"""A small synthetic store, and the application over it; nothing here needs a browser."""

from __future__ import annotations

import ibis
import pytest

from callbacks.application import create
from callbacks.context import Context
from data import settings as configuration
from data.demo.generator import generate
from data.model import SCHEMA, TABLE
from data.store import Store

INCIDENTS = 600


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("store"))
    with store.building() as writer:
        name = writer.stage(generate(seed=7, n=INCIDENTS))
        writer.publish(
            {TABLE: ibis.table(SCHEMA, name=name), "imports": writer.previous("imports"),
             "rejects": writer.previous("rejects")}, about={"synthetic": True})
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
