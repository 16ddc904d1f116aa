"""What a load of a gazetteer did, in numbers that add up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from data.ingest.rejects import Reject


@dataclass(frozen=True)
class Outside:
    """A place that lies outside the country it is listed under; WGS 84 degrees.

    `found` is the country in which it lies, ISO alpha-2; None for none.
    """

    record: int
    name: str
    country: str
    found: str | None
    lat: float
    lon: float


@dataclass(frozen=True)
class Report:
    """`rows_read` is accepted and rejected together; accepted ones may lie outside.

    Attributes:
        form: `geonames` or `settlements`.
        locating: how many of the accepted can locate a record: places small enough for a
            point, inside their country.
        columns: of the file, by field; empty for a dump, which has no header.
    """

    file: str
    form: str
    countries: tuple[str, ...]
    rows_read: int
    accepted: int
    rejected: int
    reasons: dict[str, int]
    locating: int
    outside: tuple[Outside, ...]
    source: str
    licence: str
    columns: dict[str, str]
    dry_run: bool
    snapshot: str | None = None
    rejects: tuple[Reject, ...] = field(default=(), repr=False)

    def as_json(self) -> dict[str, Any]:
        """Return what scripts may rely on."""
        shown = {name: value for name, value in vars(self).items()
                 if name not in ("rejects", "dry_run", "outside")}
        return {**shown, "outside": len(self.outside),
                "places_outside": [vars(place) for place in self.outside]}
