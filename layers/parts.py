"""Numbers that follow the clock: what they are made of, so that any window can be counted.

A mark may say a number: how many incidents its unit holds, how much was seized there. It
then names the parts of that number with their days, and whoever draws it adds those that
the window touches: the browser as time moves, and Python for sheets and tables.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

EPOCH = dt.date(1970, 1, 1)

Days = npt.NDArray[np.int32]
Amounts = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Parts:
    """Parts of a number, each of which counts while it lasts; shape (n,) each.

    Several marks may share one: it then travels once.

    Attributes:
        start: first day, since 1970-01-01.
        end: last day, included.
        n: what the part adds, above 0.
    """

    start: Days
    end: Days
    n: Amounts

    @classmethod
    def of(cls, start: Any, end: Any, n: Any) -> Parts:
        """Build parts from sequences of numbers."""
        return cls(np.asarray(start, np.int32), np.asarray(end, np.int32),
                   np.asarray(n, np.float64))

    def within(self, first: int, last: int) -> float:
        """Add the parts that touch a window of days, both included."""
        return float(self.n[(self.start <= last) & (self.end >= first)].sum())


@dataclass(frozen=True, eq=False)
class Share:
    """The share of a number that falls to a mark: 1 where it is all the mark's own."""

    parts: Parts
    weight: float = 1.0


def month_of(days: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """Number the months that days fall in, from January 1970."""
    since = np.asarray(days, np.int64).astype("datetime64[D]")
    return since.astype("datetime64[M]").astype(np.int64)


def days_of(months: npt.ArrayLike) -> tuple[Days, Days]:
    """Return first and last day of months, since 1970-01-01."""
    numbers = np.asarray(months, np.int64)
    first = numbers.astype("datetime64[M]").astype("datetime64[D]").astype(np.int32)
    after = (numbers + 1).astype("datetime64[M]").astype("datetime64[D]").astype(np.int32)
    return first, after - np.int32(1)
