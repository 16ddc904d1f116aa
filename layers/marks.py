"""What a layer draws, before anyone draws it: marks, each of one entry of the legend.

The page and the sheet draw the same marks, the legend gives them their look, and the
table has a row for each: so the four cannot disagree.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from shapely.geometry.base import BaseGeometry

from data.selection import Selection
from layers.parts import Share

Days = tuple[dt.date, dt.date]

CLASSED = ""
"""The key of a mark whose number decides which class of the legend it belongs to."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Mark:
    """What marks of every kind share.

    Attributes:
        id: what a click picks, unique within the drawing; `table/id` for a single claim.
        key: of the legend entry that it belongs to; `CLASSED` where its number decides.
        label: a few words: the head of the tooltip, and the name on the map if `named`.
        says: a sentence for the tooltip.
        days: first and last day; None: undated, and always shown.
        named: whether the label is written on the map.
        rank: which labels give way where they do not fit; low ones stay.
        shares: what its number is made of, where it says one; it is there while that is above 0.
        value: its number in the window, once that is known.
        monthly: whether its number is the mean of the months of the window, not their sum.
    """

    id: str
    key: str
    label: str
    says: str = ""
    days: Days | None = None
    named: bool = False
    rank: float = 0.0
    shares: tuple[Share, ...] = ()
    value: float | None = None
    monthly: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class Area(Mark):
    """A polygon or several, WGS 84 degrees: filled, hatched or outlined."""

    shape: BaseGeometry


@dataclass(frozen=True, kw_only=True, eq=False)
class Line(Mark):
    """A path from its first point to its last; lon, lat in degrees, shape (n, 2), n ≥ 2.

    `curved` draws it as an arc: a pair of places whose path is not the point.
    """

    points: npt.NDArray[np.float64]
    curved: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class Symbol(Mark):
    """A symbol at a point, degrees; `radius` in pixels where it says an amount.

    `dx` and `dy` move it off its point, pixels to the right and down, so that symbols of
    one place stand side by side at any zoom. `hollow` leaves its filling out, where something
    of it is known less exactly than of others of its entry.
    """

    lon: float
    lat: float
    radius: float | None = None
    letter: str = ""
    dx: float = 0.0
    dy: float = 0.0
    hollow: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class Ring(Mark):
    """A circle whose size is a distance on the ground: the precision of a place."""

    lon: float
    lat: float
    metres: float


Drawing = tuple[Mark, ...]
"""In drawing order: a later mark covers an earlier one."""


def shown(mark: Mark, selection: Selection) -> bool:
    """Tell whether a mark is there in the selection's window of time."""
    return during(mark.days, selection)


def during(days: Days | None, selection: Selection) -> bool:
    """Tell whether days touch the selection's window of time; what is undated always does."""
    if days is None:
        return True
    first, last = days
    begins = selection.date_to is None or first <= selection.date_to
    return begins and (selection.date_from is None or last >= selection.date_from)


def within(drawing: Iterable[Mark], selection: Selection) -> Drawing:
    """Keep the marks that are there in the selection's window."""
    return tuple(mark for mark in drawing if shown(mark, selection))


def tally(drawing: Iterable[Mark]) -> Counter[str]:
    """Count marks by the key of their legend entry."""
    return Counter(mark.key for mark in drawing)
