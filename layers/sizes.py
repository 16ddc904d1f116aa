"""Symbols whose area says an amount: their scale, and the sizes that a legend explains."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from data.i18n import amount
from layers.counted import LEAST_RADIUS
from layers.legend import Entry
from layers.palette import Themes
from layers.style import Style

LARGEST_RADIUS = 22.0
"""Pixels: the radius of the largest amount in any window of the length in force."""
ROUND = (1.0, 2.0, 5.0)


def per_root(values: npt.NDArray[np.float64]) -> float:
    """Return the pixels of radius for the square root of an amount; 0 without amounts."""
    return float(LARGEST_RADIUS / np.sqrt(values.max())) if len(values) else 0.0


def sizes(
    values: npt.NDArray[np.float64], scale: float, unit: str, colours: Themes, language: str
) -> tuple[Entry, ...]:
    """Return up to three round amounts with the size that each is drawn at, the smallest first.

    They lie between the least amount that has a size of its own and the largest.
    """
    if not len(values):
        return ()
    least = max(float(values.min()), (LEAST_RADIUS / scale) ** 2)
    fitting = [one for one in _round_amounts(float(values.max())) if one >= least * 0.999]
    shown = sorted({fitting[0], fitting[len(fitting) // 2], fitting[-1]}) if fitting else []
    return tuple(
        Entry(Style("symbol", colours, radius=scale * one ** 0.5, hollow=True),
              f"{amount(one, language)} {unit}".strip())
        for one in shown)


def any_too_small(values: npt.NDArray[np.float64], scale: float) -> bool:
    """Tell whether an amount is so small that its symbol is drawn larger than it should be."""
    return bool(len(values)) and scale * float(values.min()) ** 0.5 < LEAST_RADIUS * 0.999


def _round_amounts(most: float) -> list[float]:
    """Return 1, 2, 5, 10, 20, … and their decimal fractions, to twelve orders below `most`."""
    top = int(np.floor(np.log10(most)))
    amounts = [float(f"{digit}e{power}") for power in range(top - 12, top + 1) for digit in ROUND]
    return [one for one in amounts if one <= most * 1.000001]
