"""Ids of loaded units: a known unit's where they match, else made of their names."""

from __future__ import annotations

from collections import Counter

from data.areas.boundaries import Units
from data.areas.match import Match
from data.taxonomy import fold


def assign(matches: list[Match], known: Units, new: Units) -> list[str]:
    """Give the new units their ids: a known unit's where they match, else one of their own.

    An id of its own is the country, the level and the folded name; units that share all
    of these have that of their parent behind it, and a number where even that is shared.
    """
    ids = [""] * len(new)
    for found in matches:
        if found.new is not None and found.old is not None:
            ids[found.new] = known.ids[found.old]
    common = Counter((iso2, fold(name)) for iso2, name in zip(new.iso2, new.names, strict=True))
    for i in range(len(new)):
        if not ids[i]:
            ids[i] = _own_id(new, i, common[new.iso2[i], fold(new.names[i])] > 1, ids)
    return ids


def _own_id(new: Units, i: int, shared: bool, taken: list[str]) -> str:
    if new.level == 0:
        return new.iso2[i]
    base = f"{new.iso2[i]}-{new.level}-{fold(new.names[i])}"
    if shared and new.parents[i]:
        base += f"-{fold(new.parents[i])}"
    return next(unit_id for n in range(1, len(taken) + 2)
                if (unit_id := base if n == 1 else f"{base}-{n}") not in taken)
