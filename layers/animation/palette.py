"""One palette for all frames: the colours that flat areas have, exactly, and shades between."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image

MOST = 256
NEAR = 7.0
"""How far colours must lie from those chosen already, until there is room left."""

Colours = npt.NDArray[np.int32]


def palette(pictures: Sequence[Image.Image]) -> Image.Image:
    """Return a picture whose palette suits others like these.

    Colours come in the order of how many dots have them, so that those of areas and of the
    legend are kept as they are; near ones stand for one another.
    """
    found, counts = _counted(pictures)
    ordered = found[np.lexsort((*found.T[::-1], -counts))]
    left = np.full(len(ordered), np.inf)
    chosen: list[int] = []
    at = 0
    while len(chosen) < MOST and at < len(ordered):
        if left[at] > NEAR**2:
            chosen.append(at)
            left = np.minimum(left, ((ordered - ordered[at]) ** 2).sum(axis=1))
        at += 1
    made = Image.new("P", (1, 1))
    made.putpalette(ordered[chosen].astype(np.uint8).tobytes())
    return made


def _counted(pictures: Sequence[Image.Image]) -> tuple[Colours, npt.NDArray[np.int64]]:
    """Return the colours of pictures, shape (n, 3), and how many dots have each."""
    dots = np.concatenate([np.asarray(one.convert("RGB")).reshape(-1, 3) for one in pictures])
    codes = dots.astype(np.int32) @ np.array([65536, 256, 1])
    values, counts = np.unique(codes, return_counts=True)
    return np.column_stack([values >> 16, values >> 8 & 255, values & 255]), counts
