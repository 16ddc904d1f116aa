"""An index by unit from weighted factors, and how far its ranks depend on the weights.

Weighted arithmetic aggregation, with ranks over many sets of weights as its uncertainty
analysis: OECD and Joint Research Centre, Handbook on Constructing Composite Indicators
(2008), steps 6 and 7, doi:10.1787/9789264043466-en.

The handbook fills gaps by imputation; nothing is filled in here. An index is the sum of
weight times level over the factors with evidence, divided by the sum of all weights: a
factor without evidence adds nothing, which is not evidence that the factor is absent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

LEAST_UNITS = 5
"""Below so many units with evidence there are no ranks."""
SWING = 0.5
"""By what share each weight is raised and lowered, one at a time."""
DRAWS = 1_000
"""Sets of weights drawn at random around those given."""
SEED = 2008
_DECIMALS = 12
"""Indices that agree so far are the same, and share a rank."""


@dataclass(frozen=True, eq=False)
class Ranks:
    """Ranks of units over sets of weights; 1 is the highest index, ties share a rank.

    Attributes:
        first, median, last: best, middle and worst rank, shape (units,); 0 for a unit
            without evidence.
        units: how many units have evidence.
        sets: over how many sets of weights.
    """

    first: Ints
    median: Ints
    last: Ints
    units: int
    sets: int


def index(levels: npt.ArrayLike, weights: npt.ArrayLike) -> Floats:
    """Return each unit's index, between its lowest possible level and 1.

    Args:
        levels: how strong each factor is, 0 to 1, NaN without evidence; shape (units, factors).
        weights: of the factors, 0 or more, in any unit; shape (factors,).

    Returns:
        Shape (units,); NaN for a unit without evidence on any factor that has a weight.

    Raises:
        ValueError: shapes that do not meet, or a weight below zero.
    """
    held, given = _read(levels, weights)
    known = _known(held, given)
    scores: Floats = np.full(len(held), np.nan)
    if known.any():
        scores[known] = _scores(held[known], _shares(given)[None])[0]
    return scores


def ranks(levels: npt.ArrayLike, weights: npt.ArrayLike) -> Ranks | None:
    """Return each unit's range of ranks; None below `LEAST_UNITS` units with evidence.

    Args and errors are those of `index`. The sets of weights are those of `weight_sets`,
    so the same input gives the same ranks.
    """
    held, given = _read(levels, weights)
    known = _known(held, given)
    if known.sum() < LEAST_UNITS:
        return None
    sets = weight_sets(given)
    places = rank(_scores(held[known], sets))
    return Ranks(
        first=_spread(known, places.min(axis=0)),
        median=_spread(known, np.median(places, axis=0)),
        last=_spread(known, places.max(axis=0)),
        units=int(known.sum()), sets=len(sets))


def weight_sets(weights: npt.ArrayLike) -> Floats:
    """Return sets of weights that each sum to 1, shape (sets, factors); the given ones first.

    Then come each positive weight lowered and raised by `SWING`, one at a time, and `DRAWS`
    from a Dirichlet distribution whose mean is the given weights and which, where all
    weights are equal, makes every set equally likely. Their number is odd, so that a
    median is one of the ranks. A weight of zero stays zero: its factor was left out.
    """
    shares = _shares(np.asarray(weights, np.float64))
    varied = np.flatnonzero(shares)
    swings = [_swung(shares, int(i), 1 + sign * SWING) for i in varied for sign in (-1, 1)]
    drawn = np.zeros((DRAWS, len(shares)))
    # Rounded, so that weights in another unit draw the very same sets.
    spread = np.round(shares[varied] * len(varied), 9)
    gammas = np.random.default_rng(SEED).standard_gamma(spread, (DRAWS, len(varied)))
    drawn[:, varied] = gammas / gammas.sum(axis=1, keepdims=True)
    return np.vstack([shares, *swings, drawn])


def rank(scores: npt.ArrayLike) -> Ints:
    """Rank along the last axis of a two-dimensional array: 1 and the number of higher scores."""
    rounded = np.round(np.asarray(scores, np.float64), _DECIMALS)
    rising = np.sort(rounded, axis=1)
    return np.stack([row.size + 1 - np.searchsorted(order, row, side="right")
                     for order, row in zip(rising, rounded, strict=True)]).astype(np.int64)


def _read(levels: npt.ArrayLike, weights: npt.ArrayLike) -> tuple[Floats, Floats]:
    held, given = np.asarray(levels, np.float64), np.asarray(weights, np.float64)
    if held.ndim != 2 or given.shape != held.shape[1:]:
        raise ValueError(f"levels of shape {held.shape} do not meet weights of {given.shape}")
    if (given < 0).any():
        raise ValueError("a weight is below zero")
    return held, given


def _known(levels: Floats, weights: Floats) -> npt.NDArray[np.bool_]:
    return np.asarray((~np.isnan(levels) & (weights > 0)).any(axis=1), np.bool_)


def _shares(weights: Floats) -> Floats:
    shares: Floats = weights / weights.sum()
    return shares


def _scores(levels: Floats, sets: Floats) -> Floats:
    """Return the index of every unit under every set of weights, shape (sets, units)."""
    scores: Floats = sets @ np.nan_to_num(levels).T
    return scores


def _swung(shares: Floats, i: int, by: float) -> Floats:
    other = shares.copy()
    other[i] *= by
    return _shares(other)


def _spread(known: npt.NDArray[np.bool_], values: npt.NDArray[Any]) -> Ints:
    out = np.zeros(len(known), np.int64)
    out[known] = values.astype(np.int64)
    return out
