"""What a load of population did, in numbers that add up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from data.ingest.rejects import Reject

WORLD = 9_000_000_000
"""More persons than live."""


@dataclass(frozen=True)
class Report:
    """`rows_read` is accepted and rejected together; the rows of a raster are pixels.

    Attributes:
        form: `units`, `points` or `raster`.
        level: of the units; None for hexagons.
        resolution: of the hexagons; None for units.
        places: how many units or hexagons the people are counted in.
        persons: their sum.
    """

    file: str
    form: str
    level: int | None
    resolution: int | None
    countries: tuple[str, ...]
    rows_read: int
    accepted: int
    rejected: int
    reasons: dict[str, int]
    places: int
    persons: float
    vintages: tuple[str, ...]
    source: str
    licence: str
    columns: dict[str, str]
    dry_run: bool
    snapshot: str | None = None
    rejects: tuple[Reject, ...] = field(default=(), repr=False)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What speaks against the numbers being persons: `no_persons`, `more_than_the_world`."""
        if self.accepted and self.persons == 0:
            return ("no_persons",)
        return ("more_than_the_world",) if self.persons > WORLD else ()

    def as_json(self) -> dict[str, Any]:
        """Return what scripts may rely on."""
        shown = {name: value for name, value in vars(self).items()
                 if name not in ("rejects", "dry_run")}
        return {**shown, "warnings": list(self.warnings)}
