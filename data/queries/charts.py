"""What charts show: incidents by one of their dimensions, under all filters but its own.

Each chart is one query. Values beyond the most frequent are folded into one row, and
incidents of which the dimension says nothing are one row of their own, so that nothing
leaves a chart unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import ibis
import ibis.expr.types as ir

from data.queries import calendar
from data.queries.cube import step_number
from data.queries.filters import selected
from data.selection import Selection

SHOWN, OTHERS, UNKNOWN = "shown", "others", "unknown"
"""What a row of a chart is: one value, the values folded away, or incidents without a value."""
BETWEEN = "\x1f"
"""Between the name of a unit and the code of its country: no name holds it."""


@dataclass(frozen=True)
class Dimension:
    """One way to divide incidents.

    Attributes:
        name: in addresses and scripts.
        key: gives each row of the incident table its value, null where it is not known; or
            all of its values, as an array.
        own: the fields of a selection that are its own filter, with what leaves each open.
        chosen: the values that a selection's own filter names.
        most: how many values are shown singly; None for all of them.
    """

    name: str
    key: Callable[[ir.Table], ir.Column]
    own: dict[str, Any]
    chosen: Callable[[Selection], Sequence[str]]
    most: int | None = None


def opened(dimension: Dimension, selection: Selection) -> Selection:
    """Return a selection without the dimension's own filter."""
    return replace(selection, **dimension.own)


def counts(dimension: Dimension, selection: Selection) -> ir.Table:
    """Count incidents by a dimension, under all filters but its own.

    Returns:
        `part` (see `SHOWN`), `key` (null but where shown), `incidents`, `values` (how many
        distinct ones the row stands for) and `deaths`, the best estimates of the row's
        incidents; shown ones first, the most frequent first. An incident with several values
        stands in each of their rows, and once in the row of others.
    """
    rows = selected(opened(dimension, selection))
    entries = _entries(dimension, rows)
    known = entries.filter(entries.key.notnull())
    ranked = known.group_by("key").agg(n=lambda r: r.count()).mutate(
        rank=ibis.row_number().over(order_by=[ibis.desc("n"), "key"]))
    named = entries.left_join(ranked, "key").select("incident_id", "key", "deaths", "rank")
    parts = named.mutate(part=_part(named, dimension, selection))
    told = parts.mutate(
        value=parts.key, key=ibis.ifelse(parts.part == SHOWN, parts.key, ibis.null("string")))
    each = told.group_by(["part", "key", "incident_id"]).agg(deaths=lambda r: r.deaths.max())
    values = told.group_by(["part", "key"]).agg(values=lambda r: r.value.nunique())
    counted = each.group_by(["part", "key"]).agg(
        incidents=lambda r: r.count(), deaths=lambda r: r.deaths.sum().fill_null(0).cast("int64"))
    same = [counted.part == values.part, counted.key.identical_to(values.key)]
    return counted.left_join(values, same).select(
        counted.part, counted.key, "incidents", "values", "deaths",
    ).order_by([ibis.desc("part"), ibis.desc("incidents"), "key"])


def _entries(dimension: Dimension, rows: ir.Table) -> ir.Table:
    """Return one row an incident and value: `incident_id`, `key`, `deaths`."""
    key = dimension.key(rows)
    best = rows.fatalities_best.fill_null(0)
    if not isinstance(key, ir.ArrayColumn):
        return rows.select("incident_id", key=key.cast("string"), deaths=best)
    nothing = ibis.array([ibis.null("string")])
    listed = rows.select("incident_id", key=ibis.ifelse(key.length() > 0, key, nothing),
                         deaths=best)
    return listed.mutate(key=listed.key.unnest())


def _part(named: ir.Table, dimension: Dimension, selection: Selection) -> ir.StringColumn:
    shown = named.key.notnull()
    if dimension.most is not None:
        # Row numbers begin at 0. What is chosen keeps its bar, so that it can be let go.
        kept = named.key.isin(list(dimension.chosen(selection)) or [""])
        shown = shown & ((named["rank"] < dimension.most) | kept)
    return ibis.ifelse(named.key.isnull(), UNKNOWN, ibis.ifelse(shown, SHOWN, OTHERS))


def _actors(rows: ir.Table) -> ir.ArrayColumn:
    return rows.actors.map(lambda actor: actor["name"]).unique()


def _unit(rows: ir.Table) -> ir.StringColumn:
    """Join the name of the unit and the code of its country: several countries share names."""
    return rows.admin1 + BETWEEN + rows.admin1_id.split("-")[0]


def _began(rows: ir.Table) -> ir.IntegerColumn:
    return ibis.ifelse(calendar.month_known(rows), step_number(rows.date_start, "month"),
                       ibis.null("int32"))


def _units_named(selection: Selection) -> Sequence[str]:
    """Return the keys of the units that a selection names with their country, `Gao (ML)`."""
    named = (name.removesuffix(")").rpartition(" (") for name in selection.admin1)
    return [f"{name}{BETWEEN}{code}" for name, between, code in named if between]


def _none(_selection: Selection) -> Sequence[str]:
    return ()


DIMENSIONS: tuple[Dimension, ...] = (
    Dimension("kind", lambda rows: rows.kind, {"kinds": ()}, lambda one: one.kinds, most=12),
    Dimension("actor", _actors, {"actor_names": ()}, lambda one: one.actor_names, most=12),
    Dimension("unit", _unit, {"admin1": (), "units": None, "picked": (), "picks": None},
              _units_named, most=12),
    Dimension("source", lambda rows: rows.source, {"sources": ()}, lambda one: one.sources,
              most=12),
    Dimension("weekday", calendar.weekday, {"weekdays": ()}, _none),
    Dimension("month", calendar.month, {"months": ()}, _none),
    Dimension("trend", _began, {}, _none),
)
"""In the order shown. The trend's own filter is the clock: who asks leaves its window open."""

BY_NAME: dict[str, Dimension] = {one.name: one for one in DIMENSIONS}
