"""A small synthetic snapshot: what exports of tests are made of."""

from __future__ import annotations

from pathlib import Path

from data.demo.generator import generate
from data.demo.store import fill
from data.store import Snapshot, Store


def small(folder: Path) -> Snapshot:
    """Build a snapshot of 300 invented incidents in a folder."""
    return fill(Store(folder), generate(seed=5, n=300))
