"""Mining sites as visits found them: for how long a visit stands, and who taxed there."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from data.evidence import minerals
from data.evidence.base import Evidence
from data.evidence.model import Levy, Site, Visit
from layers import mineral_looks
from layers.levy_looks import SEVERAL
from layers.marks import Days

MINING = "mining_site"
EVER = dt.date.max


@dataclass(frozen=True, eq=False)
class Taxers:
    """Levies by site, and by site and date: what a visit tells of is dated as the visit is."""

    by_site: dict[str, list[Levy]]
    by_visit: dict[tuple[str, str], list[Levy]]

    @classmethod
    def of(cls, evidence: Evidence) -> Taxers:
        """Arrange the levies that name a site."""
        by_site: dict[str, list[Levy]] = defaultdict(list)
        by_visit: dict[tuple[str, str], list[Levy]] = defaultdict(list)
        for levy in evidence.levies:
            by_site[levy.site].append(levy)
            by_visit[levy.site, levy.date].append(levy)
        return cls(dict(by_site), dict(by_visit))

    def at(self, seen: Visit) -> list[Levy]:
        """Return the levies that a visit tells of."""
        return self.by_visit.get((seen.site, seen.date), [])

    def on(self, site: Site) -> list[Levy]:
        """Return the levies collected at a site, whenever."""
        return self.by_site.get(site.id, [])


def standing(visits: Iterable[Visit]) -> dict[str, Days | None]:
    """Return how long each visit stands, by its id: until the next, or to the end of its year.

    Nothing is known of a site between visits that lie years apart. A visit of which only
    the year is known stands for all of it, and an undated one always.
    """
    by_site: dict[str, list[tuple[dt.date, dt.date, str]]] = defaultdict(list)
    found: dict[str, Days | None] = {}
    for seen in visits:
        if seen.days is None:
            found[seen.id] = None
        else:
            by_site[seen.site].append((*seen.days, seen.id))
    for dated in by_site.values():
        dated.sort()
        for i, (first, last, id) in enumerate(dated):
            nexts = [start for start, _, _ in dated[i + 1 :] if start > first]
            until = min((nexts[0] - dt.timedelta(1) if nexts else EVER),
                        dt.date(first.year, 12, 31))
            found[id] = first, max(last, until)
    return found


def commodity(names: Iterable[str], commodities: Iterable[str] = ()) -> str:
    """Return what the first mineral is counted as; else the first commodity, else nothing."""
    known = [mineral.commodity for name in names if (mineral := minerals.find(name))]
    return next(iter((*known, *commodities)), "")


def state(taxed: str, levies: list[Levy]) -> str:
    """Tell whether someone taxes there, by the answer given and the levies told of."""
    if levies or taxed == "yes":
        return mineral_looks.TAXED
    return mineral_looks.UNTAXED if taxed == "no" else mineral_looks.UNSTATED


def taxers(levies: list[Levy]) -> str:
    """Return the kind of collectors that tax there, for a site that is taxed."""
    families = {levy.collector_family for levy in levies}
    if not families:
        return mineral_looks.UNNAMED
    if len(families) > 1:
        return SEVERAL
    only = families.pop()
    return only if only in mineral_looks.COLLECTORS else "other"


def unvisited(sites: Iterable[Site], visits: Iterable[Visit]) -> tuple[Site, ...]:
    """Return the mining sites that no visit tells of."""
    visited = {seen.site for seen in visits}
    return tuple(site for site in sites if site.kind == MINING and site.id not in visited)
