"""Doubts about a record of evidence that is kept, and how a row carries them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from data.i18n import Message, msg
from data.model import FLAGS as INCIDENT_FLAGS

SHARED = ("country_conflict", "country_unknown", "where_precision_unstated", "licence_unknown")

FLAGS: dict[str, Message] = {
    **{reason: INCIDENT_FLAGS[reason] for reason in SHARED},
    "one_language": msg("it is said in French alone, and shown so in both languages"),
    "position_not_used": msg("it names known places; its own position was not used"),
    "unit_newer": msg("the unit named is newer than those drawn; it counts as a vague area"),
    "numbers_order": msg("its numbers are not in the order lowest, best, highest"),
    "source_changed": msg("a record of another source had this identifier and was revised"),
}

Flag = dict[str, str | None]


def flag(reason: str, named: str | None = None, found: str | None = None,
         suggestion: str | None = None) -> Flag:
    """Build a doubt, in the fields that incidents use."""
    assert reason in FLAGS, reason
    return {"reason": reason, "named": named, "found": found, "suggestion": suggestion}


def write(flags: Iterable[Flag]) -> str:
    """Write doubts as the store keeps them."""
    return json.dumps(list(flags), ensure_ascii=False)


def read(text: str | None) -> list[dict[str, Any]]:
    """Read doubts back from a stored row."""
    found: list[dict[str, Any]] = json.loads(text or "[]")
    return found
