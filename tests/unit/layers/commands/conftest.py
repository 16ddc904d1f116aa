"""A small synthetic store on disk."""

from __future__ import annotations

import ibis
import pytest

from data.demo.generator import generate
from data.model import SCHEMA, TABLE
from data.store import Store


@pytest.fixture(scope="session")
def made_store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("commands") / "store"
    with Store(folder).building() as writer:
        name = writer.stage(generate(seed=5, n=60))
        writer.publish(
            {TABLE: ibis.table(SCHEMA, name=name), "imports": writer.previous("imports"),
             "rejects": writer.previous("rejects")}, about={"synthetic": True})
    return folder
