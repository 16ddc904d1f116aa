"""What the store holds of an incident that a person is about to enter or correct."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from data.history.byhand import is_by_hand
from data.history.schema import retired, versions, withdrawn
from data.ingest.entry.record import of_row
from data.model import incidents
from data.store import Snapshot

Row = dict[str, Any]


@dataclass(frozen=True)
class Known:
    """An incident in a store.

    Attributes:
        row: every field.
        retired: whether it is not in force.
        withdrawn: whether a person has retired it.
    """

    row: Row
    retired: bool
    withdrawn: bool

    @property
    def mark(self) -> str:
        """What another state of the record differs in."""
        return mark(self.row, retired=self.retired)

    @property
    def texts(self) -> dict[str, str]:
        """The fields of the form as they are filled."""
        return of_row(self.row)


def mark(row: Row | None, *, retired: bool) -> str:
    """Name the state of a record; empty where there is none."""
    return "" if row is None else f"{row['content'][:20]}-{row['import_id']}-{int(retired)}"


def known(snapshot: Snapshot | None, incident_id: str) -> Known | None:
    """Return an incident, whether it is in force or not; None where there is none."""
    if snapshot is None:
        return None
    for table, is_retired in ((incidents(), False), (retired(), True)):
        rows = snapshot.rows(table.filter(table.incident_id == incident_id))
        if rows:
            return Known(rows[0], is_retired, is_retired and _withdrawn(snapshot, incident_id))
    return None


def _withdrawn(snapshot: Snapshot, incident_id: str) -> bool:
    table = withdrawn()
    return bool(snapshot.rows(table.filter(table.incident_id == incident_id)))


def said_by_files(snapshot: Snapshot | None, incident_id: str) -> set[str]:
    """Return the contents that files have given an incident, so far and before."""
    if snapshot is None:
        return set()
    rows = [row for table in (incidents(), retired(), versions()) for row in snapshot.rows(
        table.filter(table.incident_id == incident_id).select("content", "import_id"))]
    return {row["content"] for row in rows if not is_by_hand(row["import_id"])}
