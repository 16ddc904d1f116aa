"""What the actors of two records speak for: a rare name in both says more than a common one."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import ibis.expr.types as ir

from data.linkage.names import alike, commonness, forms
from data.linkage.rows import BETWEEN_NAMES
from data.linkage.weights import ACTORS, NAME_FREQUENCY, SOME_COSTS, index

USUAL_SHARE, DRAWN_BY = 0.02, 100
Judged = tuple[int, float]
"""The position of a level among `ACTORS`, and what it is worth in bits."""


def named(rows: ir.Table) -> ir.Table:
    """Count incidents by actor: `name`, `incidents`, among incidents that name any."""
    names = rows.select(name=rows.actors.map(lambda actor: actor["name"]).unique().unnest())
    return names.filter(names.name.notnull()).group_by("name").agg(
        incidents=lambda r: r.count()).order_by("name")


def frequencies(counted: Mapping[str, int], incidents: int) -> dict[str, float]:
    """Return the share of incidents by plain form of a name.

    A store of few incidents tells little of how common a name is, so that each share is
    drawn towards `USUAL_SHARE` as if by `DRAWN_BY` incidents more.

    Args:
        counted: incidents by name, as `named` counts them.
        incidents: how many there are in all.
    """
    shares: dict[str, float] = {}
    for name, count in counted.items():
        for form in forms(name):
            shares[form] = shares.get(form, DRAWN_BY * USUAL_SHARE) + count
    return {form: count / (incidents + DRAWN_BY) for form, count in shares.items()}


@dataclass
class Actors:
    """Judges the actors of pairs; the same two casts are judged once.

    `shares` is the share of incidents by plain form of a name, see `frequencies`.
    """

    shares: Mapping[str, float]
    _known: dict[tuple[str, str], Judged] = field(default_factory=dict)

    def judge(self, one: str, other: str) -> Judged:
        """Compare two casts, each its names joined by `BETWEEN_NAMES`."""
        key = (one, other)
        if key not in self._known:
            self._known[key] = self._judged(_names(one), _names(other))
        return self._known[key]

    def _judged(self, one: list[str], other: list[str]) -> Judged:
        if not one or not other:
            return index("actors", "unknown"), 0.0
        few, many = sorted((one, other), key=len)
        met = [[name, *(there for there in many if alike(name, there))] for name in few]
        agreed = [names for names in met if len(names) > 1]
        if not agreed:
            return index("actors", "none"), ACTORS[index("actors", "none")].bits
        # A misspelt name is as common as the one that it was meant to be.
        rarest = min(max(self._share(name) for name in names) for names in agreed)
        bits = math.log2(ACTORS[0].m / rarest)
        if len(agreed) == len(few):
            return index("actors", "agree"), bits
        return index("actors", "some"), max(0.0, bits - SOME_COSTS)

    def _share(self, name: str) -> float:
        """Return how common a name is, by its commonest form, within `NAME_FREQUENCY`."""
        lowest, highest = NAME_FREQUENCY
        shares = [self.shares.get(form, 0.0) for form in forms(name)]
        return min(highest, max(lowest, commonness(name), *shares))


def _names(cast: str) -> list[str]:
    return [name for name in cast.split(BETWEEN_NAMES) if name]
