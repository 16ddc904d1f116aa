"""Classes of a sequential scale as lines of a legend, and how their bounds are written."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_FLOOR, Decimal

import numpy as np
import numpy.typing as npt

from data.analysis.breaks import Class
from data.analysis.methods import Choice, divided
from data.i18n import amount, number, t
from layers.legend import Entry
from layers.palette import Ramp, ramp
from layers.style import Style

DEFAULT = Choice()

Values = npt.NDArray[np.int64] | npt.NDArray[np.float64]


def class_entries(
    values: Values, language: str, colours: Callable[[int], Ramp] = ramp,
    choice: Choice = DEFAULT,
) -> tuple[Entry, ...]:
    """Turn values into legend lines, lowest class first; counts where they are whole numbers.

    The keys are `class-0`, `class-1` and so on.
    """
    whole = bool(np.issubdtype(values.dtype, np.integer))
    classes = divided(values, choice)
    tones = colours(len(classes))
    return tuple(
        Entry(Style("hexagon", (light, dark)), _label(one, whole, language),
              f"class-{i}", one.low, one.high)
        for i, (one, light, dark) in enumerate(zip(classes, tones.light, tones.dark, strict=True)))


def _label(one: Class, whole: bool, language: str) -> str:
    if one.open:
        low = number(one.low, language) if whole else amount(one.low, language)
        return t(language, "{low} and more", low=low)
    return (counts if whole else amounts)(one.low, one.high, language)


def counts(low: float, high: float, language: str) -> str:
    """Write a class of whole numbers: `3 – 5`, or one number alone."""
    return _range(number(low, language), number(high, language), language)


def amounts(low: float, high: float, language: str) -> str:
    """Write a class of amounts; cut short at its upper end, so that it meets no other class."""
    if amount(low, language) == amount(high, language):
        return amount(low, language)
    return _range(amount(low, language), amount(_cut(high), language), language)


def _range(low: str, high: str, language: str) -> str:
    return low if low == high else t(language, "{low} – {high}", low=low, high=high)


def _cut(value: float) -> float:
    exact = Decimal(value)
    digits = 0 if exact >= 100 else 2 - exact.adjusted()
    return float(exact.quantize(Decimal(1).scaleb(-digits), ROUND_FLOOR))
