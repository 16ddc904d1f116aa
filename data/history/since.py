"""What has changed in a selection from one state of the data to another, by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import ibis.expr.types as ir

from data.ground import Ground
from data.model import incidents
from data.queries.filters import selected
from data.selection import Selection
from data.settle import settled
from data.store import Snapshot

WAYS = ("added", "revised", "entered", "left", "retired")
"""What may become of an incident: it is new; its source says otherwise; it was known and is in
the selection now; it is known and no longer in it; it is no longer in force."""

Pass = Callable[[ir.Table], ir.Table]


@dataclass(frozen=True)
class Since:
    """Changes of one selection.

    Attributes:
        then, now: incidents.
        changes: how many went each way, by kind: that of today, or the last one known.
    """

    then: int
    now: int
    changes: dict[str, Counter[str]]

    @property
    def total(self) -> Counter[str]:
        """How many went each way."""
        return sum(self.changes.values(), Counter())


def since(
    then: Snapshot, now: Snapshot, selection: Selection, passing: Pass = lambda rows: rows
) -> Since:
    """Compare the incidents of a selection, each time looked up in its own snapshot.

    Args:
        then: the earlier state of the data.
        now: the later one.
        selection: not settled.
        passing: keeps the incidents that count.

    Raises:
        UsageError: a place that the selection names is not in one of them.
    """
    before, after = (_rows(one, selection, passing) for one in (then, now))
    changes: dict[str, Counter[str]] = {}
    for way, id in _ways(before, after, then, now):
        kind = (after.get(id) or before[id])[1]
        changes.setdefault(kind, Counter())[way] += 1
    return Since(len(before), len(after), dict(sorted(changes.items())))


Rows = dict[str, tuple[str, str]]
"""Content and kind of each incident, by its identity."""


def _rows(snapshot: Snapshot, selection: Selection, passing: Pass) -> Rows:
    rows = passing(selected(settled(selection, Ground(snapshot))))
    found = snapshot.fetch(rows.select("incident_id", "content", "kind"))
    columns = (found[name].to_pylist() for name in ("incident_id", "content", "kind"))
    return {id: (content or "", kind or "") for id, content, kind in zip(*columns, strict=True)}


def _ways(before: Rows, after: Rows, then: Snapshot, now: Snapshot) -> list[tuple[str, str]]:
    fresh, gone = after.keys() - before.keys(), before.keys() - after.keys()
    known = _ids(then) if fresh else set()
    in_force = _ids(now) if gone else set()
    return [
        *(("entered" if id in known else "added", id) for id in fresh),
        *(("left" if id in in_force else "retired", id) for id in gone),
        *(("revised", id) for id in before.keys() & after.keys()
          if before[id][0] != after[id][0])]


def _ids(snapshot: Snapshot) -> set[str]:
    every = incidents()
    return set(snapshot.fetch(every.select("incident_id"))["incident_id"].to_pylist())
