"""A snapshot's mark in a link: short, and enough to find it, or to tell what changed since."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from data.contents import made
from data.manifest.numbers import imports
from data.store import Snapshot, Store

KEY, WAS = "as", "was"
"""In a link: the data that it was made from; and the wish to see the page over that data."""
_MARK = re.compile(r"(\d{8}T\d{6})-([0-9a-f]{6})\.(\d{1,9})")


@dataclass(frozen=True)
class Mark:
    """Names a snapshot, as in `20261126T014010-abc123.12`.

    Attributes:
        second: when it was begun, UTC.
        word: the end of its id.
        imports: how many files and entries it rested on.
    """

    second: str
    word: str
    imports: int

    @classmethod
    def of(cls, snapshot: Snapshot) -> Self | None:
        """Return the mark of a snapshot; None where its id tells no moment."""
        stamp, _, word = snapshot.id.partition("-")
        if made(snapshot.id) is None or not re.fullmatch(r"[0-9a-f]{6}", word):
            return None
        return cls(stamp[:15], word, len(imports(snapshot)))

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read a mark; None for what is none."""
        found = _MARK.fullmatch(text)
        return cls(found[1], found[2], int(found[3])) if found else None

    def __str__(self) -> str:
        return f"{self.second}-{self.word}.{self.imports}"

    def names(self, id: str) -> bool:
        """Tell whether a snapshot's id is the one that is meant."""
        return id.startswith(self.second) and id.endswith(f"Z-{self.word}")

    def kept_in(self, store: Store) -> str | None:
        """Return the id of the snapshot, where the store still keeps it."""
        return next((one.id for one in store.snapshots() if self.names(one.id)), None)


def dated(query: str, mark: Mark | None) -> str:
    """Add to a page's query the data that it was made from."""
    own = f"{KEY}={mark}" if mark else ""
    return "&".join(part for part in (query, own) if part)
