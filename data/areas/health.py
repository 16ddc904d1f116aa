"""What loaded boundaries and population promise, and how many rows break it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import ibis
import ibis.expr.types as ir
import shapely

from data import hexes
from data.areas.boundaries import levels, units
from data.areas.population import BY_CELL, BY_UNIT, RESOLUTION
from data.areas.schema import BOUNDARIES, BOUNDARIES_TABLE, POPULATION, POPULATION_TABLE
from data.i18n import Message, msg
from data.store import Snapshot

Check = tuple[str, Message, int]


def checks(snapshot: Snapshot) -> Iterator[Check]:
    """Yield each promise with the number of rows that break it; none for what is not loaded."""
    if snapshot.holds(BOUNDARIES_TABLE) and _rows(snapshot, _boundaries()):
        yield from _unit_checks(snapshot)
    if snapshot.holds(POPULATION_TABLE) and _rows(snapshot, _population()):
        yield from _population_checks(snapshot)


def _boundaries() -> ir.Table:
    return ibis.table(BOUNDARIES, name=BOUNDARIES_TABLE)


def _population() -> ir.Table:
    return ibis.table(POPULATION, name=POPULATION_TABLE)


def _rows(snapshot: Snapshot, table: ir.Table) -> int:
    return int(snapshot.rows(table.agg(n=table.count()))[0]["n"])


def _unit_checks(snapshot: Snapshot) -> Iterator[Check]:
    rows = snapshot.rows(_boundaries())
    shapes = shapely.from_wkb([row["geometry"] for row in rows], on_invalid="ignore")
    yield "units", msg("every loaded unit has an identity of its own"), (
        len(rows) - len({row["unit_id"] for row in rows if row["unit_id"]}))
    yield "shapes", msg("every loaded unit has a name, a country and a valid shape"), sum(
        not (row["name"] and row["iso2"] and shapely.is_valid(shape))
        for row, shape in zip(rows, shapes, strict=True))
    yield "parents", msg("every loaded unit lies in a unit one level up, where there is one"), (
        sum(_is_orphan(snapshot, row) for row in rows))


def _is_orphan(snapshot: Snapshot, row: dict[str, Any]) -> bool:
    if not row["level"]:
        return bool(row["parent_id"])
    above = units(snapshot, row["level"] - 1)
    if not row["parent_id"]:
        return row["iso2"] in above.iso2
    return row["parent_id"] not in above.position


def _population_checks(snapshot: Snapshot) -> Iterator[Check]:
    table = _population()
    known = [unit_id for level in levels(snapshot) for unit_id in units(snapshot, level).ids]
    own = (table.cell >> hexes.RESOLUTION_SHIFT) & hexes.RESOLUTION_MASK
    bad = {
        "persons": ~(table.persons >= 0) | table.persons.isinf(),
        "counted_units": (table.by == BY_UNIT) & table.unit_id.notin(known),
        "counted_cells": (table.by == BY_CELL) & (own != RESOLUTION),
    }
    found = snapshot.rows(table.agg(
        **{name: test.fill_null(True).cast("int64").sum() for name, test in bad.items()},
        counted_once=table.count() - ibis.ifelse(
            table.by == BY_CELL, table.cell.cast("string"), table.unit_id).nunique()))[0]
    says = {
        "persons": msg("every number of persons is a number, and not negative"),
        "counted_units": msg("people are counted in units that there are"),
        "counted_cells": msg("people are counted in hexagons of one resolution"),
        "counted_once": msg("no unit and no hexagon is counted twice"),
    }
    for name, sentence in says.items():
        yield name, sentence, int(found[name])
