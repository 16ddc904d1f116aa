"""The boundaries that points are set against: loaded ones, and shipped ones elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from data.areas.boundaries import Units, units
from data.store import Snapshot

COUNTRY, FIRST, SECOND = 0, 1, 2


@dataclass(frozen=True, eq=False)
class Drawn:
    """Countries, first-level and second-level units; of the latter there are only loaded ones."""

    countries: Units
    first: Units
    second: Units

    def with_level(self, changed: Units) -> Drawn:
        """Return the same with the units of a level exchanged; another level changes nothing."""
        names = {COUNTRY: "countries", FIRST: "first", SECOND: "second"}
        if changed.level not in names:
            return self
        return replace(self, **{names[changed.level]: changed})


@lru_cache(maxsize=8)
def drawn(snapshot: Snapshot | None) -> Drawn:
    """Return the boundaries in force in a snapshot; None for the shipped ones alone."""
    return Drawn(*(units(snapshot, level) for level in (COUNTRY, FIRST, SECOND)))
