"""What a snapshot holds, in a few numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import ibis

from data.evidence.stored import SCHEMAS
from data.model import incidents
from data.store import Snapshot

STAMP = "%Y%m%dT%H%M%S%fZ"
"""How a snapshot's id begins: the moment, in UTC, at which it was begun."""


@dataclass(frozen=True)
class Contents:
    """A snapshot's id, the moment it was made, UTC, and how much it holds.

    `imported` names the files that it added to the one before.
    """

    id: str
    made: dt.datetime | None
    incidents: int
    evidence: int
    imported: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the numbers as scripts read them."""
        made = self.made.isoformat() if self.made else None
        return {"id": self.id, "made": made, "incidents": self.incidents,
                "evidence": self.evidence, "imported": list(self.imported)}


def of(snapshot: Snapshot) -> Contents:
    """Count what a snapshot holds; raises `StoreError` where it cannot be read."""
    stored = [ibis.table(schema, name=name) for name, schema in SCHEMAS.items()
              if snapshot.holds(name)]
    counts = [_count(snapshot, table) for table in (incidents(), *stored)]
    return Contents(snapshot.id, made(snapshot.id), counts[0], sum(counts[1:]),
                    tuple(snapshot.meta().get("imported", ())))


def made(id: str) -> dt.datetime | None:
    """Return the moment that a snapshot's id tells; None for a name of another kind."""
    try:
        return dt.datetime.strptime(id.partition("-")[0], STAMP).replace(tzinfo=dt.UTC)
    except ValueError:
        return None


def _count(snapshot: Snapshot, table: Any) -> int:
    return int(snapshot.rows(table.agg(n=table.count()))[0]["n"])
