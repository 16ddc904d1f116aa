"""What a preset of visits to sites declares, beside what every preset does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, takewhile

from data.ingest.presets.base import Preset

LEVIED = ("mining", "trade", "access")
"""Kinds of levy, of `words.LEVY_KINDS`, that a file of visits tells apart."""
REQUIRED = ("site_id", "date_start", "lat", "lon")
"""Fields that a file of visits must have a column for."""


@dataclass(frozen=True, kw_only=True)
class VisitPreset(Preset):
    """How a source's columns become sites, visits to them, and levies found there.

    A row is a visit. Its fields are `source_record_id`, `site_id`, `name`, `date_start`,
    `lat`, `lon`, `origin` (how the position was found), `territory`, `province`, `workers`,
    `presence`, `interference`, `onsite`, `hindrance` (why the site was not reached),
    `visited_by` and `project`; `mineral1`, `mineral2`, …; and for each group that was
    there, numbered from 1, `group1`, `group_type1`, `frequency1` and the answers
    `mining1`, `trade1` and `access1`: whether it levies that.

    Attributes:
        document: id of the data set that the records cite.
        document_title: its title.
        country: the ISO code of the country that it covers.
        prefix: what identifiers of visits and levies begin with.
        third_party: what `visited_by` or `hindrance` says of a report by others.
        year_alone: whether 1 January stands for a year.
    """

    document: str
    document_title: str
    country: str
    prefix: str
    third_party: frozenset[str] = frozenset()
    year_alone: bool = False

    @property
    def slots(self) -> list[int]:
        """The numbers of the groups that a visit has room for."""
        return list(takewhile(lambda n: f"group{n}" in self.columns, count(1)))

    def levies(self) -> Iterator[tuple[int, str]]:
        """Yield each group's number with each kind of levy; the answer is in `<kind><number>`."""
        for slot in self.slots:
            yield from ((slot, kind) for kind in LEVIED)
