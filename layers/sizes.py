"""Symbols whose area says an amount: their scale, and the sizes that a legend explains."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from data.i18n import amount
from layers.legend import Entry
from layers.palette import Themes
from layers.style import Style

LARGEST_RADIUS = 26.0
"""Pixels: the radius of the largest amount in any window of the length in force."""
SHOWN = 3
ROUND = np.array([1.0, 2.0, 5.0])


def per_root(values: npt.NDArray[np.float64]) -> float:
    """Return the pixels of radius for the square root of an amount; 0 without amounts."""
    return float(LARGEST_RADIUS / np.sqrt(values.max())) if len(values) else 0.0


def sizes(
    values: npt.NDArray[np.float64], scale: float, unit: str, colours: Themes, language: str
) -> tuple[Entry, ...]:
    """Return round amounts with the size that each is drawn at, the smallest first."""
    if not len(values):
        return ()
    largest = _round_below(float(values.max()))
    smallest = float(values.min())
    amounts = {_round_below(largest / 6 ** i) for i in range(SHOWN)}
    return tuple(
        Entry(Style("symbol", colours, radius=scale * one ** 0.5, hollow=True, width=1.2),
              f"{amount(one, language)} {unit}".strip())
        for one in sorted(amounts) if one >= _round_below(smallest))


def _round_below(value: float) -> float:
    """Return the largest of 1, 2, 5, 10, 20, … at or below a value."""
    scale = 10.0 ** np.floor(np.log10(value))
    fitting = ROUND[ROUND * scale <= value * (1 + 1e-12)]
    return float(f"{fitting.max() * scale:.6g}")
