"""What a load of boundaries did, in numbers that add up, and unit by unit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from data.areas.boundaries import Units
from data.areas.match import Match
from data.ingest.rejects import Reject
from data.ingest.relocate import Relocation


@dataclass(frozen=True)
class Change:
    """What became of a unit beside those known before, see `data.areas.match.Match`.

    `was` is its earlier name, `related` are the names of what it came from or went into.
    """

    kind: str
    unit_id: str
    name: str
    was: str | None = None
    related: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """What a load of boundaries did; `rows_read` is accepted, merged and rejected together.

    `compared` tells whether units of this level were known before in these countries, and
    `incidents` what became of the incidents there; None where the file holds no unit.
    """

    file: str
    level: int
    countries: tuple[str, ...]
    rows_read: int
    accepted: int
    merged: int
    rejected: int
    reasons: dict[str, int]
    vintages: tuple[str, ...]
    source: str
    licence: str
    columns: dict[str, str]
    changes: tuple[Change, ...]
    compared: bool
    dry_run: bool
    incidents: Relocation | None = None
    snapshot: str | None = None
    rejects: tuple[Reject, ...] = field(default=(), repr=False)

    def as_json(self) -> dict[str, Any]:
        """Return what scripts may rely on."""
        hidden = ("rejects", "changes", "compared", "dry_run", "incidents")
        shown = {name: value for name, value in vars(self).items() if name not in hidden}
        return {**shown, "matches": dict(Counter(change.kind for change in self.changes)),
                "units": [vars(change) for change in self.changes],
                "incidents": self.incidents.as_json() if self.incidents else None}


def changes(matches: list[Match], known: Units, new: Units) -> list[Change]:
    """Name what the matches say of units by position."""
    found = []
    for m in matches:
        if m.new is None:
            assert m.old is not None
            into = tuple(new.names[int(i)] for i in m.related)
            found.append(Change(m.kind, known.ids[m.old], known.names[m.old], None, into))
            continue
        was = known.names[m.old] if m.old is not None else None
        came = tuple(known.names[known.position[unit_id]] for unit_id in m.related)
        found.append(Change(m.kind, new.ids[m.new], new.names[m.new], was, came))
    return found
