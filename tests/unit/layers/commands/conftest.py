"""A small synthetic store on disk."""

from __future__ import annotations

import pytest

from data.demo.generator import generate
from data.demo.store import fill
from data.store import Store


@pytest.fixture(scope="session")
def made_store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("commands") / "store"
    fill(Store(folder), generate(seed=5, n=60))
    return folder
