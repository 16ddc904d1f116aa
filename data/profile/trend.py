"""An area's incidents month by month, and how often they came lately against its own past.

Whole years are compared, so that every season weighs alike in each; no season is claimed.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt

from data.analysis.ratio import Ratio, ratio
from data.profile.area import Area
from data.queries import profile as queries
from data.selection import Selection
from data.store import Snapshot

EPOCH = dt.date(1970, 1, 1)
YEARS = 5
"""Years before the last one whose mean it is compared with, or as many as there are."""
SLACK = dt.timedelta(days=92)
"""By how much a source may begin or end within what is compared before that is said."""


Change = Literal["more", "fewer", "unclear"]


@dataclass(frozen=True)
class Spell:
    """A time, both ends included, and the incidents that began in it."""

    first: dt.date
    last: dt.date
    incidents: int

    @property
    def days(self) -> int:
        """How long it is."""
        return (self.last - self.first).days + 1

    @property
    def yearly(self) -> float:
        """How many came in a year, on average."""
        return self.incidents / self.days * 365.25


@dataclass(frozen=True)
class Compared:
    """Two spells and how many times as often incidents came in the later one.

    Attributes:
        ratio: the later rate over the earlier one; its value is None where nothing was
            recorded in either.
    """

    later: Spell
    earlier: Spell
    ratio: Ratio

    @property
    def change(self) -> Change:
        """What the interval says: it is unclear where it holds 1."""
        if not self.ratio.clear:
            return "unclear"
        return "more" if self.ratio.low > 1 else "fewer"


@dataclass(frozen=True)
class Reach:
    """From which day to which day records reach; a source's, or those of all."""

    source: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, eq=False)
class Days:
    """How many incidents began on each day; arrays of shape (n,), ascending days since 1970."""

    day: npt.NDArray[np.int64]
    n: npt.NDArray[np.int64]

    def spell(self, first: dt.date, last: dt.date) -> Spell:
        """Count those that began in a time."""
        inside = (self.day >= (first - EPOCH).days) & (self.day <= (last - EPOCH).days)
        return Spell(first, last, int(self.n[inside].sum()))


@dataclass(frozen=True)
class Trend:
    """An area against its own past, whenever its selection's window begins.

    Attributes:
        reach: of the records of the country under the same filters, those known to the year
            or less left out where there are others.
        until: the last day that is counted.
        months: first days of months with their incidents, gapless from the first record on.
        loose: incidents known to the year or less; in no month and in no comparison.
        year: the last twelve months against the twelve before; None where records do not reach
            so far back.
        mean: the same twelve against the years before them, five or as many as there are.
        years: how many years these are.
        uneven: sources that begin or end within what is compared, and whose coming and going
            may be all that changed.
    """

    reach: Reach
    until: dt.date
    months: tuple[tuple[dt.date, int], ...]
    loose: int
    year: Compared | None
    mean: Compared | None
    years: int
    uneven: tuple[Reach, ...]


def trend(area: Area, selection: Selection, snapshot: Snapshot) -> Trend | None:
    """Compare an area with its own past; None where its country has no records at all."""
    reaches = reached_by_month(area.surroundings(selection.anytime()), snapshot)
    if not reaches:
        return None
    reach = Reach("", min(r.first for r in reaches), max(r.last for r in reaches))
    until = min(selection.date_to or reach.last, reach.last)
    rows = snapshot.rows(queries.starts(area.incidents(selection.anytime())))
    counted = days_of([row for row in rows if not row["loose"]])
    year, mean, years = _compared(counted, reach.first, until)
    earliest = mean.earlier.first if mean else year.earlier.first if year else until
    return Trend(
        reach, until, _months(counted, reach.first, until),
        sum(row["n"] for row in rows if row["loose"]
            and EPOCH + dt.timedelta(row["day"]) <= until),
        year, mean, years,
        tuple(r for r in reaches if r.first > earliest + SLACK or r.last < until - SLACK)
        if len(reaches) > 1 else ())


def reached(rows: ir.Table, snapshot: Snapshot) -> tuple[Reach, ...]:
    """Return from when to when each source of some incidents reports."""
    return tuple(Reach(row["key"] or "", row["first"], row["last"])
                 for row in snapshot.rows(queries.by_field(rows, "source")))


def reached_by_month(rows: ir.Table, snapshot: Snapshot) -> tuple[Reach, ...]:
    """Return the same of incidents that belong to a month; of all where none does.

    An incident known to a year would have records reach to the end of it, though they stop
    before, and months of which nothing can be known would count as months without incidents.
    """
    return reached(queries.dated(rows), snapshot) or reached(rows, snapshot)


def days_of(rows: list[dict[str, Any]]) -> Days:
    """Gather rows of `queries.starts` by day."""
    return Days(np.array([row["day"] for row in rows], np.int64),
                np.array([row["n"] for row in rows], np.int64))


def compare(counted: Days, later: tuple[dt.date, dt.date],
            earlier: tuple[dt.date, dt.date]) -> Compared:
    """Compare two times, both ends included."""
    now, then = counted.spell(*later), counted.spell(*earlier)
    return Compared(now, then, ratio(then.incidents, now.incidents, (then.days, now.days)))


def years_before(day: dt.date, years: int) -> dt.date:
    """Return the same day some years earlier; 29 February becomes the 28th where there is none."""
    last = calendar.monthrange(day.year - years, day.month)[1]
    return day.replace(year=day.year - years, day=min(day.day, last))


def _compared(
    counted: Days, start: dt.date, until: dt.date
) -> tuple[Compared | None, Compared | None, int]:
    """Return the last year against the one before, and against the mean of years before."""
    one = dt.timedelta(days=1)

    def ends(back: int) -> dt.date:
        return years_before(until, back)

    years = next((n for n in range(YEARS, 0, -1) if ends(1 + n) + one >= start), 0)
    if not years:
        return None, None, 0
    later = (ends(1) + one, until)
    year = compare(counted, later, (ends(2) + one, ends(1)))
    mean = compare(counted, later, (ends(1 + years) + one, ends(1))) if years > 1 else None
    return year, mean, years


def _months(
    counted: Days, start: dt.date, until: dt.date
) -> tuple[tuple[dt.date, int], ...]:
    number = dict.fromkeys(range(_month(start), _month(until) + 1), 0)
    for day, n in zip(counted.day.tolist(), counted.n.tolist(), strict=True):
        began = EPOCH + dt.timedelta(day)
        if began <= until and _month(began) in number:
            number[_month(began)] += n
    return tuple((dt.date(month // 12, month % 12 + 1, 1), n) for month, n in number.items())


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month - 1
