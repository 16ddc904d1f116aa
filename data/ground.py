"""What a snapshot holds beside incidents: evidence, units of any level, and population."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from data.areas import boundaries, population
from data.areas.boundaries import Units
from data.areas.population import CellPersons, Persons
from data.evidence import base
from data.evidence.base import Evidence
from data.queries.measures import money_by_kind
from data.queries.seizures import units_seized
from data.selection import Selection
from data.store import Snapshot


@dataclass(frozen=True, eq=False)
class Ground:
    """The ground that layers draw on; read when it is first asked for.

    Attributes:
        snapshot: what is read; None for what the product ships.
    """

    snapshot: Snapshot | None = None

    @cached_property
    def evidence(self) -> Evidence:
        """The cited claims, committed ones and a user's."""
        return base.of(self.snapshot)

    @cached_property
    def levels(self) -> list[int]:
        """Levels of units that there are, 0 the country."""
        return boundaries.levels(self.snapshot)

    @cached_property
    def money(self) -> list[tuple[str, str]]:
        """Currency and basis of the amounts that incidents state, the most frequent first."""
        if self.snapshot is None:
            return []
        rows = self.snapshot.rows(money_by_kind(Selection()))
        return [(row["currency"], row["basis"]) for row in rows]

    @cached_property
    def units_seized(self) -> list[str]:
        """Units that quantities of seizures are stated in, the most frequent first."""
        if self.snapshot is None:
            return []
        return [row["measure"] for row in self.snapshot.rows(units_seized())]

    def units(self, level: int) -> Units:
        """Units of a level: loaded ones, with the shipped ones where there are none."""
        return boundaries.units(self.snapshot, level)

    def persons_by_unit(self, level: int) -> dict[str, Persons]:
        """People by unit of a level, where they were loaded."""
        return population.by_unit(self.snapshot, level)

    def persons_by_cell(self, resolution: int) -> CellPersons | None:
        """People by hexagon; None where they are not known as finely, or not at all."""
        return population.by_cell(self.snapshot, resolution)
