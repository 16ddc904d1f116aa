"""When: a month by trend and season, a day within it, and a span that fits its precision."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from data.demo.kinds import PROFILES, Profile
from data.demo.streams import Booleans, Floats, Integers, pick

FIRST, LAST = np.datetime64("2015-01-01"), np.datetime64("2025-12-31")
FIRST_DAY, LAST_DAY = int(FIRST.astype(np.int64)), int(LAST.astype(np.int64))
YEARS = 11
MONTHS = 12 * YEARS

SEASONS: dict[str, tuple[float, ...]] = {
    "even":         (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
    "dry":          (1.3, 1.3, 1.3, 1.2, 1.1, 0.9, 0.7, 0.6, 0.7, 0.9, 1.1, 1.2),
    "transhumance": (1.3, 1.4, 1.6, 1.7, 1.6, 1.1, 0.6, 0.5, 0.6, 0.8, 1.1, 1.2),
    "growing":      (0.3, 0.3, 0.3, 0.4, 0.6, 1.1, 1.4, 1.7, 2.0, 1.9, 1.2, 0.6),
    "harvest":      (1.5, 1.1, 0.8, 0.7, 0.7, 0.7, 0.6, 0.6, 0.8, 1.3, 1.7, 1.7),
}
"""How often each month is drawn, January first; invented."""

PRECISION_WEIGHTS = np.array([0.62, 0.13, 0.09, 0.14, 0.02])
"""How often each date precision, 1 to 5, is given to what has no duration of its own."""
LONGEST = np.array([1, 6, 7, 31])
"""Days that precisions 1 to 4 may span; 5 has no bound. As the importer reads them."""


@dataclass(frozen=True)
class Lasting:
    """A duration in days: a log-normal one between bounds, for a share of a kind."""

    share: float
    median: float
    sigma: float
    shortest: int
    longest: int


LASTING: dict[str, Lasting] = {
    "captivity": Lasting(0.55, 45, 0.8, 7, 300),
    "campaign": Lasting(0.35, 60, 0.6, 14, 270),
    "operation": Lasting(0.80, 21, 0.9, 2, 180),
    "deployment": Lasting(1.0, 400, 0.7, 60, 1500),
    "programme": Lasting(1.0, 500, 0.6, 90, 1500),
}


@dataclass(frozen=True)
class When:
    """First and last days, counted from 1970, the precision, and what lasts; each shape (n,)."""

    start: Integers
    end: Integers
    precision: Integers
    lasting: Booleans

    @property
    def year(self) -> Integers:
        """Years since 2015, shape (n,)."""
        return month_of(self.start) // 12


def draw(rng: np.random.Generator, kinds: Integers) -> When:
    """Draw the dates of incidents of the given kinds (positions in `PROFILES`, shape (n,))."""
    start = _days(rng, kinds)
    lengths = _durations(rng, kinds)
    lasting = lengths > 0
    precision = np.where(lasting, 1, pick(rng, PRECISION_WEIGHTS, len(kinds)) + 1)
    start, end = _spans(rng, start, precision)
    # What has not ended when the period does is cut there, as a source's last edition would.
    end = np.where(lasting, np.minimum(start + lengths - 1, LAST_DAY), end)
    precision = np.searchsorted(LONGEST, end - start + 1).astype(np.int64) + 1
    return When(start, end, precision, lasting)


@cache
def month_starts() -> Integers:
    """Return the first day of each month, and of the one after the last; shape (133,)."""
    months = np.arange("2015-01", "2026-02", dtype="datetime64[M]")
    return months.astype("datetime64[D]").astype(np.int64)


def month_of(days: Integers) -> Integers:
    """Return the month of each day, counted from January 2015."""
    return np.searchsorted(month_starts(), days, side="right").astype(np.int64) - 1


def month_weights(profile: Profile) -> Floats:
    """Return how often each month is drawn: a straight trend times the season, shape (132,)."""
    trend: Floats = 1 + (profile.growth - 1) * np.arange(MONTHS) / (MONTHS - 1)
    return np.asarray(trend * np.tile(SEASONS[profile.season], YEARS) * np.diff(month_starts()))


def _days(rng: np.random.Generator, kinds: Integers) -> Integers:
    months = np.zeros(len(kinds), dtype=np.int64)
    for number, profile in enumerate(PROFILES):
        here = np.flatnonzero(kinds == number)
        months[here] = pick(rng, month_weights(profile), len(here))
    inside = rng.random(len(kinds)) * np.diff(month_starts())[months]
    return month_starts()[months] + inside.astype(np.int64)


def _durations(rng: np.random.Generator, kinds: Integers) -> Integers:
    """Draw a length in days for what lasts; 0 elsewhere."""
    lengths = np.zeros(len(kinds), dtype=np.int64)
    for number, profile in enumerate(PROFILES):
        here = np.flatnonzero(kinds == number)
        if profile.lasting and len(here):
            law = LASTING[profile.lasting]
            drawn = law.median * np.exp(law.sigma * rng.standard_normal(len(here)))
            whole = np.clip(drawn, law.shortest, law.longest).astype(np.int64)
            lengths[here] = np.where(rng.random(len(here)) < law.share, whole, 0)
    return lengths


def _spans(
    rng: np.random.Generator, day: Integers, precision: Integers
) -> tuple[Integers, Integers]:
    """Widen each day to the span that its precision stands for."""
    few = day + rng.integers(1, 6, len(day))
    shift = np.maximum(few - LAST_DAY, 0)
    week = _monday(day)
    month = month_of(day)
    period = np.array([3, 6, 12])[rng.integers(0, 3, len(day))]
    first = month // period * period
    chosen = precision - 1
    start = np.choose(chosen, [day, day - shift, week, month_starts()[month],
                               month_starts()[first]])
    end = np.choose(chosen, [day, few - shift, week + 6, month_starts()[month + 1] - 1,
                             month_starts()[first + period] - 1])
    return start.astype(np.int64), end.astype(np.int64)


def _monday(day: Integers) -> Integers:
    """Return the Monday before, kept so that the whole week lies within the period."""
    monday = day - (day + 3) % 7  # 1 January 1970 was a Thursday
    monday = np.where(monday < FIRST_DAY, monday + 7, monday)
    return np.where(monday + 6 > LAST_DAY, monday - 7, monday)
