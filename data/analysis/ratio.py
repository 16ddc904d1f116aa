"""How two rates compare: their ratio, its exact interval, and many such tests at once.

Counts are taken as Poisson. Given how many there are on both sides together, the second
side's number is binomial, whatever the common rate: a test of the ratio is then a binomial
one, and exact (J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples
from Poisson series", Biometrika 31, 1940). The interval is that of C. J. Clopper and E. S.
Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial",
Biometrika 26, 1934; the p-value doubles the smaller tail, so that it is at most 1 − `LEVEL`
exactly where the interval leaves out 1.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

LEVEL = 0.95
_HALVINGS = 60
"""A limit is found by halving where it can lie; after so many the doubt is below 1e-17."""


@dataclass(frozen=True)
class Ratio:
    """The second rate over the first.

    Attributes:
        value: infinite where the first count is 0; None where both are.
        low, high: the exact interval; 0 and infinite where the counts set no limit.
        p: two-sided p-value of equal rates.
    """

    value: float | None
    low: float
    high: float
    p: float

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out 1."""
        return self.low > 1 or self.high < 1


def ratio(first: int, second: int, exposures: tuple[float, float]) -> Ratio:
    """Compare two counts, each over its exposure: days, or days times persons.

    Args:
        first: the first side's count, 0 or more.
        second: the second side's.
        exposures: of the first and of the second, above 0.

    Returns:
        The ratio of the second rate to the first.
    """
    before, after = exposures
    if not first + second:
        return Ratio(None, 0.0, math.inf, 1.0)
    scale = before / after
    value = math.inf if not first else second / first * scale
    low, high = _limits(second, first + second)
    return Ratio(value, _odds(low) * scale, _odds(high) * scale,
                 p_value(first, second, after / (before + after)))


def p_value(first: int, second: int, share: float) -> float:
    """Return the two-sided p-value of equal rates.

    Args:
        first: the first side's count, 0 or more; the value is 1 where both are 0.
        second: the second side's.
        share: the second side's share of both exposures, between 0 and 1.
    """
    n = first + second
    return min(1.0, 2 * min(_at_least(second, n, share), _at_most(second, n, share)))


def p_values(first: Ints, second: Ints, share: float) -> Floats:
    """Return a p-value for each pair of counts, shape (n,); see `p_value`."""
    pairs, place = np.unique(np.stack([first, second], axis=1), axis=0, return_inverse=True)
    found = np.array([p_value(a, b, share) for a, b in pairs.tolist()], np.float64)
    return found[place.reshape(-1)] if len(first) else np.zeros(0)


def adjusted(p: Floats) -> Floats:
    """Correct p-values for being many, shape (n,).

    Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal
    Statistical Society B 57, 1995: of those at or below a level, that share at most is
    expected to be found by chance alone.
    """
    n = len(p)
    order = np.argsort(p)
    raised = p[order] * n / np.arange(1, n + 1)
    found = np.empty(n)
    found[order] = np.minimum(1.0, np.minimum.accumulate(raised[::-1])[::-1])
    return found


@lru_cache(maxsize=4096)
def _limits(k: int, n: int) -> tuple[float, float]:
    """Return Clopper and Pearson's limits of a binomial share."""
    tail = (1 - LEVEL) / 2
    low = 0.0 if k == 0 else _solved(lambda share: _at_least(k, n, share) > tail)
    high = 1.0 if k == n else _solved(lambda share: _at_most(k, n, share) <= tail)
    return low, high


def _solved(beyond: Callable[[float], bool]) -> float:
    """Return where a statement about a share begins to hold; it holds for all larger ones."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if beyond(middle) else (middle, high)
    return (low + high) / 2


def _at_least(k: int, n: int, share: float) -> float:
    """Return the chance of k or more of n."""
    return _sum(np.arange(k, n + 1), n, share)


def _at_most(k: int, n: int, share: float) -> float:
    """Return the chance of k or fewer of n."""
    return _sum(np.arange(k + 1), n, share)


def _sum(k: Ints, n: int, share: float) -> float:
    if not 0 < share < 1:
        return float((k == (n if share >= 1 else 0)).any())
    logs = _log_factorials(n)
    terms = logs[n] - logs[k] - logs[n - k] + k * math.log(share) + (n - k) * math.log1p(-share)
    return min(1.0, float(np.exp(terms).sum()))


@lru_cache(maxsize=256)
def _log_factorials(n: int) -> Floats:
    return np.append(0.0, np.cumsum(np.log(np.arange(1, n + 1))))


def _odds(share: float) -> float:
    return math.inf if share >= 1 else share / (1 - share)
