"""The demonstration data: synthetic incidents, never a finding; see docs/demonstration-data.md."""

from __future__ import annotations

from data.demo.generator import INCIDENTS, SEED, generate
from data.demo.store import ensure, version

__all__ = ["INCIDENTS", "SEED", "ensure", "generate", "version"]
