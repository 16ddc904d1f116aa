"""What each likeness of two records speaks for: the table that scores are added up from.

After Fellegi and Sunter (1969), "A Theory for Record Linkage", Journal of the American
Statistical Association 64 (328), 1183–1210. Each component of a pair is at one level. `m` is
how often it is there where both tell of one event, `u` how often where they do not, among pairs
that are near in time and place at all. The level is worth log2(m / u) bits; bits are added to
the prior, and the sum is written as a probability.

The shares are fixed judgements and visible here; those of time were corrected once, on the
tuning half of `benchmarks/linkage.py`, which prints beside them what planted pairs show.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from data.i18n import Message, msg


@dataclass(frozen=True)
class Level:
    """One level of a component.

    Attributes:
        id: as scripts read it.
        m: share among pairs that tell of one event, 0 to 1.
        u: share among pairs that do not.
        says: the level in words.
    """

    id: str
    m: float
    u: float
    says: Message

    @property
    def bits(self) -> float:
        """What the level is worth; above 0 speaks for one event."""
        return math.log2(self.m / self.u)


TIME = (
    Level("same_day", 0.55, 0.12, msg("the same day")),
    Level("next_day", 0.25, 0.22, msg("a day apart")),
    Level("days_apart", 0.20, 0.66, msg("some days apart")),
    Level("overlap", 0.55, 0.20, msg("spells of days overlap")),
    Level("long_overlap", 0.30, 0.35, msg("spells of weeks overlap")),
    Level("wide_overlap", 0.09, 0.50, msg("spells of months overlap")),
    Level("spells_apart", 0.06, 0.30, msg("the spells do not overlap")),
)
"""The first three where both know the day, the others where one does not.

A spell of months meets many events by chance: it says little, and costs what that is worth.
Spells have more rivals than days have, for which `PRIOR` has no term of its own: each `u` of the
four stands a third higher than as a share of them, which takes 0.4 bits off.
"""

PLACE = (
    Level("named", 0.48, 0.13, msg("near each other, and named alike")),
    Level("close", 0.32, 0.22, msg("near each other")),
    Level("within", 0.20, 0.65, msg("no further apart than their precision allows")),
    Level("unit", 1.0, 1.0, msg("in the same unit, and not known closer")),
    Level("country", 1.0, 1.0, msg("in the same country, and not known closer")),
)

KIND = (
    Level("same", 0.60, 0.22, msg("the same kind")),
    Level("family", 0.17, 0.13, msg("kinds of one family")),
    Level("related", 0.15, 0.20, msg("kinds that sources tell apart differently")),
    Level("other", 0.03, 0.40, msg("other kinds")),
    Level("unknown", 1.0, 1.0, msg("a kind is not known")),
)

DEATHS = (
    Level("many", 0.06, 0.004, msg("ten deaths or more, and the counts agree")),
    Level("agree", 0.42, 0.10, msg("the counts of deaths agree")),
    Level("none", 0.40, 0.40, msg("no deaths in both")),
    Level("near", 0.08, 0.15, msg("the counts of deaths are near")),
    Level("far", 0.04, 0.31, msg("the counts of deaths are far apart")),
    Level("unknown", 1.0, 1.0, msg("deaths are not stated by both")),
)

GOODS = (
    Level("amount", 0.55, 0.02, msg("the same goods in the same amount")),
    Level("goods", 0.20, 0.17, msg("the same goods")),
    Level("other", 0.17, 0.48, msg("other goods")),
    Level("far", 0.08, 0.33, msg("the same goods in another amount")),
    Level("unknown", 1.0, 1.0, msg("goods are not stated by both")),
)

ACTORS = (
    Level("agree", 0.70, 0.10, msg("the actors agree")),
    Level("some", 0.18, 0.15, msg("some of the actors agree")),
    Level("none", 0.12, 0.75, msg("the actors are others")),
    Level("unknown", 1.0, 1.0, msg("actors are not stated by both")),
)
"""`agree` and `some` are worth more or less by how common the name is, see `actors.py`."""

COMPONENTS: Mapping[str, tuple[Level, ...]] = {
    "time": TIME, "place": PLACE, "kind": KIND, "deaths": DEATHS, "goods": GOODS,
    "actors": ACTORS,
}
TITLES: Mapping[str, Message] = {
    "time": msg("Time"), "place": msg("Place"), "kind": msg("Kind"), "deaths": msg("Deaths"),
    "goods": msg("Goods"), "actors": msg("Actors"),
}

NAME_FREQUENCY = (0.01, 0.5)
"""Bounds of a name's share of the incidents: a rare name says much, but not all."""
SOME_COSTS = 2.0
"""Bits that are taken off where only some of the actors agree."""
ACTORS_MOST = math.log2(ACTORS[0].m / NAME_FREQUENCY[0])

PRIOR: Mapping[str, float] = {"near": -5.0, "unit": -7.0, "country": -9.0}
"""Bits before anything is compared, by how closely the pair is placed.

A pair that is near by both its precisions has about 30 rivals; one known to a first-level
unit or to a country alone, four and sixteen times as many.
"""

DEFAULT_SCORE = 0.5
"""As likely as not: from here on pairs are offered, where a person does not ask otherwise."""
LIKELY_SCORE = 0.8
"""From here on a pair is counted as one that may well be told twice."""


def index(component: str, level: str) -> int:
    """Return a level's position in its component."""
    return [one.id for one in COMPONENTS[component]].index(level)


def probability(bits: float) -> float:
    """Write a sum of bits as a probability."""
    return 1.0 / (1.0 + math.pow(2.0, -bits))


def bits_of(score: float) -> float:
    """Return the sum of bits that a score stands for; infinite at 0 and 1."""
    if not 0 < score < 1:
        return -math.inf if score <= 0 else math.inf
    return math.log2(score / (1.0 - score))
