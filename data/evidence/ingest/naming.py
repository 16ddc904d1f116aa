"""Identifiers for what a file gives none."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

SEPARATOR = "\x1f"
DIGITS = 12
LONGEST = 60


def slug(text: str) -> str:
    """Write a name in lower case, without accents, its words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "-".join(kept.split())[:LONGEST].strip("-")


def content_id(prefix: str, values: Iterable[str]) -> str:
    """Name a thing by a hash of its content, after a prefix: the same content, the same id."""
    digest = hashlib.sha256(SEPARATOR.join(values).encode()).hexdigest()[:DIGITS]
    return "-".join(part for part in (slug(prefix), digest) if part)
