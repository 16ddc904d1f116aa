"""Classes for a sequential scale, as ranges that do not overlap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

SLACK = 1e-8
"""How far two sums of the same parts may part by the order in which they are added."""
ROUND_STEPS = np.array([1, 2, 3, 5, 10], dtype=np.float64)


@dataclass(frozen=True)
class Class:
    """A class of whole numbers or of amounts, both bounds included.

    `open` tells that it holds every number from its low bound on, as the last one of bounds by
    hand does; its high bound is then the largest value there is.
    """

    low: float
    high: float
    open: bool = False


def classify(values: npt.ArrayLike, n: int = 6) -> list[Class]:
    """Divide positive counts into at most `n` classes.

    Counts of events are skewed: most cells hold one or two, a few hold hundreds.
    Bounds are therefore spaced evenly in the logarithm, moved to round numbers
    (1, 2, 3, 5, 10, 20, …) so that a legend can be read aloud, and classes that
    hold no value are joined to the one below, if any. The last class ends at the largest
    value.

    Args:
        values: counts, any shape; zeros and negatives are left out.
        n: the most classes wanted, at least 1.

    Returns:
        Classes in rising order that together hold every value; empty without values.
    """
    counts = np.asarray(values).ravel()
    counts = counts[counts > 0].astype(np.int64)
    if not counts.size:
        return []
    top = int(counts.max())
    distinct = np.unique(counts)
    if distinct.size <= n:
        starts = distinct
    else:
        ideal = np.geomspace(1, top + 1, n + 1)[:-1]
        starts = np.unique([_round(edge) for edge in ideal])
        starts = starts[starts <= top]
        starts = _without_empty(starts, counts)
    starts = starts.astype(np.int64)
    starts[0] = min(starts[0], int(distinct[0]))
    ends = np.append(starts[1:] - 1, top)
    return [Class(int(low), int(high)) for low, high in zip(starts, ends, strict=True)]


def bands(values: npt.ArrayLike, n: int = 6) -> list[Class]:
    """Divide positive amounts, which need not be whole, into at most `n` classes.

    Few amounts, told apart by three digits, have a class each. Otherwise low bounds are round
    numbers, spaced evenly in the logarithm; a class that would hold nothing is joined to the
    one below. A value belongs to the last class whose low bound it
    reaches, and the high bound is the largest value there: so classes never touch.

    Args:
        values: amounts, any shape; zeros and negatives are left out.
        n: the most classes wanted, at least 1.

    Returns:
        Classes in rising order that together hold every value; empty without values.
    """
    amounts = np.asarray(values, np.float64).ravel()
    amounts = np.sort(amounts[amounts > 0])
    if not amounts.size:
        return []
    distinct = np.unique([float(f"{one:.9g}") for one in amounts])
    if len(distinct) <= n and len({f"{one:.3g}" for one in distinct}) == len(distinct):
        return [Class(float(one) * (1 - SLACK), float(one) * (1 + SLACK)) for one in distinct]
    bottom, top = float(amounts[0]), float(amounts[-1])
    starts = np.unique([nearest_round(edge) for edge in np.geomspace(bottom, top, n + 1)[:-1]])
    starts = starts[starts <= top] if (starts <= top).any() else starts[:1]
    starts[0] = min(starts[0], _floor(bottom))
    starts = _without_empty(starts, amounts)
    ends = np.append(np.searchsorted(amounts, starts[1:]), len(amounts)) - 1
    return [Class(float(low), float(amounts[end]))
            for low, end in zip(starts, ends, strict=True)]


def thresholds(values: npt.ArrayLike, n: int) -> tuple[float, ...]:
    """Return round numbers between which positive values fall into at most `n` classes.

    They are spaced evenly in the logarithm. A class begins at its threshold; what lies below
    the first, or above the last, is of a class all the same: so they hold for any values.
    """
    amounts = np.asarray(values, np.float64).ravel()
    amounts = amounts[amounts > 0]
    if not amounts.size:
        return ()
    low, high = float(amounts.min()), float(amounts.max())
    found = {nearest_round(edge) for edge in np.geomspace(low, high, n + 1)[1:-1]}
    return tuple(sorted(one for one in found if low < one <= high))


def _round(value: float) -> int:
    return max(1, int(nearest_round(value)))


def nearest_round(value: float) -> float:
    """Return the round number (1, 2, 3, 5, 10, …) that is nearest in the logarithm."""
    scale = 10 ** np.floor(np.log10(value))
    nearest = ROUND_STEPS[np.argmin(np.abs(np.log(ROUND_STEPS * scale / value)))]
    return float(f"{nearest * scale:.6g}")


def _floor(value: float) -> float:
    """Return the number of two digits at or below a value."""
    scale = 10 ** (np.floor(np.log10(value)) - 1)
    return float(f"{np.floor(value / scale) * scale:.6g}")


def _without_empty(starts: npt.NDArray[Any], counts: npt.NDArray[Any]) -> npt.NDArray[Any]:
    held = np.bincount(np.searchsorted(starts, counts, side="right"), minlength=len(starts) + 1)
    return starts[held[1:] > 0]
