"""Sites of illicit economies in an area, and what visits to them found."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from data.evidence.base import Evidence
from data.evidence.model import Site
from data.profile.area import Area
from data.profile.said import Said, Tabled, said
from data.selection import Selection


@dataclass(frozen=True)
class Visited:
    """What visits to sites in an area found, as they tell it.

    Attributes:
        visits, sites: how many, and to how many sites.
        first, last: days of visits; None where none is dated.
        armed, unarmed: visits that found armed persons, and that found none; others do not say.
        taxed: visits to sites where armed persons taxed.
        groups: who they were, with how many visits, the most first.
    """

    visits: int
    sites: int
    first: dt.date | None
    last: dt.date | None
    armed: int
    unarmed: int
    taxed: int
    groups: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Sites:
    """Sites in an area, and visits to them; `visited` is None where there were none."""

    sites: Said[Site]
    kinds: tuple[tuple[str, int], ...]
    visited: Visited | None

    def claims(self) -> Iterator[Tabled]:
        """Return the claims that it tells; visits are counted, and not told one by one."""
        return self.sites.tabled("sites")


def sites(area: Area, selection: Selection, evidence: Evidence) -> Sites:
    """Gather the sites of an area and the visits to them in a selection's window."""
    told = said(evidence.sites, area, selection)
    kinds = Counter(site.kind for site in told.here)
    return Sites(told, tuple(kinds.most_common()), _visited(area, selection, evidence))


def _visited(area: Area, selection: Selection, evidence: Evidence) -> Visited | None:
    visits = said(evidence.visits, area, selection).here
    if not visits:
        return None
    days = [day for visit in visits if visit.days for day in visit.days]
    groups = Counter(group for visit in visits for group in visit.armed)
    return Visited(
        len(visits), len({visit.site for visit in visits}),
        min(days, default=None), max(days, default=None),
        sum(visit.presence == "yes" for visit in visits),
        sum(visit.presence == "no" for visit in visits),
        sum(visit.taxed == "yes" for visit in visits), tuple(groups.most_common()))
