"""First-level units by two measures at once: three classes of each, nine colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.analysis.breaks import classify
from data.analysis.factor_index import THIRDS, UnitIndex
from data.i18n import Message, t
from layers.legend import Entry
from layers.marks import Days
from layers.palette import PAIRED
from layers.style import Style

Range = tuple[int, int]

MOST = len(PAIRED)


@dataclass(frozen=True)
class Pair:
    """A unit with both measures: an index, and another or a count."""

    one: UnitIndex
    second: int
    days: Days | None


def with_index(first: UnitIndex, second: UnitIndex) -> Pair:
    """Pair two indices of a unit; it is there from the first evidence to the last."""
    if first.days is None or second.days is None:
        return Pair(first, second.score, None)
    return Pair(first, second.score, (min(first.days[0], second.days[0]),
                                      max(first.days[1], second.days[1])))


def count_classes(counts: Sequence[int]) -> tuple[Range, ...]:
    """Divide the counts of all units into at most three classes, of which the lowest holds 0."""
    found = [(int(one.low), int(one.high)) for one in classify(counts, MOST)]
    return ((0, found[0][1]), *found[1:]) if found else ((0, 0),)


def key(first: int, second: int, classes: Sequence[Range]) -> str:
    """Return the legend key of an index and a second measure."""
    return f"pair-{_place(first, THIRDS)}-{_place(second, classes)}"


def entries(sentence: Message, classes: Sequence[Range], language: str) -> tuple[Entry, ...]:
    """Return an entry for each pair of classes, the highest first.

    Args:
        sentence: whose values `first` and `second` are filled in with the ranges.
        classes: of the second measure, lowest first.
        language: of the labels.
    """
    pairs = [(i, j) for i in reversed(range(MOST)) for j in reversed(range(len(classes)))]
    return tuple(
        Entry(Style("fill", PAIRED[i][_shade(j, len(classes))], alpha=0.85),
              Message(sentence.text, {"first": _range(THIRDS[i], language),
                                      "second": _range(classes[j], language)}).render(language),
              f"pair-{i}-{j}")
        for i, j in pairs)


def _place(value: int, classes: Sequence[Range]) -> int:
    return sum(value >= low for low, _ in classes) - 1


def _shade(j: int, classes: int) -> int:
    """Spread fewer than three classes over the colours, the lowest staying the lowest."""
    return j if classes < MOST - 1 else round(j * (MOST - 1) / (classes - 1))


def _range(bounds: Range, language: str) -> str:
    low, high = bounds
    return t(language, "{low}", low=low) if low == high else t(
        language, "{low} – {high}", low=low, high=high)
