"""Natural breaks: the classes whose values lie closest to their own means.

Fisher's exact optimum (W. D. Fisher, "On grouping for maximum homogeneity", Journal of the
American Statistical Association 53, 1958), which Jenks brought to maps. Counts of hexagons
over all windows are millions of values and a few hundred distinct ones, so distinct values
are grouped with the number of times that they occur; libraries for this take every value by
itself, which at this size they cannot do in a second.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
MOST_DISTINCT = 2_000
"""More distinct values are first told apart by three digits alone."""


@dataclass(frozen=True)
class _Sums:
    """Running sums of weights, values and squares, each starting with 0, shape (m + 1,)."""

    weight: Floats
    first: Floats
    second: Floats

    def spread(self, begins: npt.NDArray[np.int64], end: int) -> Floats:
        """Return the squared deviations within values `begins` to `end`, excluded."""
        weight = self.weight[end] - self.weight[begins]
        first = self.first[end] - self.first[begins]
        return np.asarray(self.second[end] - self.second[begins] - first * first / weight)


def natural_starts(values: npt.ArrayLike, n: int) -> Floats:
    """Return the smallest value of each class, rising.

    Args:
        values: numbers, any shape, at least one.
        n: how many classes, at least 1; fewer where there are fewer distinct values.

    Returns:
        Where classes begin, shape (classes,).
    """
    distinct, times = _counted(np.asarray(values, np.float64).ravel())
    if len(distinct) <= n:
        return distinct
    moved = distinct - np.average(distinct, weights=times)
    sums = _Sums(*(np.append(0.0, np.cumsum(times * moved**power)) for power in (0, 1, 2)))
    return distinct[_begins(sums, len(distinct), n)]


def _begins(sums: _Sums, m: int, n: int) -> list[int]:
    """Return the index at which each of `n` classes begins."""
    best = np.array([np.inf, *(sums.spread(np.array([0]), end)[0] for end in range(1, m + 1))])
    cuts = []
    for classes in range(2, n + 1):
        best, cut = _one_more(sums, best, classes, m)
        cuts.append(cut)
    found, end = [], m
    for cut in reversed(cuts):
        end = int(cut[end])
        found.append(end)
    return [0, *reversed(found)]


def _one_more(
    sums: _Sums, before: Floats, classes: int, m: int
) -> tuple[Floats, npt.NDArray[np.int64]]:
    """Add a class: the least spread of the first `end` values, and where the last one begins.

    The best beginning never moves back as `end` grows, so each half of the ends looks at
    one part of the beginnings only.
    """
    best, cut = np.full(m + 1, np.inf), np.zeros(m + 1, np.int64)
    waiting = [(classes, m, classes - 1, m - 1)]
    while waiting:
        low, high, first, last = waiting.pop()
        if low > high:
            continue
        end = (low + high) // 2
        begins = np.arange(first, min(last, end - 1) + 1)
        total = before[begins] + sums.spread(begins, end)
        at = int(np.argmin(total))
        best[end], cut[end] = total[at], begins[at]
        waiting += [(low, end - 1, first, int(begins[at])), (end + 1, high, int(begins[at]), last)]
    return best, cut


def _counted(values: Floats) -> tuple[Floats, Floats]:
    """Return distinct values and how often each occurs.

    Where they are very many, those that three digits do not tell apart are joined at the
    smallest of them.
    """
    distinct, times = np.unique(values, return_counts=True)
    if len(distinct) <= MOST_DISTINCT:
        return distinct, times.astype(np.float64)
    short = np.array([float(f"{value:.3g}") for value in distinct.tolist()])
    _, begins = np.unique(short, return_index=True)
    return distinct[begins], np.add.reduceat(times, begins).astype(np.float64)
