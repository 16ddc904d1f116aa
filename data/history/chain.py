"""The versions of an incident in their order, and what changed from one to the next."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import ibis

from data.history import byhand
from data.history.order import MASK, date_said
from data.history.schema import full_exports, retired, versions, withdrawn
from data.model import EXPORTED, FIELDS, incidents
from data.store import IMPORTS_SCHEMA, Snapshot

FOLLOWS = frozenset({"incident_id", "admin0", "admin1", "admin2", "found_admin0", "flags"})
"""Fields that follow from others or from the boundaries, so that they are not said to change."""
SAID = tuple(name for name in EXPORTED if name not in FOLLOWS)

Row = dict[str, Any]


@dataclass(frozen=True)
class Import:
    """An import as the store notes it; file and moment (UTC) are None where it does not.

    `reason` is what a person gave for an entry by hand, if anything.
    """

    id: str
    file: str | None = None
    at: dt.datetime | None = None
    reason: str | None = None

    @property
    def by_hand(self) -> bool:
        """Whether a person entered it in the form."""
        return byhand.is_by_hand(self.id)

    def as_json(self) -> dict[str, Any]:
        """Return what scripts may rely on."""
        own = {"by_hand": True, "reason": self.reason} if self.by_hand else {}
        return {"import_id": self.id, "file": self.file,
                "imported": self.at.isoformat() if self.at else None, **own}


@dataclass(frozen=True)
class Change:
    """A field that a version says otherwise than the one before."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Version:
    """What an incident was said to be, since which day, by which import."""

    row: Row
    since: dt.date | None
    brought: Import
    changes: tuple[Change, ...]

    def as_json(self) -> dict[str, Any]:
        """Return what scripts may rely on."""
        return {
            **self.brought.as_json(), "as_of": self.since.isoformat() if self.since else None,
            "changes": [{"field": c.field, "from": c.before, "to": c.after}
                        for c in self.changes],
            "record": {name: self.row[name] for name in EXPORTED},
        }


@dataclass(frozen=True)
class History:
    """The versions of an incident, the one in force last; `retired` names what retired it.

    `unheeded` are those that files brought while an entry by hand stood against them.
    """

    incident_id: str
    versions: tuple[Version, ...]
    retired: Import | None
    unheeded: tuple[Version, ...] = ()

    @property
    def revisions(self) -> int:
        """How often it was revised."""
        return len(self.versions) - 1

    def as_json(self) -> dict[str, Any]:
        """Return what scripts may rely on."""
        now = self.versions[-1].row
        return {
            "incident_id": self.incident_id, "source": now["source"],
            "source_record_id": now["source_record_id"], "revisions": self.revisions,
            "retired": self.retired.as_json() if self.retired else None,
            "kind_rule": now["kind_rule"], "kind_confidence": now["kind_confidence"],
            "versions": [version.as_json() for version in self.versions],
            **({"unheeded": [version.as_json() for version in self.unheeded]}
               if self.unheeded else {}),
        }


def of(snapshot: Snapshot, incident_id: str) -> History | None:
    """Return the history of an incident; None where there is no such incident."""
    current = [row for table in (incidents(), retired())
               for row in snapshot.rows(table.filter(table.incident_id == incident_id))]
    if not current:
        return None
    now, table = current[0], versions()
    earlier = snapshot.rows(table.filter(table.incident_id == incident_id))
    said = list(_in_order([*earlier, now]))
    imports = _imports(snapshot, {row["import_id"] for _, row in said})
    told: list[Version] = []
    unheeded: list[Version] = []
    for place, row in said:
        before = told[-1].row if told else None
        if before is not None and _is_same(before, row):
            # What lies between was not taken, so that nobody went back to anything.
            continue
        version = Version(row, date_said(place), imports[row["import_id"]],
                          changes(before, row) if before else ())
        stood = before is not None and _stands(before, row)
        (unheeded if stood else told).append(version)
    return History(incident_id, tuple(told), _retired_by(snapshot, now), tuple(unheeded))


def ids_of(snapshot: Snapshot, word: str) -> list[str]:
    """Return the incidents that a person means by an id: our own, or the source's."""
    found: set[str] = set()
    for table in (incidents(), retired()):
        fits = (table.incident_id == word) | (table.source_record_id == word)
        found |= {row["incident_id"] for row in
                  snapshot.rows(table.filter(fits).select("incident_id"))}
    return [word] if word in found else sorted(found)


def changes(before: Row, after: Row) -> tuple[Change, ...]:
    """Return what the source says otherwise, in the order of the model's fields."""
    return tuple(Change(field.name, before[field.name], after[field.name]) for field in FIELDS
                 if field.name in SAID and before[field.name] != after[field.name])


def _is_same(before: Row, row: Row) -> bool:
    """Tell whether a version is the one before it, said again at a later place."""
    return bool(before["content"] == row["content"] and before["import_id"] == row["import_id"])


def _stands(before: Row, row: Row) -> bool:
    """Tell whether what is said before a version is a person's, and gives way to no file."""
    return byhand.is_held(before["import_id"]) and not byhand.is_by_hand(row["import_id"])


def _in_order(rows: Sequence[Row]) -> Iterator[tuple[int | None, Row]]:
    """Yield the place and the row of each version; the last of `rows` is in force.

    A version stands where it was first said and where it was last said: another that lies
    between shows that its source went back to it.
    """
    ends = [(row[end] if row[end] is not None else -1, position, row)
            for position, row in enumerate(rows) for end in ("first_said", "last_said")]
    ends.sort(key=lambda end: (end[0], end[1] == len(rows) - 1, (end[2]["last_seen"] or 0) & MASK))
    said = None
    for place, _, row in ends:
        if said is None or row["content"] != said:
            yield (None if place < 0 else place), row
        said = row["content"]


def _imports(snapshot: Snapshot, ids: set[str | None]) -> dict[str | None, Import]:
    table = ibis.table(IMPORTS_SCHEMA, name="imports")
    wanted = [id for id in ids if id]
    rows = snapshot.rows(table.filter(table.import_id.isin(wanted))) if wanted else []
    noted = {row["import_id"]: Import(row["import_id"], row["file"], row["at"], _reason(row))
             for row in rows}
    return {id: noted.get(id) or Import(id or "") for id in ids}


def _reason(row: Row) -> str | None:
    """Return the reason that a person gave for an entry by hand, if any."""
    if not byhand.is_by_hand(row["import_id"]):
        return None
    notes = json.loads(row["report"] or "{}").get("notes") or [None]
    return str(notes[0]) if notes[0] else None


def _retired_by(snapshot: Snapshot, now: Row) -> Import | None:
    """Return the person's entry that retired an incident.

    Else the first whole export of its source that did not list it any more.
    """
    aside = withdrawn()
    found = snapshot.rows(aside.filter(aside.incident_id == now["incident_id"]))
    if found:
        return _imports(snapshot, {found[0]["import_id"]})[found[0]["import_id"]]
    table = full_exports()
    later = table.filter(table.source == now["source"], table.seen > (now["last_seen"] or -1))
    rows = snapshot.rows(later.order_by("seen").limit(1))
    return _imports(snapshot, {rows[0]["import_id"]})[rows[0]["import_id"]] if rows else None
