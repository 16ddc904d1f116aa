"""What was recorded in an area: how much of what, how exactly known, and by whom."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import ibis.expr.types as ir

from data.areas.boundaries import Units
from data.ground import Ground
from data.model import ROLE_LABELS
from data.profile.area import COUNTRY, FIRST, SECOND, Area, Named, named
from data.queries import profile as queries
from data.queries.exports import RULES, Rules, open_to_all, passing
from data.queries.stats import deaths_of
from data.queries.table import latest
from data.selection import Selection
from data.shapes.summary import summary
from data.store import Snapshot

ACTORS, LATEST = 12, 8


@dataclass(frozen=True)
class Count:
    """Incidents under one heading.

    Attributes:
        key: a kind, a source, or a value of `where_precision` as text.
        first, last: days.
        synthetic: how many are invented.
    """

    key: str
    incidents: int
    first: dt.date
    last: dt.date
    synthetic: int


@dataclass(frozen=True)
class Deaths:
    """Deaths as one source states them, never added to another's.

    Attributes:
        incidents: those that state deaths.
    """

    source: str
    low: int
    best: int
    high: int
    incidents: int


@dataclass(frozen=True)
class Actor:
    """Who took part in how many incidents, as sources name it; an entry of `ROLE_LABELS`."""

    name: str
    role: str
    incidents: int


@dataclass(frozen=True)
class Apart:
    """Incidents that may lie in the area, and are known no closer than to what is around it.

    Attributes:
        around: the country, or the first-level unit; nameless for all that a drawn area cuts.
        level: of what is around it; None for a drawn area.
    """

    around: Named
    level: int | None
    incidents: int


@dataclass(frozen=True)
class Part:
    """Incidents in a unit one level below the area; `unit` is None where that is not known."""

    unit: Named | None
    incidents: int


@dataclass(frozen=True)
class Happened:
    """What was recorded in an area in a selection's window.

    Attributes:
        incidents: all of them; `kinds`, `exactness` and `sources` each add up to it.
        first, last: days; None without incidents.
        synthetic: how many are invented.
        flagged: how many lie outside the country that they name.
        kinds: by kind, the most first.
        exactness: by `where_precision`, the most first.
        sources: by source, the most first.
        deaths: by source, the one that states most first.
        apart: counted in none of the above.
        parts: by unit one level below, the most first; they add up to `incidents`.
        actors: the most often named, whatever their role.
        latest: rows of the incidents that began last, of those that may be handed on.
        withheld: how many may not; they are counted all the same.
        secret: how many of these are restricted or confidential.
    """

    incidents: int
    first: dt.date | None
    last: dt.date | None
    synthetic: int
    flagged: int
    kinds: tuple[Count, ...]
    exactness: tuple[Count, ...]
    sources: tuple[Count, ...]
    deaths: tuple[Deaths, ...]
    apart: tuple[Apart, ...]
    parts: tuple[Part, ...]
    actors: tuple[Actor, ...]
    latest: tuple[dict[str, Any], ...]
    withheld: int
    secret: int


def happened(
    area: Area, selection: Selection, snapshot: Snapshot, ground: Ground, rules: Rules = RULES
) -> Happened:
    """Count what was recorded in an area, and list what `rules` let out of the latest."""
    rows = area.incidents(selection)
    free = passing(rows, rules)
    total = snapshot.rows(queries.totals(rows))[0]
    return Happened(
        incidents=total["incidents"], first=total["first"], last=total["last"],
        synthetic=total["synthetic"], flagged=total["flagged"],
        kinds=_counts(snapshot, rows, "kind"),
        exactness=_counts(snapshot, rows, "where_precision"),
        sources=_counts(snapshot, rows, "source"),
        deaths=tuple(Deaths(row["key"], row["low"], row["best"], row["high"], row["incidents"])
                     for row in snapshot.rows(deaths_of(rows))),
        apart=_apart(area, selection, snapshot, ground),
        parts=_parts(area, snapshot, rows, ground),
        actors=tuple(Actor(row["name"], row["role"] if row["role"] in ROLE_LABELS else "",
                           row["incidents"])
                     for row in snapshot.rows(queries.actors(rows, ACTORS))),
        latest=tuple(snapshot.rows(latest(free, LATEST))),
        withheld=total["incidents"] - _size(snapshot, free),
        secret=_size(snapshot, rows.filter(~open_to_all(rows, rules))))


def _counts(snapshot: Snapshot, rows: ir.Table, field: str) -> tuple[Count, ...]:
    found = snapshot.rows(queries.by_field(rows, field))
    return tuple(Count("" if row["key"] is None else str(row["key"]), row["incidents"],
                       row["first"], row["last"], row["synthetic"]) for row in found)


def _apart(
    area: Area, selection: Selection, snapshot: Snapshot, ground: Ground
) -> tuple[Apart, ...]:
    """Count what is known no closer than to the country, or to the first-level unit around.

    Of a drawn area, what is known to the units and countries that it cuts.
    """
    cut = summary(snapshot, selection, ground) if area.level is None else None
    if cut is not None:
        return (Apart(area.unit, None, cut.apart),)
    if area.level not in (FIRST, SECOND):
        return ()
    rows = area.surroundings(selection)
    country = ground.units(COUNTRY)
    found = [Apart(named(country, area.iso2) if area.iso2 in country.position else
                   Named(area.iso2, tuple(area.iso2 for _ in area.unit.names)), COUNTRY,
                   _size(snapshot, rows.filter(rows.admin1_id.isnull())))]
    if area.level == SECOND and area.around:
        inside = rows.filter(rows.admin1_id == area.around.id, rows.admin2.isnull())
        found.insert(0, Apart(area.around, FIRST, _size(snapshot, inside)))
    return tuple(found)


def _size(snapshot: Snapshot, rows: ir.Table) -> int:
    return int(snapshot.rows(rows.agg(n=rows.count()))[0]["n"])


def _parts(area: Area, snapshot: Snapshot, rows: ir.Table, ground: Ground) -> tuple[Part, ...]:
    """Count by first-level unit of a country, or by second-level unit of a first-level one.

    None where there are no units of that level to tell apart.
    """
    if area.level == COUNTRY:
        units, field = ground.units(FIRST), "admin1_id"
    elif area.level == FIRST:
        units, field = ground.units(SECOND), "admin2"
    else:
        return ()
    if area.iso2 not in units.iso2:
        return ()
    name = _by_id(units) if field == "admin1_id" else _by_name(units, area)
    return tuple(Part(name.get(row["key"] or ""), row["incidents"])
                 for row in snapshot.rows(queries.by_field(rows, field)))


def _by_id(units: Units) -> dict[str, Named]:
    return {unit_id: named(units, unit_id) for unit_id in units.ids}


def _by_name(units: Units, area: Area) -> dict[str, Named]:
    """Index second-level units by what the incident table calls them."""
    inside = [unit_id for unit_id, parent, iso2 in zip(
        units.ids, units.parents, units.iso2, strict=True)
        if iso2 == area.iso2 and parent == area.unit.id]
    beside = [unit_id for unit_id, iso2 in zip(units.ids, units.iso2, strict=True)
              if iso2 == area.iso2]
    return {units.name(unit_id, "en"): named(units, unit_id) for unit_id in (*beside, *inside)}
