"""What names an import: the bytes of its file, and what they were read as."""

from __future__ import annotations

import hashlib

from data.classify.rules import RuleTable, own_table
from data.ingest.formats.base import Table

LENGTH = 16


def name_import(text: Table, rules: RuleTable) -> str:
    """Name an import by its file and by the rules, where they are not the product's own."""
    return id_of(text.digest(), "" if rules is own_table() else rules.digest)


def id_of(digest: str, purpose: str = "") -> str:
    """Name an import by the digest of what was read, and what it was read as, if that matters."""
    whole = hashlib.sha256(f"{digest} {purpose}".encode()).hexdigest() if purpose else digest
    return whole[:LENGTH]
