"""Candidates: pairs of records that may tell of one event, scored, the likeliest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import ibis.expr.types as ir
import numpy as np
import pyarrow as pa

from data.linkage.actors import Actors, frequencies, named
from data.linkage.blocks import pairs, pairs_of_few
from data.linkage.compared import IN_ENGINE, compared
from data.linkage.decided import Decided, decided
from data.linkage.rows import FARTHEST_DAYS, comparable
from data.linkage.weights import COMPONENTS, DEFAULT_SCORE, PRIOR, Level, bits_of, probability
from data.model import incidents
from data.queries.filters import selected
from data.queries.table import record
from data.selection import Selection
from data.store import Snapshot


@dataclass(frozen=True)
class Candidate:
    """A pair of incidents of different sources that may tell of one event.

    Attributes:
        a, b: their identities, the smaller first.
        score: the probability that they tell of one event, as the table of weights has it.
        route: how closely they are placed: `near`, `unit` or `country`.
        km: how far their points are apart; None without points.
        days: between their spells, 0 where these overlap.
        parts: by component, its level and what that is worth in bits.
    """

    a: str
    b: str
    score: float
    route: str
    km: float | None
    days: int
    parts: Mapping[str, tuple[Level, float]]

    def other(self, incident_id: str) -> str:
        """Return the identity that is not the one given."""
        return self.b if incident_id == self.a else self.a


def of_selection(
    snapshot: Snapshot, selection: Selection, min_score: float = DEFAULT_SCORE, *,
    within: bool = False,
) -> list[Candidate]:
    """Return the undecided candidates of a selection, the likeliest first.

    Args:
        snapshot: whose incidents are compared.
        selection: one of a pair is in it at least.
        min_score: the lowest score that is returned, 0 to 1.
        within: both of a pair must be in the selection.
    """
    chosen = comparable(selected(selection))
    whole = within or selection == Selection()
    other = chosen if whole else comparable(incidents())
    found = compared(pairs(chosen, other, whole=whole), chosen, other, min_score)
    return _scored(snapshot, found, min_score)


def of_incident(
    snapshot: Snapshot, incident_id: str, min_score: float = DEFAULT_SCORE
) -> list[Candidate]:
    """Return the undecided candidates of one incident, the likeliest first."""
    rows = snapshot.rows(record(incident_id))
    if not rows or rows[0]["date_start"] is None:
        return []
    # Only what is near in time can be near at all: few rows are then made ready.
    slack = dt.timedelta(days=FARTHEST_DAYS)
    table = incidents()
    around = table.filter(table.date_start <= rows[0]["date_end"] + slack,
                          table.date_end >= rows[0]["date_start"] - slack)
    one, others = comparable(record(incident_id)), comparable(around)
    return _scored(snapshot, compared(pairs_of_few(one, others), one, others, min_score), min_score)


def _scored(snapshot: Snapshot, pairs: ir.Table, min_score: float) -> list[Candidate]:
    found = snapshot.fetch(pairs)
    if not found.num_rows:
        return []
    levels, bits = _worth(found, Actors(_shares(snapshot)))
    kept = np.flatnonzero(bits.sum(axis=1) >= bits_of(min_score))
    rows = found.take(pa.array(kept)).to_pylist()
    candidates = [_candidate(row, levels[i], bits[i]) for row, i in zip(rows, kept, strict=True)]
    return _offered(candidates, decided(snapshot))


def _worth(found: pa.Table, actors: Actors) -> tuple[Any, Any]:
    """Return each pair's levels, shape (n, 6), and bits with the prior's last, shape (n, 7)."""
    judged = [actors.judge(one, other) for one, other in zip(
        found["actors_a"].to_pylist(), found["actors_b"].to_pylist(), strict=True)]
    levels = np.column_stack([*(found[name].to_numpy() for name in IN_ENGINE),
                              [level for level, _ in judged]]).astype(np.int64)
    tables = [np.array([level.bits for level in COMPONENTS[name]]) for name in IN_ENGINE]
    bits = np.column_stack([
        *(table[levels[:, i]] for i, table in enumerate(tables)),
        [worth for _, worth in judged],
        [PRIOR[route] for route in found["route"].to_pylist()]])
    return levels, bits


@lru_cache(maxsize=4)
def _shares(snapshot: Snapshot) -> dict[str, float]:
    """Return how common names are among all incidents that name an actor."""
    table = incidents()
    counted = {row["name"]: row["incidents"] for row in snapshot.rows(named(table))}
    naming = table.filter(table.actors.length() > 0)
    return frequencies(counted, int(snapshot.rows(naming.agg(n=naming.count()))[0]["n"]))


def _candidate(row: dict[str, Any], levels: Any, bits: Any) -> Candidate:
    a, b = sorted((row["id_a"], row["id_b"]))
    names = (*IN_ENGINE, "actors")
    parts = {name: (COMPONENTS[name][levels[i]], float(bits[i])) for i, name in enumerate(names)}
    return Candidate(a, b, probability(float(bits.sum())), row["route"], row["km"],
                     int(row["days"]), parts)


def _offered(found: Iterable[Candidate], known: Decided) -> list[Candidate]:
    """Drop pairs that are decided, and the second of a pair that was met from both sides."""
    once = {(one.a, one.b): one for one in found if not known.settles(one.a, one.b)}
    return sorted(once.values(), key=lambda one: (-one.score, one.a, one.b))
