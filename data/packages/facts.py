"""The numbers that a package tells of itself, from the same snapshot as its rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from data import contents
from data.licences import UNSTATED
from data.packages.aggregates import LEAST, Aggregates, aggregates
from data.packages.order import Order
from data.queries.exports import FORBIDDEN, SENSITIVE, SILENT, open_to_all, passing, withheld
from data.queries.filters import selected
from data.queries.stats import totals
from data.sentence import sentence
from data.store import Snapshot

MOST_CITED = 3
"""Citations of one source that are told; a source whose records have more has them in rows."""


@dataclass(frozen=True)
class Stayed:
    """Incidents of one source that do not leave as they are, and why; see `queries.exports`."""

    source: str
    licence: str
    reason: str
    incidents: int


@dataclass(frozen=True)
class Cited:
    """A source of what leaves, as it is or in counts: its licence and the citations of its rows.

    `several` tells that its records have more citations than are listed here.
    """

    source: str
    licence: str
    incidents: int
    citations: tuple[str, ...]
    several: bool = False


@dataclass(frozen=True)
class Facts:
    """What a package tells of itself.

    Attributes:
        title: the selection in words.
        selected: incidents of the selection.
        leaving: those that leave as they are, singly or in hexagons.
        stayed: the others, by source and reason.
        aggregates: counts of those that their licence keeps.
        where, when: of what leaves, how many by precision of place and of date.
        synthetic: how many of what leaves are invented.
        sources: of what leaves and of what is counted.
        first, last: days that what leaves spans; None where nothing does.
        snapshot: the data's id.
        as_of: the day on which the data was put together; None where that is not known.
    """

    title: str
    selected: int
    leaving: int
    stayed: tuple[Stayed, ...]
    aggregates: Aggregates
    where: dict[int, int]
    when: dict[int, int]
    synthetic: int
    sources: tuple[Cited, ...]
    first: dt.date | None
    last: dt.date | None
    snapshot: str
    as_of: dt.date | None

    def kept(self, reason: str) -> int:
        """Return how many stayed for a reason."""
        return sum(one.incidents for one in self.stayed if one.reason == reason)

    @property
    def kept_by_licence(self) -> int:
        """Incidents that leave only in counts."""
        return self.kept(FORBIDDEN) + self.kept(SILENT)

    @property
    def kept_by_sensitivity(self) -> int:
        """Incidents of which nothing but their number leaves."""
        return self.kept(SENSITIVE)

    @property
    def unstated(self) -> int:
        """Incidents that leave although nobody stated their licence."""
        told = sum(one.incidents for one in self.sources if one.licence == UNSTATED)
        return told - self.kept(SILENT)


def facts(snapshot: Snapshot, order: Order) -> Facts:
    """Count what leaves and what stays."""
    selection, rules = order.selection, order.rules
    free = passing(selected(selection), rules)
    about = snapshot.rows(free.agg(
        n=free.count(), synthetic=free.synthetic.cast("int64").sum(),
        first=free.date_start.min(), last=free.date_end.max()))[0]
    made = contents.made(snapshot.id)
    return Facts(
        title=sentence(selection, order.language),
        selected=int(snapshot.rows(totals(selection))[0]["incidents"]),
        leaving=int(about["n"]),
        stayed=tuple(Stayed(row["source"] or "", row["licence"] or UNSTATED, row["reason"],
                            int(row["incidents"]))
                     for row in snapshot.rows(withheld(selection, rules))),
        aggregates=aggregates(snapshot, selection, rules, order.coarsen),
        where=_counts(snapshot, order, "where_precision"),
        when=_counts(snapshot, order, "date_precision"),
        synthetic=int(about["synthetic"] or 0), sources=_sources(snapshot, order),
        first=about["first"], last=about["last"], snapshot=snapshot.id,
        as_of=made.date() if made else None)


def _counts(snapshot: Snapshot, order: Order, field: str) -> dict[int, int]:
    rows = passing(selected(order.selection), order.rules)
    counted = rows.group_by(field).agg(n=lambda r: r.count()).order_by(field)
    return {row[field]: int(row["n"]) for row in snapshot.rows(counted)
            if row[field] is not None}


def _sources(snapshot: Snapshot, order: Order) -> tuple[Cited, ...]:
    """Return sources, the largest first, without what is too sensitive to be told of."""
    rows = selected(order.selection)
    rows = rows.filter(open_to_all(rows, order.rules))
    keyed = rows.group_by(["source", "licence", "citation"]).agg(n=lambda r: r.count())
    ranked = keyed.order_by([keyed.n.desc(), "citation"])
    found: dict[tuple[str, str], list[tuple[str | None, int]]] = {}
    for row in snapshot.rows(ranked):
        key, n = (row["source"] or "", row["licence"] or UNSTATED), int(row["n"])
        # A citation that few closed records share would tell of these records.
        open_ = row["licence"] in order.rules.licences or n >= LEAST
        found.setdefault(key, []).append((row["citation"] if open_ else None, n))
    cited = [_cited(*key, parts) for key, parts in found.items()]
    return tuple(sorted(cited, key=lambda one: (-one.incidents, one.source, one.licence)))


def _cited(source: str, licence: str, parts: list[tuple[str | None, int]]) -> Cited:
    said = [text for text, _ in parts if text]
    return Cited(source, licence, sum(n for _, n in parts), tuple(said[:MOST_CITED]),
                 len(said) > MOST_CITED)
