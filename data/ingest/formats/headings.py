"""Headings of two rows: a cell that is merged over several columns, and their names below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def of_two_rows(upper: Sequence[str], lower: Sequence[Any]) -> tuple[str, ...] | None:
    """Return the names of columns whose heading stands in two rows, else None.

    The lower row holds words, a name for every column of a group and nothing elsewhere, which
    no record does. A group is a name of the upper row with nameless columns after it. A name
    that would repeat another gets that of its group before it.

    Args:
        upper: the row that was taken for the header, as text.
        lower: the row below it, as its cells hold it.
    """
    if any(cell != "" and not isinstance(cell, str) for cell in lower):
        return None
    below = [cell.strip() for cell in lower]
    width = max((i + 1 for i, pair in enumerate(zip(upper, below, strict=True)) if any(pair)),
                default=0)
    group = [*_groups(upper[:width]), *[""] * (len(upper) - width)]
    # Where all columns were of groups, the row below could be a record like any other.
    if not any(group) or all(group[:width]):
        return None
    if [bool(name) for name in below] != [bool(name) for name in group]:
        return None
    names = [name or own for name, own in zip(below, upper, strict=True)]
    return tuple(f"{above} {name}" if above and names.count(name) > 1 else name
                 for above, name in zip(group, names, strict=True))


def _groups(upper: Sequence[str]) -> list[str]:
    """Return the name of each column's group, or nothing where it stands by itself."""
    groups: list[str] = []
    for i, name in enumerate(upper):
        after = upper[i + 1] if i + 1 < len(upper) else "none"
        groups.append((name if not after else "") if name else (groups[-1] if groups else ""))
    return groups
