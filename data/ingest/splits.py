"""States that have come out of others: where a point lay on the day of its event.

`data/reference/splits.csv` tells, for each successor, the state that it was part of and the
day since when it is not. What is not told there counts as today's borders have it.
"""

from __future__ import annotations

import csv
import datetime as dt
from functools import cache

import numpy as np
import numpy.typing as npt

from data.boundaries import REFERENCE

Texts = npt.NDArray[np.object_]
Days = npt.NDArray[np.float64]

EPOCH = dt.date(1970, 1, 1)


@cache
def splits() -> dict[tuple[str, str], dt.date]:
    """Return the first day of independence by successor and predecessor, ISO alpha-2 codes."""
    with (REFERENCE / "splits.csv").open(encoding="utf-8", newline="") as source:
        return {(row["successor"], row["predecessor"]): dt.date.fromisoformat(row["date"])
                for row in csv.DictReader(source)}


def still_one(found: Texts, named: Texts, days: Days) -> npt.NDArray[np.bool_]:
    """Tell where the country found was part of the one named on the day of the event.

    Args:
        found: codes of the countries in which points lie today, None for none, shape (n,).
        named: codes of the countries that their records name, shape (n,).
        days: days since 1970-01-01, NaN where that is not known, shape (n,).
    """
    answer = np.zeros(len(found), dtype=np.bool_)
    for (successor, predecessor), since in splits().items():
        pair = (found == successor) & (named == predecessor)
        if pair.any():
            answer |= pair & (days < (since - EPOCH).days)
    return answer
