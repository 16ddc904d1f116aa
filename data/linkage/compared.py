"""Pairs compared by everything but their actors: a level a component, in the engine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import add

import ibis
import ibis.expr.types as ir

from data.linkage.weights import ACTORS_MOST, COMPONENTS, PRIOR, bits_of, index

CLOSE_SHARE = 0.4
"""Of what their precision allows: two points within it are near each other."""
SHORT_DAYS, LONG_DAYS = 10, 45
"""Two spells span less than so many days together."""
MANY_DEATHS = 10
RELATED: tuple[frozenset[str], ...] = (
    frozenset({"violence", "kidnapping", "cattle_theft", "predation", "intervention"}),
    frozenset({"seizure", "trafficking", "finance", "intervention"}),
)
"""Families between which sources draw the line differently."""
IN_ENGINE = ("time", "place", "kind", "deaths", "goods")
Case = tuple[ir.BooleanValue, str]


def compared(pairs: ir.Table, left: ir.Table, right: ir.Table, min_score: float) -> ir.Table:
    """Return pairs with a level for each component but the actors, and the actors of both.

    Pairs that no agreement of actors could raise to `min_score` are left out.

    Returns:
        `id_a`, `id_b`, `route`, `km`, `days` (between the spells, 0 where they overlap), the
        positions of levels by component, and `actors_a`, `actors_b`.
    """
    b = right.rename({f"{name}_b": name for name in right.columns})
    rows = pairs.rename(pair_b="id_b").join(left, pairs.id_a == left.id)
    rows = rows.join(b, rows.pair_b == b.id_b)
    days = ibis.greatest(rows.start - rows.end_b, rows.start_b - rows.end, 0)
    rows = rows.mutate(days=days)
    rows = rows.mutate(time=_time(rows), place=_place(rows), kind_level=_kind(rows),
                       deaths=_deaths(rows), goods_level=_goods(rows))
    rows = rows.select("id_a", "id_b", "route", "km", "days", "time", "place", "deaths",
                       kind="kind_level", goods="goods_level", actors_a="actors",
                       actors_b="actors_b")
    return rows.filter(_bits(rows) + ACTORS_MOST >= bits_of(min_score))


def _bits(rows: ir.Table) -> ir.FloatingColumn:
    """Add up what the levels are worth, actors apart."""
    prior = ibis.cases(*((rows.route == route, bits) for route, bits in PRIOR.items()), else_=0.0)
    worth = [ibis.cases(*((rows[name] == i, level.bits)
                          for i, level in enumerate(COMPONENTS[name])), else_=0.0)
             for name in IN_ENGINE]
    return reduce(add, worth, prior)


def _level(component: str, cases: Sequence[Case], other: str) -> ir.IntegerColumn:
    """Choose the first level whose condition holds; one that is not known does not."""
    return ibis.cases(
        *((test.fill_null(False), index(component, name)) for test, name in cases),
        else_=index(component, other)).cast("int8")


def _time(rows: ir.Table) -> ir.IntegerColumn:
    exact = (rows.start == rows.end) & (rows.start_b == rows.end_b)
    over = ibis.greatest(rows.end, rows.end_b) - ibis.least(rows.start, rows.start_b)
    return _level("time", [
        (exact & (rows.days == 0), "same_day"), (exact & (rows.days == 1), "next_day"),
        (exact, "days_apart"), (rows.days > 0, "spells_apart"),
        (over < SHORT_DAYS, "overlap"), (over < LONG_DAYS, "long_overlap")], "wide_overlap")


def _place(rows: ir.Table) -> ir.IntegerColumn:
    near = rows.route == "near"
    return _level("place", [
        (rows.route == "country", "country"),
        ((rows.route == "unit") & (rows.named != rows.named_b), "unit"),
        (rows.named == rows.named_b, "named"),
        (near & (rows.km <= CLOSE_SHARE * (rows.reach + rows.reach_b)), "close"),
        (near, "within")], "unit")


def _kind(rows: ir.Table) -> ir.IntegerColumn:
    related = reduce(lambda a, b: a | b, [rows.family.isin(list(group))
                                          & rows.family_b.isin(list(group)) for group in RELATED])
    return _level("kind", [
        (rows.unclassified | rows.unclassified_b, "unknown"), (rows.kind == rows.kind_b, "same"),
        (rows.family == rows.family_b, "family"), (related, "related")], "other")


def _deaths(rows: ir.Table) -> ir.IntegerColumn:
    known = rows.low.notnull() & rows.low_b.notnull()
    apart = ibis.greatest(rows.low - rows.high_b, rows.low_b - rows.high, 0)
    # A fifth of the larger count, rounded down: 12 and 11 are counts of the same dead.
    agree = 5 * apart <= ibis.greatest(rows.low, rows.low_b)
    some = (rows.high > 0) & (rows.high_b > 0)
    many = ibis.least(rows.high, rows.high_b) >= MANY_DEATHS
    near = some & ((apart <= 2) | (2 * apart <= ibis.greatest(rows.low, rows.low_b)))
    return _level("deaths", [
        (~known, "unknown"), ((rows.high == 0) & (rows.high_b == 0), "none"),
        (agree & some & many, "many"), (agree & some, "agree"), (apart == 0, "none"),
        (near, "near")], "far")


def _goods(rows: ir.Table) -> ir.IntegerColumn:
    known = rows.goods.notnull() & rows.goods_b.notnull()
    measured = (rows.quantity > 0) & (rows.quantity_b > 0) & (
        rows.measure.fill_null("") == rows.measure_b.fill_null(""))
    ratio = ibis.greatest(rows.quantity, rows.quantity_b) / ibis.least(
        rows.quantity, rows.quantity_b)
    return _level("goods", [
        (~known, "unknown"), (rows.goods != rows.goods_b, "other"),
        (measured & (ratio <= 1.1), "amount"), (measured & (ratio > 2), "far")], "goods")
