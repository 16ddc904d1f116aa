"""What tables of incidents and of layers share: a page of text, which the browser draws.

A page has thousands of cells: as components of the page they would take seconds to place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Head:
    """A column: the name that sorts it, how it is sorted now, and what it means."""

    name: str
    label: str
    sorted: str
    meaning: str = ""


@dataclass(frozen=True)
class Row:
    """A row as text; `picks` are the attributes of the button in its first cell.

    `pinned` is the row of what is picked on the map, which this page would not hold.
    """

    cells: Sequence[str]
    picks: Mapping[str, str]
    pinned: bool = False


@dataclass(frozen=True)
class Shown:
    """One page of a table.

    Attributes:
        count: how many rows there are, in words.
        at: which page this is.
        last: the last one.
        heads: its columns.
        rows: its rows, a cell a column.
        says: a sentence on the whole.
        caption: what the rows are, for those who hear the page.
    """

    count: str
    at: int
    last: int
    heads: Sequence[Head]
    rows: Sequence[Row]
    says: str = field(default="")
    caption: str = field(default="")


def head(name: str, label: str, sort: str, *, descending: bool, meaning: str = "") -> Head:
    """Describe a column, which is sorted now where its name is `sort`."""
    state = ("descending" if descending else "ascending") if name == sort else "none"
    return Head(name, label[:1].upper() + label[1:], state, meaning)
