"""A person's verdict on a pair, kept in the next snapshot."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import ibis
import pyarrow as pa

from data.errors import UsageError
from data.i18n import encodable, msg
from data.ingest.own import require_own
from data.linkage.decided import Decided, decided, events, pair
from data.linkage.schema import DIFFERENT, LINKS, LINKS_TABLE, SAME
from data.model import incidents
from data.store import Snapshot, Store


@dataclass(frozen=True)
class Verdict:
    """What a person decided about two incidents.

    Attributes:
        one, other: identities of the incidents, in either order.
        same: whether they tell of one event.
        by: who decided, as a role; empty where it is not said.
        note: why; empty where it is not said.
    """

    one: str
    other: str
    same: bool = True
    by: str = ""
    note: str = ""

    def as_row(self) -> dict[str, Any]:
        """Return the row that the store keeps, decided now."""
        a, b = pair(self.one, self.other)
        return {
            "incident_id_a": a, "incident_id_b": b, "verdict": SAME if self.same else DIFFERENT,
            "by": encodable(self.by) or None, "at": dt.datetime.now(dt.UTC).replace(tzinfo=None),
            "note": encodable(self.note) or None,
        }


def decide(store: Store, verdict: Verdict) -> str:
    """Record a verdict, in place of an earlier one on the same pair; return the snapshot's name.

    Raises:
        UsageError: an incident is not in the store, the two are one, or the verdict would
            contradict others.
        StoreError: it is the demonstration's store, or another import holds it.
    """
    require_own(store)
    snapshot = store.require()
    _require_incidents(snapshot, verdict)
    _require_sound(decided(snapshot), verdict)
    row = verdict.as_row()
    with store.building() as writer:
        kept = writer.previous(LINKS_TABLE)
        fresh = writer.stage(pa.Table.from_pylist([row], LINKS.to_pyarrow()))
        others = kept.filter(~((kept.incident_id_a == row["incident_id_a"])
                               & (kept.incident_id_b == row["incident_id_b"])))
        writer.publish({LINKS_TABLE: others.union(ibis.table(LINKS, name=fresh))},
                       about={"linked": [row["incident_id_a"], row["incident_id_b"]]})
    return store.require().id


def _require_incidents(snapshot: Snapshot, verdict: Verdict) -> None:
    asked = [verdict.one, verdict.other]
    table = incidents()
    rows = snapshot.rows(table.filter(table.incident_id.isin(asked)).select("incident_id"))
    there = {row["incident_id"] for row in rows}
    for incident_id in asked:
        if incident_id not in there:
            raise UsageError(msg("The store holds no incident {id}; `app.py links` writes the "
                                 "identities of pairs.", id=encodable(incident_id)))
    if verdict.one == verdict.other:
        raise UsageError(msg("{id} is one incident; a verdict is on two.", id=verdict.one))


def _require_sound(known: Decided, verdict: Verdict) -> None:
    """Refuse what could not be true together with the other verdicts."""
    asked = pair(verdict.one, verdict.other)
    others = {key: row["verdict"] for key, row in known.links.items() if key != asked}
    joins = [key for key, said in others.items() if said == SAME]
    after = events([*joins, asked] if verdict.same else joins)
    apart = [key for key, said in others.items() if said == DIFFERENT]
    for a, b in [*apart, *([] if verdict.same else [asked])]:
        if b in after.get(a, frozenset()):
            raise UsageError(msg(
                "Then {a} and {b} would be both the same event and different ones, by other "
                "pairs that were decided; `app.py links --decided` lists them.", a=a, b=b))
