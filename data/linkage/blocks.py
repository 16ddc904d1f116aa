"""Which pairs are compared at all: near in time, and in place as closely as both know it.

Comparing everything with everything is out of the question, so pairs meet in the engine by
equality: of a step of time, and of a cube of space, a first-level unit, or a country. Space is
cut into cubes around the Earth's centre, since cubes have no poles, no seam at 180° and no
distortion: a point needs the cubes that its reach touches, and nothing near it is missed. (H3
parents with their neighbours would need the library, a row at a time, for every incident that
is known to a second-level unit, and miss pairs further apart than an edge.)
"""

from __future__ import annotations

from collections.abc import Callable

import ibis
import ibis.expr.types as ir

from data.linkage.rows import FARTHEST_KM

STEP_DAYS = 10
CUBE_KM = 2 * FARTHEST_KM
FINE = 2
"""Of `date_precision` and `where_precision`: the coarsest that still is close."""

KEYS = ("id", "source", "synthetic", "start", "end", "first", "last", "x", "y", "z", "reach",
        "where_precision", "date_precision", "unit", "admin2", "country", "family")


def pairs(left: ir.Table, right: ir.Table, *, whole: bool) -> ir.Table:
    """Return the pairs of `left` with `right` that are worth comparing.

    Args:
        left: `comparable` incidents.
        right: `comparable` incidents to set them against.
        whole: both are the same incidents, and each pair is wanted once.

    Returns:
        `id_a`, `id_b`, `route` (`near`, `unit` or `country`) and `km`, null without points.
    """
    a, b = left.select(*KEYS), right.select(*KEYS)
    met = (_by_cube(a, b, whole), _by_unit(a, b, whole), _by_country(a, b, whole))
    return ibis.union(*(found.filter(fits(found)).select(
        "id_a", "id_b", "km", route=ibis.literal(route))
        for found, (route, fits) in zip(met, ROUTES.items(), strict=True)))


def pairs_of_few(left: ir.Table, right: ir.Table) -> ir.Table:
    """Return what `pairs` does of a few incidents with few others: each is set against each."""
    a, b = left.select(*KEYS), _renamed(right.select(*KEYS))
    met = _measured(a.join(b, _both(a, b, whole=False)))
    route = ibis.cases(*((fits(met), name) for name, fits in ROUTES.items()), else_=None)
    return met.select("id_a", "id_b", "km", route=route).filter(lambda r: r.route.notnull())


def _is_near(met: ir.Table) -> ir.BooleanValue:
    """Tell whether two points may be one, as closely as both are known."""
    return (met.km <= met.reach + met.reach_b).fill_null(False)


def _is_in_unit(met: ir.Table) -> ir.BooleanValue:
    """Tell whether two are known to one first-level unit, or to one second-level unit of it."""
    coarse = met.reach.isnull() | met.reach_b.isnull()
    beyond = ((ibis.greatest(met.where_precision, met.where_precision_b) > FINE)
              & (met.admin2 == met.admin2_b) & (met.km > met.reach + met.reach_b))
    return ((met.unit == met.unit_b) & (coarse | beyond.fill_null(False))).fill_null(False)


def _is_in_country(met: ir.Table) -> ir.BooleanValue:
    """Tell whether one is known to a country alone, and days and family agree closely."""
    coarse = ((met.reach.isnull() & met.unit.isnull())
              | (met.reach_b.isnull() & met.unit_b.isnull()))
    close = (met.start <= met.end_b + 1) & (met.start_b <= met.end + 1)
    known = (met.date_precision <= FINE) & (met.date_precision_b <= FINE)
    return (coarse & close & known & (met.country == met.country_b)
            & (met.family == met.family_b)).fill_null(False)


ROUTES: dict[str, Callable[[ir.Table], ir.BooleanValue]] = {
    "near": _is_near, "unit": _is_in_unit, "country": _is_in_country}
"""How closely a pair is placed, and when; no pair is placed in two ways."""


def _by_cube(a: ir.Table, b: ir.Table, whole: bool) -> ir.Table:
    a, b = (side.filter(side.reach.notnull()) for side in (a, b))
    for axis in "xyz":
        touched = a.reach + FARTHEST_KM
        a = a.mutate(**{f"cube_{axis}": ibis.range(
            _cube(a[axis] - touched), _cube(a[axis] + touched) + 1).unnest()})
        b = b.mutate(**{f"cube_{axis}": _cube(b[axis])})
    a, b = _stepped(a), _renamed(_stepped(b))
    cubes = [a[f"cube_{axis}"] == b[f"cube_{axis}_b"] for axis in "xyz"]
    return _measured(a.join(b, [*cubes, *_meet(a, b, whole)]))


def _by_unit(a: ir.Table, b: ir.Table, whole: bool) -> ir.Table:
    a, b = (_stepped(side.filter(side.unit.notnull())) for side in (a, b))
    b = _renamed(b)
    return _measured(a.join(b, [a.unit == b.unit_b, *_meet(a, b, whole)]))


def _by_country(a: ir.Table, b: ir.Table, whole: bool) -> ir.Table:
    a, b = (_stepped(side.filter(side.country.notnull(), side.date_precision <= FINE))
            for side in (a, b))
    b = _renamed(b)
    return _measured(a.join(
        b, [a.country == b.country_b, a.family == b.family_b, *_meet(a, b, whole)]))


def _stepped(rows: ir.Table) -> ir.Table:
    """Put a row into every step of time that it touches."""
    return rows.mutate(step=ibis.range(_step(rows["first"]), _step(rows["last"]) + 1).unnest())


def _meet(a: ir.Table, b: ir.Table, whole: bool) -> list[ir.BooleanValue]:
    """Tell when two rows meet in time: in the later of their first steps, so once."""
    return [a.step == b.step_b, a.step == ibis.greatest(_step(a["first"]), _step(b["first_b"])),
            *_both(a, b, whole)]


def _both(a: ir.Table, b: ir.Table, whole: bool) -> list[ir.BooleanValue]:
    """Tell what holds of every pair: near in time, of two sources, both invented or neither."""
    return [
        (a["first"] <= b["last_b"]) & (b["first_b"] <= a["last"]),
        a.source < b.source_b if whole else a.source != b.source_b,
        a.synthetic == b.synthetic_b,
    ]


def _renamed(rows: ir.Table) -> ir.Table:
    return rows.rename({f"{name}_b": name for name in rows.columns})


def _measured(met: ir.Table) -> ir.Table:
    """Add how far two points are apart, km straight through the ground; null without points.

    Within 100 km that is a metre less than along it.
    """
    met = met.rename(id_a="id")
    apart = [(met[axis] - met[f"{axis}_b"]) ** 2 for axis in "xyz"]
    return met.mutate(km=(apart[0] + apart[1] + apart[2]).sqrt())


def _cube(column: ir.NumericValue) -> ir.IntegerValue:
    return (column / CUBE_KM).floor().cast("int64")


def _step(column: ir.NumericValue) -> ir.IntegerValue:
    return (column / STEP_DAYS).floor().cast("int64")
