"""Ways of dividing values into classes; each value falls into exactly one.

A class begins at its low bound and ends before the next one's, so bounds alone decide. Bounds
are written as they are: whole numbers for counts, and for amounts no finer than a legend
writes them. So what a label says is what the colour means.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from data.analysis.breaks import Class, bands, classify
from data.analysis.natural import natural_starts

Method = Literal["log", "quantile", "equal", "natural", "hand"]
Array = npt.NDArray[Any]
FEWEST, MOST = 3, 7
"""Classes that may be chosen."""


@dataclass(frozen=True)
class Choice:
    """How a person wants values divided.

    Attributes:
        method: logarithmic with round bounds, as many values in each, equally wide, natural
            breaks, or by hand.
        n: the most classes wanted; by hand it is the bounds that decide.
        bounds: where a class after the first begins, rising and above 0; read by hand only.
    """

    method: Method = "log"
    n: int = 6
    bounds: tuple[float, ...] = ()


def divided(values: npt.ArrayLike, choice: Choice) -> list[Class]:
    """Divide positive values into classes that hold each of them exactly once.

    Args:
        values: counts (an integer type) or amounts, any shape; zeros and negatives are left
            out.
        choice: how. By hand without bounds is as the logarithmic way.

    Returns:
        Classes in rising order; empty without values. None is empty, but those by hand may be.
    """
    held = np.asarray(values).ravel()
    held = np.sort(held[held > 0])
    whole = bool(np.issubdtype(held.dtype, np.integer))
    if choice.method == "hand" and choice.bounds and held.size:
        return _by_hand(held, choice.bounds, whole)
    if choice.method in ("log", "hand") or not held.size:
        return classify(held, choice.n) if whole else bands(held, choice.n)
    starts = np.unique([written_down(one, whole) for one in _STARTS[choice.method](held, choice.n)])
    starts[0] = min(starts[0], written_down(float(held[0]), whole))
    return _classes(held, _filled(held, starts), whole)


def written_down(value: float, whole: bool) -> float:
    """Return the largest number at or below a value that a legend writes as it is."""
    if whole or value >= 100:
        return float(math.floor(value))
    step = 10.0 ** (math.floor(math.log10(value)) - 2)
    return float(f"{math.floor(value / step * (1 + 1e-12)) * step:.6g}")


def _quantiles(held: Array, n: int) -> list[float]:
    """Begin each class at the value that so many of `n` equal parts lie before."""
    return [float(held[i * len(held) // n]) for i in range(n)]


def _equal(held: Array, n: int) -> list[float]:
    """Begin classes at equal distances between the smallest and the largest value."""
    room = float(held[-1] - held[0])
    if np.issubdtype(held.dtype, np.integer):
        return [math.ceil(held[0] + (room + 1) * i / n) for i in range(n)]
    return [float(held[0]) + room * i / n for i in range(n)]


def _natural(held: Array, n: int) -> list[float]:
    return [float(one) for one in natural_starts(held, n)]


_STARTS = {"quantile": _quantiles, "equal": _equal, "natural": _natural}


def _by_hand(held: Array, bounds: tuple[float, ...], whole: bool) -> list[Class]:
    """Begin classes where a person says; a first one holds what lies before, if anything does.

    A bound between two whole numbers is moved up to the next one for counts.
    """
    asked = sorted({float(math.ceil(one)) if whole else _nearest(one) for one in bounds})
    least = written_down(float(held[0]), whole)
    starts = np.array([least, *asked] if least < asked[0] else asked)
    return _classes(held, starts, whole, last_open=True)


def _nearest(value: float) -> float:
    return float(round(value)) if value >= 100 else float(f"{value:.3g}")


def _filled(held: Array, starts: Array) -> Array:
    """Leave out classes without a value."""
    place = np.searchsorted(starts, held, side="right") - 1
    return starts[np.bincount(place, minlength=len(starts)) > 0]


def _classes(held: Array, starts: Array, whole: bool, last_open: bool = False) -> list[Class]:
    """Make classes from where they begin; the last ends at the largest value, or never."""
    top = max(float(held[-1]), float(starts[-1]))
    if whole:
        ends = [*(starts[1:] - 1).tolist(), top]
    else:
        after = np.searchsorted(held, starts[1:])
        inside = [float(held[i - 1]) if i else 0.0 for i in after]
        ends = [*(max(low, high) for low, high in zip(starts, inside, strict=False)), top]
    number = int if whole else float
    made = [Class(number(low), number(high)) for low, high in zip(starts, ends, strict=True)]
    if last_open:
        made[-1] = Class(made[-1].low, made[-1].high, open=True)
    return made
