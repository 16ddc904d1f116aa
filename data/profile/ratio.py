"""How many times as often: the ratio of two rates of events, with its exact interval.

Given their sum, the first of two Poisson counts is binomial, whatever the common rate; the
interval is that of Clopper and Pearson for its share, turned into a ratio of rates.
Przyborowski and Wilenski, Biometrika 31 (1940), 313–323; Clopper and Pearson, Biometrika 26
(1934), 404–413.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

LEVEL = 0.95
_HALVINGS = 60

Change = Literal["more", "fewer", "unclear"]


@dataclass(frozen=True)
class Ratio:
    """A ratio of two rates.

    Attributes:
        best: the ratio; infinite where the second count is 0.
        low, high: of its interval; `high` is infinite where the second count is 0.
        level: of the interval, 0 to 1.
    """

    low: float
    best: float
    high: float
    level: float = LEVEL

    @property
    def change(self) -> Change:
        """What the interval says: it is unclear where it holds 1."""
        if self.low > 1:
            return "more"
        return "fewer" if self.high < 1 else "unclear"


def ratio(
    first: int, first_days: int, second: int, second_days: int, level: float = LEVEL
) -> Ratio | None:
    """Return how many times as often events came in the first spell as in the second.

    Args:
        first: count of independent events, 0 or more.
        first_days: how long they were counted, 1 or more.
        second: the other count.
        second_days: how long that was counted.
        level: of the interval, between 0 and 1.

    Returns:
        None where nothing was counted in either.
    """
    total = first + second
    if not total:
        return None
    scale = second_days / first_days
    best = first / second * scale if second else math.inf
    low, high = _share(first, total, (1 - level) / 2)
    return Ratio(_odds(low) * scale, best, _odds(high) * scale, level)


def _odds(share: float) -> float:
    return math.inf if share >= 1 else share / (1 - share)


def _share(found: int, total: int, tail: float) -> tuple[float, float]:
    """Return the ends of the interval of a binomial share, each tail of a probability."""
    ways = _log_ways(total)
    k = np.arange(total + 1)

    def below(share: float, most: int) -> float:
        """Return the chance of `most` or fewer."""
        logs = ways[: most + 1] + k[: most + 1] * math.log(share) + (
            total - k[: most + 1]) * math.log1p(-share)
        return float(np.exp(logs).sum())

    low = 0.0 if found == 0 else _crossing(lambda p: 1 - below(p, found - 1) - tail)
    high = 1.0 if found == total else _crossing(lambda p: tail - below(p, found))
    return low, high


def _crossing(rising: Callable[[float], float]) -> float:
    """Return where a rising function of a share passes 0, by halving."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if rising(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _log_ways(total: int) -> npt.NDArray[np.float64]:
    """Return the logarithms of the numbers of ways to choose 0 to all of a total."""
    steps = np.log(np.arange(1, total + 1, dtype=np.float64))
    factorials = np.concatenate([[0.0], np.cumsum(steps)])
    ways: npt.NDArray[np.float64] = factorials[-1] - factorials - factorials[::-1]
    return ways
