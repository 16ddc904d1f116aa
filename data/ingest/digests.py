"""What names an import: the bytes of its file, and the rules."""

from __future__ import annotations

import hashlib
from pathlib import Path

from data.classify.rules import RuleTable, own_table
from data.ingest.formats.base import Table

DIGEST_CHUNK = 1 << 20
DIGEST_LENGTH = 16


def name_import(text: Table, rules: RuleTable) -> str:
    """Name an import by its file and by the rules, where they are not the product's own."""
    found = text.digest()
    if rules is not own_table():
        found = hashlib.sha256(f"{found} {rules.digest}".encode()).hexdigest()
    return found[:DIGEST_LENGTH]


def digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    found = hashlib.sha256()
    with path.open("rb") as source:
        while chunk := source.read(DIGEST_CHUNK):
            found.update(chunk)
    return found.hexdigest()
