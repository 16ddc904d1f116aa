"""Who is said to have published each row: three invented sources of unequal reach.

The first covers everything; the second begins late and leaves out one country; the
third knows what authorities do. So a source filter, and reporting effort, show something.
"""

from __future__ import annotations

import numpy as np

from data.demo import territory
from data.demo.kinds import PROFILES
from data.demo.streams import Floats, Integers, pick

NAMES: tuple[str, ...] = (
    "Synthetic demonstration A", "Synthetic demonstration B", "Synthetic demonstration C",
)
LETTERS = ("A", "B", "C")
SECOND_FROM = 2018 - 2015
SECOND_COUNTRIES = ("ML", "NE")
SECOND_SHARE = 0.35
THIRD_KINDS = ("seizure.", "finance.", "intervention.operation")
THIRD_SHARE = 0.6

RELIABILITY = "ABCDEF"
CREDIBILITY = "123456"
RELIABILITY_WEIGHTS: tuple[Floats, ...] = (
    np.array([0.05, 0.25, 0.35, 0.20, 0.05, 0.10]),
    np.array([0.02, 0.15, 0.38, 0.25, 0.08, 0.12]),
    np.array([0.35, 0.40, 0.15, 0.05, 0.00, 0.05]),
)
"""How often each source has each letter of the Admiralty code; F says not judged."""
CREDIBILITY_WEIGHTS = np.array([0.12, 0.33, 0.30, 0.12, 0.03, 0.10])


def draw(rng: np.random.Generator, kinds: Integers, unit: Integers, year: Integers) -> Integers:
    """Draw the source of each row, a position in `NAMES`, shape (n,)."""
    second = np.array([u.iso2 in SECOND_COUNTRIES for u in territory.units()])[unit]
    second &= (year >= SECOND_FROM) & (rng.random(len(kinds)) < SECOND_SHARE)
    third = np.array([p.kind.startswith(THIRD_KINDS) for p in PROFILES])[kinds]
    third &= rng.random(len(kinds)) < THIRD_SHARE
    return np.where(third, 2, np.where(second, 1, 0)).astype(np.int64)


def record_ids(source: Integers) -> list[str]:
    """Give the rows of each source numbers in the order they come, as in `A-00001`."""
    number = np.zeros(len(source), dtype=np.int64)
    for which in range(len(NAMES)):
        here = np.flatnonzero(source == which)
        number[here] = np.arange(1, len(here) + 1)
    return [f"{LETTERS[s]}-{n:05d}" for s, n in zip(source.tolist(), number.tolist(), strict=True)]


def confidence(rng: np.random.Generator, source: Integers) -> list[str]:
    """Draw an Admiralty code for each row, such as `C3`."""
    letters = np.stack([pick(rng, w, len(source)) for w in RELIABILITY_WEIGHTS])
    letter = letters[source, np.arange(len(source))].tolist()
    digit = pick(rng, CREDIBILITY_WEIGHTS, len(source)).tolist()
    return [RELIABILITY[a] + CREDIBILITY[b] for a, b in zip(letter, digit, strict=True)]
