"""A small snapshot of invented incidents, and exports of it."""

from __future__ import annotations

import ibis

from data.demo.generator import generate
from data.model import SCHEMA, TABLE
from data.store import Store


def snapshot(folder, n=120):
    """Return a snapshot of so many incidents."""
    store = Store(folder)
    with store.building() as writer:
        name = writer.stage(generate(seed=5, n=n))
        writer.publish(
            {TABLE: ibis.table(SCHEMA, name=name), "imports": writer.previous("imports"),
             "rejects": writer.previous("rejects")}, about={"synthetic": True})
    return store.require()
