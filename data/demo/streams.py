"""Random numbers: one stream a topic, so that changing one topic leaves the others as they are."""

from __future__ import annotations

from zlib import crc32

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]


def stream(seed: int, topic: str) -> np.random.Generator:
    """Return the stream of a topic; the same seed and topic give the same numbers."""
    return np.random.Generator(np.random.PCG64([seed, crc32(topic.encode())]))


def pick(rng: np.random.Generator, weights: Floats, n: int) -> Integers:
    """Draw `n` indices into `weights`, each as often as its weight says; shape (n,)."""
    edges = np.cumsum(weights)
    drawn = np.searchsorted(edges, rng.random(n) * edges[-1], side="right")
    return np.asarray(np.minimum(drawn, len(weights) - 1), dtype=np.int64)


def allot(weights: Floats, n: int) -> Integers:
    """Divide `n` in proportion to the weights: largest remainder, and one each if `n` allows."""
    least = 1 if n >= len(weights) else 0
    share = weights / weights.sum() * (n - least * len(weights))
    counts = np.floor(share).astype(np.int64)
    order = np.argsort(counts - share, kind="stable")
    counts[order[: n - least * len(weights) - int(counts.sum())]] += 1
    return np.asarray(counts + least, dtype=np.int64)
