"""Doubts about a record of evidence that is kept, and how a row carries them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from data.evidence.doubts import DOUBTS

Flag = dict[str, str | None]


def flag(reason: str, named: str | None = None, found: str | None = None,
         suggestion: str | None = None) -> Flag:
    """Build a doubt, in the fields that incidents use."""
    assert reason in DOUBTS, reason
    return {"reason": reason, "named": named, "found": found, "suggestion": suggestion}


def write(flags: Iterable[Flag]) -> str:
    """Write doubts as the store keeps them."""
    return json.dumps(list(flags), ensure_ascii=False)


def read(text: str | None) -> list[dict[str, Any]]:
    """Read doubts back from a stored row."""
    found: list[dict[str, Any]] = json.loads(text or "[]")
    return found
