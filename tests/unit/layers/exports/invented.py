"""A small snapshot of invented incidents, and exports of it."""

from __future__ import annotations

from data.demo.generator import generate
from data.demo.store import fill
from data.store import Store


def snapshot(folder, n=120):
    """Return a snapshot of so many incidents."""
    return fill(Store(folder), generate(seed=5, n=n))
