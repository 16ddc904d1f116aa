"""What persons decided about pairs, and the events that follow from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import ibis

from data.linkage.schema import LINKS, LINKS_TABLE, SAME
from data.store import Snapshot

Pair = tuple[str, str]


def pair(one: str, other: str) -> Pair:
    """Write a pair as it is kept: the smaller identity first."""
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True)
class Decided:
    """The verdicts of a store.

    Attributes:
        links: each pair's row, by its identities.
        events: incidents that were joined, by each of them: all that tell of its event.
    """

    links: Mapping[Pair, Mapping[str, Any]] = field(default_factory=dict)
    events: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def settles(self, one: str, other: str) -> bool:
        """Tell whether a pair was decided, or follows from pairs that were."""
        return pair(one, other) in self.links or self.joined(one, other)

    def joined(self, one: str, other: str) -> bool:
        """Tell whether two incidents were decided to tell of one event, perhaps by a chain."""
        return other in self.events.get(one, frozenset())

    def clusters(self) -> list[frozenset[str]]:
        """Return the events that more than one incident tells of, by their first identity."""
        return sorted(set(self.events.values()), key=min)


def decided(snapshot: Snapshot) -> Decided:
    """Read the verdicts that a snapshot holds."""
    if not snapshot.holds(LINKS_TABLE):
        return Decided()
    table = ibis.table(LINKS, name=LINKS_TABLE)
    return of_rows(snapshot.rows(table.order_by(["incident_id_a", "incident_id_b"])))


def of_rows(rows: Iterable[Mapping[str, Any]]) -> Decided:
    """Put rows of links together."""
    links = {(row["incident_id_a"], row["incident_id_b"]): row for row in rows}
    return Decided(links, events(key for key, row in links.items() if row["verdict"] == SAME))


def events(pairs: Iterable[Pair]) -> dict[str, frozenset[str]]:
    """Join pairs into events: each incident with all that it is joined to, itself included."""
    groups: dict[str, set[str]] = {}
    for one, other in pairs:
        merged = groups.get(one, {one}) | groups.get(other, {other})
        groups.update(dict.fromkeys(merged, merged))
    frozen = {id(group): frozenset(group) for group in groups.values()}
    return {member: frozen[id(group)] for member, group in groups.items()}
