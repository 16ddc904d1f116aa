"""What two sides hold by hexagon, and which class a hexagon's change belongs to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from data.analysis import ratio
from data.analysis.breaks import thresholds
from data.comparison import YEAR_DAYS, Days, Side, against, narrowed, other_places
from data.selection import Selection, last_day
from layers import cells, metric_rate
from layers.base import Found, Request
from layers.difference_options import OWN_A, OWN_B, SHOW, WHEN
from layers.parts import EPOCH, month_of
from layers.windows import Spells, window_counts

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

LEVELS = 3
"""Classes of a change to either side."""
TIMES = (2.0, 4.0)
"""From where a ratio is of the second and of the third class; as many times fewer as well."""
STEPS = 5
"""Classes of one side alone."""
BOUND = 0.05
"""Corrected p-value up to which a change is clear."""
NONE = "none"


@dataclass(frozen=True)
class Held:
    """What both sides hold, cell by cell.

    Attributes:
        cells: ids, rising, of cells that hold an incident of either side; shape (n,).
        a, b: how many of side A and of side B; shape (n,) each.
        persons: people of each cell, NaN where not known; shape (n,).
        apart: incidents of A and of B whose place is too coarse for a hexagon.
        days: length of either window.
    """

    cells: Ints
    a: Ints
    b: Ints
    persons: Floats
    apart: tuple[int, int]
    days: tuple[int, int]

    @property
    def share(self) -> float:
        """Side B's share of the days of both."""
        return self.days[1] / sum(self.days)

    def yearly(self) -> tuple[Floats, Floats]:
        """Return how many a year on either side."""
        return self.a * YEAR_DAYS / self.days[0], self.b * YEAR_DAYS / self.days[1]

    def corrected(self) -> Floats:
        """Return p-values of equal rates, corrected for being many."""
        return ratio.adjusted(ratio.p_values(self.a, self.b, self.share))


def selections(request: Request) -> tuple[Selection, Selection]:
    """Return both sides' selections, their windows open."""
    if request.sides is not None:
        return request.sides
    return (narrowed(request.selection, request.chosen(OWN_A)),
            narrowed(request.selection, request.chosen(OWN_B)))


def alike(request: Request) -> bool:
    """Tell whether both sides have the same selection, so that one cube serves both."""
    a, b = selections(request)
    return a == b


def shown(request: Request) -> str:
    """Return what is drawn: a choice of `SHOW`; `both` where the sides are different places."""
    return "both" if other_places(*selections(request)) else request.chosen(SHOW)


def sides(found: Found, request: Request) -> tuple[Side, Side]:
    """Return both sides, each with its window."""
    days = _window(found, request)
    a, b = selections(request)
    return Side(a, against(request.chosen(WHEN), days)), Side(b, days)


def held(found: Found, request: Request) -> Held:
    """Count both sides in their windows."""
    a, b = sides(found, request)
    table = cells.ids(found["cells"])
    counts, apart = zip(*(
        _counted(found[name], table, side.days, request.step)
        for name, side in zip(names(request), (a, b), strict=True)), strict=True)
    here = np.flatnonzero(counts[0] + counts[1])
    people = metric_rate.persons(found, request)
    return Held(table[here], counts[0][here], counts[1][here], people[here],
                (int(apart[0]), int(apart[1])), (a.length, b.length))


def names(request: Request) -> tuple[str, str]:
    """Name the tables that hold either side's spells."""
    return "a", ("a" if alike(request) else "b")


def keys(both: Held, show: str, steps: tuple[float, ...]) -> list[str]:
    """Return the legend's key of each cell's change; empty where there is none to tell.

    `more-1` to `more-3` and `less-1` to `less-3` are clear changes; `none` is not.
    """
    size, more = _sizes(both, show)
    level = 1 + np.searchsorted(steps, size, side="right")
    clear = (both.corrected() <= BOUND) & (both.a / both.days[0] != both.b / both.days[1])
    return ["" if not np.isfinite(one) and show == "rate"
            else f"{'more' if up else 'less'}-{at}" if sure else NONE
            for one, up, at, sure in zip(size, more, level, clear, strict=True)]


def steps(found: Found, request: Request) -> tuple[float, ...]:
    """Return where classes after the first begin; they hold for every window of the length."""
    show = shown(request)
    if show == "ratio":
        return TIMES
    levels = LEVELS if show in ("more", "rate") else STEPS
    return thresholds(_anytime(found.classed, request), levels)


def _sizes(both: Held, show: str) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """Return how large each change is, and whether B has more."""
    a, b = both.yearly()
    if show == "ratio":
        with np.errstate(divide="ignore"):
            return np.maximum(a, b) / np.minimum(a, b), b > a
    size = np.abs(b - a)
    return (size / both.persons * metric_rate.PER if show == "rate" else size), b > a


def _counted(rows: pa.Table, table: Ints, days: Days, step: str) -> tuple[Ints, int]:
    """Count a side's spells that touch a window: by place in the cell table, and apart."""
    first, last = ((day - EPOCH).days for day in days)
    if step == "month":
        first, last = (int(month_of(day)) for day in (first, last))
    start, end, n = (rows.column(name).to_numpy() for name in ("start", "end", "n"))
    here = (start <= last) & (end >= first)
    index = cells.indices(rows.column("cell"), table)
    placed = here & (index != cells.APART)
    counts = np.bincount(index[placed], n[placed], len(table)).astype(np.int64)
    return counts, int(n[here & ~placed].sum())


def _anytime(found: Found, request: Request) -> Floats:
    """Return how many a year cells hold in every window of the length, on either side."""
    table, people = cells.ids(found["cells"]), metric_rate.persons(found, request)
    return np.concatenate([
        _over_windows(found[name], request, table, people) for name in set(names(request))])


def _over_windows(rows: pa.Table, request: Request, table: Ints, people: Floats) -> Floats:
    index = cells.indices(rows.column("cell"), table).astype(np.int64)
    start, end, n = (rows.column(name).to_numpy().astype(np.int64) for name in
                     ("start", "end", "n"))
    if request.step == "day":
        start, end = month_of(start), month_of(end)
    here = index != cells.APART
    worth = n.astype(np.float64)
    if shown(request) == "rate":
        here &= np.isfinite(np.append(people, np.nan)[np.minimum(index, len(people))])
        worth[here] *= metric_rate.PER / people[index[here]]
    counts = window_counts(Spells(index[here], start[here], end[here], worth[here]),
                           request.months)
    months = request.months or (int(end.max() - start.min()) + 1 if len(end) else 1)
    return np.asarray(counts * (12 / months), np.float64)


def _window(found: Found, request: Request) -> Days:
    """Return side B's window; an open end is where all data begins or ends, by whole months."""
    first, last = span(found)
    return request.selection.date_from or first, request.selection.date_to or last


def span(found: Found) -> Days:
    """Return the first and the last day of the months that incidents and dated claims cover."""
    about = found["span"].to_pylist()[0]
    claims = (claim for table in found.ground.evidence.claims.values() for claim in table)
    days = [day for claim in claims for day in claim.days or ()]
    days += [about[name] for name in ("date_min", "date_max") if about[name]]
    first, last = (min(days), max(days)) if days else (dt.date(1970, 1, 1), dt.date(1970, 1, 1))
    return first.replace(day=1), last_day(last.strftime("%Y-%m"), "")


def anytime(request: Request) -> Request:
    """Return the request with its window open."""
    return replace(request, selection=request.selection.anytime())
