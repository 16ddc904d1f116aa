"""Incidents made ready for comparing: their days, their reach, and what they say, plainly."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from data.queries.filters import flag_reasons, folded
from data.taxonomy import UNCLASSIFIED

SLACK_DAYS: dict[int, int] = {1: 2, 2: 2, 3: 3, 4: 7, 5: 7}
"""Days that a report may lie off beside the spell it states, by `date_precision`."""
FARTHEST_DAYS = 2 * max(SLACK_DAYS.values())
"""No two spells that are further apart are compared."""
REACH_KM: dict[int, float] = {1: 3.0, 2: 25.0, 3: 50.0}
"""How far from its point an incident may have been, by `where_precision`."""
FARTHEST_KM = max(REACH_KM.values())
LONGEST_DAYS = 400
"""Spells that are longer are no single event and are not compared."""
UNIT_PRECISION = 4
EARTH_KM = 6371.0
BETWEEN_NAMES = "\x1f"
NEARNESS = (r"^\s*(?:near|close to|outside|around|pres d[eu]?|non loin d[eu]?|environs d[eu]?|"
            r"autour d[eu]?|vers)\b['’]?")
SETTLEMENT = (r"^\s*(?:the )?(?:town|village|city|hamlet) of\s+|"
              r"^\s*(?:la |le )?(?:ville|village|localite|hameau) d(?:[eu]\s+|['’]\s*)|"
              r"\s+(?:town|village|city|hamlet)\s*$")
"""What some sources add to a place's name: UCDP writes `Djibo town`, others `Djibo`."""

Numbers = dict[int, int] | dict[int, float]


def comparable(rows: ir.Table) -> ir.Table:
    """Return the incidents that can be compared, in the columns that comparing needs.

    Totals of a country and a year, and spells of more than `LONGEST_DAYS`, are no events.

    Returns:
        `id`, `source`, `synthetic`; days since 1970 as stated (`start`, `end`) and with slack
        (`first`, `last`); `x`, `y`, `z` (km from the Earth's centre) and `reach` (km), null
        where there is no point; `unit`, `admin2`, `country` where they are known; and what is
        scored.
    """
    events = rows.filter(~flag_reasons(rows).contains("aggregate_total").fill_null(False),
                         rows.date_end.epoch_days() - rows.date_start.epoch_days() <= LONGEST_DAYS)
    return _placed(events.select(
        *_days(events), *_what(events),
        id=events.incident_id, source=events.source, synthetic=events.synthetic,
        lat=events.lat.radians(), lon=events.lon.radians(),
        reach=ibis.ifelse(events.lat.notnull() & events.lon.notnull(),
                          _by(events.where_precision, REACH_KM, None), None),
        where_precision=events.where_precision, date_precision=events.date_precision,
        unit=ibis.ifelse(events.where_precision <= UNIT_PRECISION, events.admin1_id, None),
        admin2=events.admin2, country=events.admin0, named=place_name(events.place),
    ))


def place_name(column: ir.StringColumn) -> ir.StringColumn:
    """Reduce a place's name as `plain` does, without what says near it, or town or village."""
    return plain(folded(column).re_replace(NEARNESS, "").re_replace(SETTLEMENT, ""))


def plain(column: ir.StringColumn) -> ir.StringColumn:
    """Reduce text to lower-case letters and digits without accents; null where none is left."""
    return folded(column).re_replace("[^a-z0-9]+", "").nullif("")


def _days(rows: ir.Table) -> tuple[ir.Value, ...]:
    slack = _by(rows.date_precision, SLACK_DAYS, 2)
    start, end = rows.date_start.epoch_days(), rows.date_end.epoch_days()
    return (start.name("start"), end.name("end"), (start - slack).cast("int64").name("first"),
            (end + slack).cast("int64").name("last"))


def _what(rows: ir.Table) -> tuple[ir.Value, ...]:
    low = ibis.coalesce(rows.fatalities_low, rows.fatalities_best, rows.fatalities_high)
    high = ibis.coalesce(rows.fatalities_high, rows.fatalities_best, rows.fatalities_low)
    names = rows.actors.map(lambda actor: actor["name"]).filter(lambda name: name.notnull())
    return (
        rows.kind.name("kind"), rows.kind.split(".")[0].name("family"),
        ibis.least(low, high).name("low"), ibis.greatest(low, high).name("high"),
        plain(rows.commodity).name("goods"), rows.quantity.name("quantity"),
        rows.unit.name("measure"),
        names.unique().sort().join(BETWEEN_NAMES).fill_null("").name("actors"),
        (rows.kind == UNCLASSIFIED).name("unclassified"),
    )


def _placed(rows: ir.Table) -> ir.Table:
    """Give points a place in space, where a distance needs no angles."""
    return rows.mutate(
        x=EARTH_KM * rows.lat.cos() * rows.lon.cos(),
        y=EARTH_KM * rows.lat.cos() * rows.lon.sin(),
        z=EARTH_KM * rows.lat.sin(),
    ).drop("lat", "lon")


def _by(column: ir.IntegerColumn, values: Numbers, other: float | None) -> ir.Value:
    return ibis.cases(*((column == key, value) for key, value in values.items()), else_=other)
