"""The actors that incidents name, and how many incidents name each."""

from __future__ import annotations

from functools import lru_cache

import ibis
import ibis.expr.types as ir

from data.gazetteer.spelling import plain
from data.queries.filters import selected
from data.search.find import SHORTEST
from data.selection import Selection
from data.store import Snapshot


def named(selection: Selection) -> ir.Table:
    """Count incidents by the whole name of each actor: `name`, `incidents`, the most first."""
    rows = selected(selection)
    names = rows.actors.map(lambda actor: actor["name"]).unique().unnest()
    each = rows.select(name=names)
    return (each.filter(each.name != "").group_by("name").agg(incidents=lambda r: r.count())
            .order_by([ibis.desc("incidents"), "name"]))


def find(snapshot: Snapshot, text: str, most: int) -> list[tuple[str, int]]:
    """Return actors of whose name every word that was typed begins a word, with their incidents."""
    words = plain(text).split()
    if sum(map(len, words)) < SHORTEST:
        return []
    found = []
    for name, incidents, folded in _known(snapshot):
        own = folded.split()
        if all(any(one.startswith(word) for one in own) for word in words):
            found.append((name, incidents))
    return found[:most]


@lru_cache(maxsize=2)
def _known(snapshot: Snapshot) -> tuple[tuple[str, int, str], ...]:
    return tuple((row["name"], row["incidents"], plain(row["name"]))
                 for row in snapshot.rows(named(Selection())))
