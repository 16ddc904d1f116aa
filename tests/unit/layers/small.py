"""A small synthetic snapshot: what exports of tests are made of."""

from __future__ import annotations

from pathlib import Path

import ibis

from data.demo.generator import generate
from data.model import SCHEMA, TABLE
from data.store import Snapshot, Store


def small(folder: Path) -> Snapshot:
    """Build a snapshot of 300 invented incidents in a folder."""
    store = Store(folder)
    with store.building() as writer:
        name = writer.stage(generate(seed=5, n=300))
        writer.publish(
            {TABLE: ibis.table(SCHEMA, name=name), "imports": writer.previous("imports"),
             "rejects": writer.previous("rejects")}, about={"synthetic": True})
    return store.require()
