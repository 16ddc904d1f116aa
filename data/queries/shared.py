"""Incidents that may leave in counts only, where enough of them share what is counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

import ibis
import ibis.expr.types as ir

from data.model import SCHEMA, incidents
from data.packages.aggregates import LEAST
from data.queries.exports import RULES, Rules, closed, passing
from data.queries.filters import selected
from data.selection import Selection

Keys = Callable[[ir.Table], Sequence[ir.Value]]
"""Gives each incident what it is counted by; null in any where it is in no count."""


@dataclass(frozen=True)
class Counting:
    """How incidents are counted.

    Attributes:
        keys: what they are counted by.
        selections: what is counted. Of several, which are set against one another, what is in
            one alone is a group apart from what is in more, so that no count of either can be
            had from the counts of both.
    """

    keys: Keys
    selections: tuple[Selection, ...] = (Selection(),)


def whole(rows: ir.Table) -> list[ir.Value]:
    """Count all together."""
    return [ibis.literal(True)]


def countable(counting: Counting, rules: Rules = RULES) -> ir.Table:
    """Return the incidents that a count may rest on.

    These are the ones that may be passed on as they are, whether selected or not; and of the
    selected ones that may not, those that share what they are counted by with enough others.
    """
    shared = _grouped(counting, rules).filter(lambda row: row.in_group >= LEAST)
    return passing(incidents(), rules).union(shared.select(*SCHEMA.names))


def too_few(counting: Counting, rules: Rules = RULES) -> ir.Table:
    """Return the incidents that would be counted, were enough of them alike."""
    return _grouped(counting, rules).filter(lambda row: row.in_group < LEAST).select(
        *SCHEMA.names)


def _grouped(counting: Counting, rules: Rules) -> ir.Table:
    """Return the closed incidents that have all keys, with how many are in their group."""
    rows, sides = _closed(counting.selections, rules)
    keys = dict(enumerate([*counting.keys(rows), *sides]))
    keyed = rows.mutate(**{f"key{at}": key for at, key in keys.items()})
    known = keyed.filter(reduce(and_, (keyed[f"key{at}"].notnull() for at in keys)))
    group = ibis.window(group_by=[known[f"key{at}"] for at in keys])
    return known.mutate(in_group=known.count().over(group))


def _closed(
    selections: Sequence[Selection], rules: Rules
) -> tuple[ir.Table, list[ir.BooleanValue]]:
    """Return the closed incidents of any selection, and of several which of them each is in."""
    if len(selections) == 1:
        return closed(selections[0], rules), []
    rows = closed(Selection(), rules)
    names = [f"side{at}" for at in range(len(selections))]
    rows = rows.mutate(**{name: rows.incident_id.isin(selected(one, rows).incident_id)
                          for name, one in zip(names, selections, strict=True)})
    held = rows.filter(reduce(or_, (rows[name] for name in names)))
    return held, [held[name] for name in names]
