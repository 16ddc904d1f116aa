"""Symbols at one and the same spot, moved apart so that each can be seen and picked."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

GAP = 1.0
"""Pixels left between neighbours."""
STEP = 3.0
"""Pixels from one ring of places to try to the next."""


def spread(
    spots: Sequence[tuple[float, float]], radii: Sequence[float]
) -> npt.NDArray[np.float64]:
    """Return how far each symbol stands from its spot, pixels to the right and down.

    The first at a spot stays on it; the others close in around it, in their order.

    Args:
        spots: lon and lat of each symbol.
        radii: in pixels.

    Returns:
        Shape (n, 2); zero for a symbol that is alone at its spot.
    """
    moved = np.zeros((len(spots), 2))
    together: dict[tuple[float, float], list[int]] = defaultdict(list)
    for i, spot in enumerate(spots):
        together[spot].append(i)
    for group in together.values():
        placed: list[tuple[float, float, float]] = []
        for i in group:
            x, y = _free(placed, radii[i])
            placed.append((x, y, radii[i]))
            moved[i] = x, y
    return moved


def _free(placed: list[tuple[float, float, float]], radius: float) -> tuple[float, float]:
    """Return the place nearest to the spot where a symbol meets none of those placed."""
    if not placed:
        return 0.0, 0.0
    away = placed[0][2] + radius + GAP
    while True:
        around = 12 * max(1, round(2 * math.pi * away / STEP / 12))
        for k in range(around):
            turn = 2 * math.pi * k / around
            x, y = away * math.cos(turn), away * math.sin(turn)
            if all(math.hypot(x - a, y - b) >= radius + r + GAP - 1e-6 for a, b, r in placed):
                return x, y
        away += STEP
