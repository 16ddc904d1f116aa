"""Marks that say a number, counted in a window: their words, their class, their size."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from data.i18n import amount
from data.selection import Selection
from layers.legend import Legend
from layers.marks import Drawing, Mark, Symbol
from layers.parts import EPOCH, Parts, Share, month_of
from layers.windows import Spells, window_counts

LEAST_RADIUS = 3.0
"""Pixels: a smaller symbol could not be seen, so smaller amounts are drawn alike."""
_GAP = re.compile(r"\{(n|sum|share)(\d*)\}")

Window = tuple[int, int]
"""First and last day since 1970-01-01, both included."""


def counted(drawing: Drawing, selection: Selection, legend: Legend, language: str) -> Drawing:
    """Return what the window of a selection holds: marks of a number are filled in, or gone.

    A mark without shares is left as it is. An open end of the window is where the parts
    of the drawing begin or end. In the words of a mark, `{n}` is its number, `{sum0}` the
    number of which it has the first share, and `{share0}` that share.
    """
    if not any(mark.shares for mark in drawing):
        return drawing
    window = _window(drawing, selection)
    sums = {id(parts): parts.within(*window) for parts in _parts(drawing)}
    filled = (_filled(mark, sums, window, legend, language) for mark in drawing)
    return tuple(mark for mark in filled if mark is not None)


def window_values(
    marks: Iterable[tuple[Share, ...]], months: int | None, *, monthly: bool = False
) -> npt.NDArray[np.float64]:
    """Return what numbers come to in every window of so many months.

    Args:
        marks: the shares of each mark; marks made of the same ones count once.
        months: None for one window over everything.
        monthly: whether the numbers are means of the months of the window.

    Returns:
        Only positive values, unordered.
    """
    alike = {tuple((id(s.parts), s.weight) for s in shares): shares for shares in marks}
    spells = _spells(alike.values())
    if not len(spells.cell):
        return np.zeros(0)
    found = window_counts(spells, months).astype(np.float64)
    if monthly:
        found /= months or int(spells.end.max() - spells.start.min()) + 1
    return found


def _filled(
    mark: Mark, sums: dict[int, float], window: Window, legend: Legend, language: str
) -> Mark | None:
    if not mark.shares:
        return mark
    held = [sums[id(share.parts)] for share in mark.shares]
    own = [total * share.weight for total, share in zip(held, mark.shares, strict=True)]
    value = sum(own) / (_months(window) if mark.monthly else 1)
    if value <= 0:
        return None
    known = {"n": [value], "sum": held, "share": own}

    def fill(text: str) -> str:
        return _GAP.sub(lambda gap: amount(known[gap[1]][int(gap[2] or 0)], language), text)

    made = replace(mark, label=fill(mark.label), says=fill(mark.says),
                   value=value,
                   key=mark.key or legend.class_of(value))
    if isinstance(made, Symbol) and legend.per_root:
        return replace(made, radius=max(LEAST_RADIUS, legend.per_root * value ** 0.5))
    return made


def _window(drawing: Drawing, selection: Selection) -> Window:
    parts = [one for one in _parts(drawing) if len(one.start)]
    first = min((int(one.start.min()) for one in parts), default=0)
    last = max((int(one.end.max()) for one in parts), default=0)
    if selection.date_from:
        first = (selection.date_from - EPOCH).days
    if selection.date_to:
        last = (selection.date_to - EPOCH).days
    return first, last


def _months(window: Window) -> int:
    """Count the months that a window touches."""
    first, last = month_of(window)
    return int(last - first) + 1


def _parts(drawing: Drawing) -> list[Parts]:
    return list({id(s.parts): s.parts for mark in drawing for s in mark.shares}.values())


def _spells(alike: Iterable[tuple[Share, ...]]) -> Spells:
    """Write shares as spells, those of one mark with the same index."""
    rows = [(i, share) for i, shares in enumerate(alike) for share in shares]
    none = np.zeros(0, np.int64)
    if not rows:
        return Spells(none, none, none, none)
    return Spells(
        np.concatenate([np.full(len(share.parts.n), i, np.int64) for i, share in rows]),
        np.concatenate([month_of(share.parts.start) for _, share in rows]),
        np.concatenate([month_of(share.parts.end) for _, share in rows]),
        np.concatenate([share.parts.n * share.weight for _, share in rows]))
