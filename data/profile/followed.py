"""Interventions in an area, and what was recorded before and after each; no effect is claimed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from data.evidence.base import Evidence
from data.evidence.model import Intervention, Outcome
from data.profile.area import Area
from data.profile.said import Said, Tabled, said
from data.profile.trend import Compared, Days, compare, days_of
from data.queries import profile as queries
from data.selection import Selection
from data.store import Snapshot
from data.taxonomy import BY_ID

GROUP = "intervention"
SPELL, LEAST = 365, 90
"""Days before and after that are compared, and the fewest that are worth it."""

Why = Literal["undated", "too_early", "too_late"]


@dataclass(frozen=True)
class Followed:
    """An intervention, what was counted for it, and incidents before and after it.

    Attributes:
        outcomes: numbers that documents record for it.
        compared: the days after its last against as many before its first, the same number of
            both, a year where records reach so far; incidents of intervention are left out.
            None where that cannot be told.
        why: why it cannot: it has no date, or records do not reach far enough back or on.
    """

    intervention: Intervention
    outcomes: tuple[Outcome, ...]
    compared: Compared | None
    why: Why | None


@dataclass(frozen=True)
class Interventions:
    """What was done in an area.

    Attributes:
        here: in the area, the earliest first and undated ones last.
        around: in the country or unit around it, not known closer.
        reported: incidents of intervention in the window.
    """

    here: tuple[Followed, ...]
    around: tuple[Intervention, ...]
    reported: int

    def claims(self) -> Iterator[Tabled]:
        """Return the claims that it tells."""
        for one in self.here:
            yield "interventions", one.intervention
            yield from (("outcomes", outcome) for outcome in one.outcomes)
        yield from (("interventions", one) for one in self.around)


def interventions(
    area: Area, selection: Selection, snapshot: Snapshot, evidence: Evidence,
    reach: tuple[dt.date, dt.date] | None,
) -> Interventions:
    """Gather what was done in an area, with what was recorded before and after.

    Args:
        area: the area.
        selection: its window chooses interventions; what is compared may lie outside it.
        snapshot: the incidents.
        evidence: the interventions.
        reach: first and last day of the country's records; None where there are none.
    """
    told: Said[Intervention] = said(evidence.interventions, area, selection)
    rows = snapshot.rows(queries.starts(area.incidents(selection.anytime())))
    others = [row for row in rows if BY_ID[row["kind"]].group != GROUP and not row["loose"]]
    counted = days_of(others)
    reported = snapshot.rows(queries.by_field(area.incidents(selection), "kind"))
    return Interventions(
        tuple(_followed(one, evidence.outcomes, counted, reach)
              for one in sorted(told.here, key=_when)),
        tuple(sorted(told.around, key=_when)),
        sum(row["incidents"] for row in reported if BY_ID[row["key"]].group == GROUP))


def _when(one: Intervention) -> tuple[dt.date, str]:
    return (one.days[0] if one.days else dt.date.max, one.id)


def _followed(
    one: Intervention, outcomes: Sequence[Outcome], counted: Days,
    reach: tuple[dt.date, dt.date] | None,
) -> Followed:
    own = tuple(outcome for outcome in outcomes if outcome.intervention == one.id)
    if one.days is None:
        return Followed(one, own, None, "undated")
    first, last = one.days
    before = (first - reach[0]).days if reach else 0
    after = (reach[1] - last).days if reach else 0
    days = min(SPELL, before, after)
    if days < LEAST:
        return Followed(one, own, None, "too_late" if after <= before else "too_early")
    return Followed(one, own, beside(counted, first, last, days), None)


def beside(counted: Days, first: dt.date, last: dt.date, days: int) -> Compared:
    """Compare the days after a time with as many before it."""
    one, spell = dt.timedelta(days=1), dt.timedelta(days=days)
    return compare(counted, (last + one, last + spell), (first - spell, first - one))
