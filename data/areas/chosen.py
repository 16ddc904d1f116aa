"""The first-level units that a selection names, where a store has units of its own."""

from __future__ import annotations

from dataclasses import replace

from data.areas.boundaries import SHIPPED_SOURCE, Units, levels_loaded, units
from data.boundaries import resolve_unit
from data.errors import UsageError
from data.queries.filters import unit_ids
from data.selection import Selection
from data.store import Snapshot

FIRST = 1


def with_units(selection: Selection, snapshot: Snapshot | None) -> Selection:
    """Return a selection with the ids of its units, as the boundaries of a snapshot name them.

    Where the shipped boundaries are all there are, or where they know a name no better, it is
    left as it is: its query then says what is wrong.
    """
    if not selection.admin1 or FIRST not in levels_loaded(snapshot):
        return selection
    first = units(snapshot, FIRST)
    try:
        ids = unit_ids(replace(selection, units=None), lambda text, iso2: _find(first, text, iso2))
    except UsageError:
        return selection
    return replace(selection, units=tuple(ids))


def _find(first: Units, text: str, iso2: str | None) -> tuple[str, ...]:
    """Return the units called so: loaded ones, and shipped ones of the other countries."""
    shipped = [unit_id for unit_id in resolve_unit(text, iso2) if unit_id in first.position
               and first.sources[first.position[unit_id]] == SHIPPED_SOURCE]
    return tuple(dict.fromkeys([*first.find(text, iso2), *shipped]))
