"""A selection as a person wrote it, settled in a snapshot before it becomes a query."""

from __future__ import annotations

from data.areas.chosen import with_units
from data.evidence import near
from data.ground import Ground
from data.selection import Selection
from data.shapes import settled as shapes


def settled(selection: Selection, ground: Ground) -> Selection:
    """Look up the corridor, the area and the units of a selection, in what a snapshot holds.

    Raises:
        UsageError: there is no such corridor or unit, or its path has no position.
    """
    found = near.settled(selection, ground.evidence) if selection.near else selection
    return shapes.settled(with_units(found, ground.snapshot), ground.snapshot)
