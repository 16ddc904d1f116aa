"""People by unit and by hexagon, as users loaded them, each with its vintage."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import ibis
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt

from data.areas.schema import POPULATION, POPULATION_TABLE
from data.queries.hexes import placed_cell
from data.store import Snapshot

RESOLUTION = 7
"""H3 resolution at which people are counted into hexagons, about 5 km² each."""
BY_UNIT, BY_CELL = "unit", "cell"


@dataclass(frozen=True)
class Persons:
    """The people of a unit; `vintage` is empty where it is not stated."""

    persons: float
    vintage: str
    source: str
    licence: str


class CellPersons(NamedTuple):
    """The people of hexagons.

    Attributes:
        cells: H3 ids, ascending, shape (n,).
        persons: shape (n,); 0 is counted as none, an absent cell is not known.
    """

    cells: npt.NDArray[np.int64]
    persons: npt.NDArray[np.float64]


@dataclass(frozen=True)
class Loaded:
    """What a load of population covers: a level of a country, or hexagons of a country.

    Attributes:
        by: `unit` or `cell`.
        level: of the units; None for hexagons.
        iso2: the country; empty where hexagons lie in none.
        rows: units or hexagons with people counted.
        persons: their sum.
    """

    by: str
    level: int | None
    iso2: str
    vintage: str
    source: str
    licence: str
    rows: int
    persons: float


def held(snapshot: Snapshot | None) -> bool:
    """Tell whether any population is loaded."""
    return bool(vintages(snapshot))


def by_unit(snapshot: Snapshot | None, level: int) -> dict[str, Persons]:
    """Return the people of each unit of a level that a user loaded them for."""
    return dict(_by_unit(snapshot, level))


def by_cell(snapshot: Snapshot | None, resolution: int) -> CellPersons | None:
    """Return the people of each hexagon that they are known for.

    None where nothing was loaded by hexagon, or only more coarsely than `resolution`.
    """
    if resolution > RESOLUTION or not any(found.by == BY_CELL for found in vintages(snapshot)):
        return None
    return _by_cell(snapshot, resolution)


@lru_cache(maxsize=16)
def vintages(snapshot: Snapshot | None) -> tuple[Loaded, ...]:
    """Tell what is loaded, by kind, level, country, vintage and source."""
    if snapshot is None or not snapshot.holds(POPULATION_TABLE):
        return ()
    keys = ("by", "level", "iso2", "vintage", "source", "licence")
    table = _table()
    rows = snapshot.rows(
        table.group_by(*keys).agg(rows=table.count(), persons=table.persons.sum())
        .order_by(list(keys)))
    return tuple(Loaded(**{**row, "iso2": row["iso2"] or "", "vintage": row["vintage"] or ""})
                 for row in rows)


def _table() -> ir.Table:
    return ibis.table(POPULATION, name=POPULATION_TABLE)


@lru_cache(maxsize=16)
def _by_unit(snapshot: Snapshot | None, level: int) -> dict[str, Persons]:
    if snapshot is None or not held(snapshot):
        return {}
    table = _table()
    rows = snapshot.rows(table.filter((table.by == BY_UNIT) & (table.level == level))
                         .order_by("unit_id"))
    return {row["unit_id"]: Persons(row["persons"], row["vintage"] or "", row["source"],
                                    row["licence"])
            for row in rows}


@lru_cache(maxsize=16)
def _by_cell(snapshot: Snapshot, resolution: int) -> CellPersons:
    table = _table()
    fine = table.filter(table.by == BY_CELL)
    rows = fine.select(cell=placed_cell(fine, resolution), persons=fine.persons)
    found = snapshot.fetch(
        rows.group_by("cell").agg(persons=rows.persons.sum()).order_by("cell"))
    return CellPersons(found["cell"].to_numpy(), found["persons"].to_numpy())
