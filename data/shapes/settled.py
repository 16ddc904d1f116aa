"""The area and the picked units of a selection, looked up in what a snapshot holds."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from data.areas.drawn import drawn
from data.selection import Selection
from data.shapes.area import Area
from data.shapes.held import Held, of_shape
from data.shapes.picks import Picks, of_words
from data.store import Snapshot


def settled(selection: Selection, snapshot: Snapshot | None) -> Selection:
    """Return a selection whose area and units are set against the boundaries of a snapshot.

    Raises:
        UsageError: a picked unit that is not known.
    """
    area, picked = selection.area, selection.picked
    if area is not None and area.held is None:
        selection = replace(selection, area=replace(area, held=held(area, snapshot)))
    if picked and selection.picks is None:
        selection = replace(selection, picks=picks(picked, snapshot))
    return selection


@lru_cache(maxsize=64)
def held(area: Area, snapshot: Snapshot | None) -> Held:
    """Return what an area holds and cuts; of the shipped boundaries without a snapshot."""
    of = drawn(snapshot)
    return of_shape(area.shape, of.countries, of.first, of.second)


@lru_cache(maxsize=64)
def picks(words: tuple[str, ...], snapshot: Snapshot | None) -> Picks:
    """Look up picked units; in the shipped boundaries without a snapshot."""
    of = drawn(snapshot)
    return of_words(words, of.first, of.second)


def held_of(area: Area) -> Held:
    """Return what an area holds; of the shipped boundaries where it is not settled."""
    return area.held or held(area, None)


def picks_of(selection: Selection) -> Picks:
    """Return the picked units; of the shipped boundaries where they are not settled."""
    return selection.picks or picks(selection.picked, None)
