"""The world as one coverage: the region's units, its neighbours, and everyone else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from data.reference.build import countries, units
from data.reference.build.countries import Country
from data.reference.build.units import Unit

SEAM_GAP = 0.02
"""Degrees: what is left open, after fitting, between the fine and the coarse drawing."""


@dataclass(frozen=True)
class World:
    """Everything that has a boundary.

    Attributes:
        units: first-level units of the region, 1:10m.
        region: countries of the region, exact unions of their units.
        fitted: neighbours of the region, 1:50m, redrawn to meet it.
        coarse: all countries at 1:50m, as Natural Earth draws them.
    """

    units: list[Unit]
    region: list[Country]
    fitted: list[Country]
    coarse: list[Country]

    @property
    def rest(self) -> list[Country]:
        """Countries neither in the region nor beside it."""
        drawn = {country.iso2 for country in [*self.region, *self.fitted]}
        return [country for country in self.coarse if country.iso2 not in drawn]


def build(npm: Path) -> World:
    """Assemble the world so that every two neighbours share their vertices exactly."""
    parts = units.build(npm)
    coarse = countries.world(npm)
    fitted = countries.fitted(coarse, countries.region(parts))
    together = units.clean_coverage(
        [*(part.geometry for part in parts), *(country.geometry for country in fitted)], SEAM_GAP)
    parts = [replace(p, geometry=g) for p, g in zip(parts, together[:len(parts)], strict=True)]
    fitted = [replace(c, geometry=g) for c, g in zip(fitted, together[len(parts):], strict=True)]
    return World(parts, countries.region(parts), fitted, coarse)
