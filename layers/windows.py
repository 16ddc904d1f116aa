"""What windows of one length hold, wherever they stand in time: the basis of classes.

Classes must not change while a window moves, or colours would mean something else with
each step. So they are made from the counts of every window of the length in force.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

WEEK = 7
_CHUNK = 8_000_000
_RESIDUE = 1e-12
"""What a difference of two equal sums may leave, as a share of all that was added."""


@dataclass(frozen=True)
class Spells:
    """Numbers of a cell that share a first and a last step of time; shape (rows,) each.

    Attributes:
        cell: index of the cell, 0 and up.
        start: first month, or first day.
        end: last month or day, included.
        n: how many incidents, or how much of what is added.
    """

    cell: Ints
    start: Ints
    end: Ints
    n: Ints | Floats


def window_counts(spells: Spells, months: int | None) -> Ints | Floats:
    """Return what each cell holds in each window of so many months, wherever it stands.

    None is one window over everything. Only positive counts are returned, unordered; they
    are whole where `n` is.
    """
    if not len(spells.cell):
        return np.zeros(0, dtype=np.int64)
    first, last = int(spells.start.min()), int(spells.end.max())
    span = last - first + 1
    length = span if months is None else min(months, span)
    shifted = Spells(spells.cell, spells.start - first, spells.end - first, spells.n)
    cells = int(spells.cell.max()) + 1
    step = max(1, _CHUNK // (span + 1))
    return np.concatenate([
        _chunk(shifted, slice(low, min(low + step, cells)), span, length)
        for low in range(0, cells, step)
    ])


def day_window_counts(spells: Spells, days: int) -> Ints | Floats:
    """Return what each cell holds in windows of so many days, by the day.

    There are some thirty times more such windows than months, and most hold what the one
    before held. So what a cell holds is taken once for every week that it stays the same,
    and at least once. Only positive counts are returned, unordered; they are whole where `n`
    is.
    """
    if not len(spells.cell):
        return np.zeros(0, dtype=np.int64)
    # The last day of the window at which a number enters it, and the one at which it has left.
    at = np.concatenate([spells.start, spells.end + days])
    change = np.concatenate([spells.n, -spells.n])
    cell = np.concatenate([spells.cell, spells.cell])
    order = np.lexsort((at, cell))
    cell, at, held = cell[order], at[order], np.cumsum(change[order])
    # Numbers of a cell cancel out by its end, so that the sum runs on over all cells.
    stays = np.diff(at, append=at[-1]) * (np.append(cell[1:], -1) == cell)
    least = _RESIDUE * np.abs(spells.n).sum()
    there = (held > least) & (stays > 0)
    times = np.maximum(1, stays[there] // WEEK)
    return np.repeat(held[there], times)


def _chunk(spells: Spells, cells: slice, span: int, length: int) -> Ints | Floats:
    """Count a range of cells: what began by a window's end, less what ended before it."""
    here = (spells.cell >= cells.start) & (spells.cell < cells.stop)
    row = (spells.cell[here] - cells.start) * (span + 1)
    size, n = (cells.stop - cells.start) * (span + 1), spells.n[here]
    began = np.bincount(row + spells.start[here], n, size).reshape(-1, span + 1)
    ended = np.bincount(row + spells.end[here] + 1, n, size).reshape(-1, span + 1)
    by_end = began.cumsum(axis=1)[:, length - 1 : span]
    before = ended.cumsum(axis=1)[:, : span - length + 1]
    found: Floats = by_end - before
    if np.issubdtype(spells.n.dtype, np.integer):
        counts: Ints = np.rint(found).astype(np.int64)
        return counts[counts > 0]
    amounts: Floats = found[found > _RESIDUE * n.sum()]
    return amounts
