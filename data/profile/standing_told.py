"""How a unit's indices are told, wherever they stand: in a profile, on the map, or on a sheet."""

from __future__ import annotations

from data.analysis.factor_index import UnitIndex
from data.i18n import Message, msg, nmsg, t

SIDES: dict[str, Message] = {"vulnerability": msg("Vulnerability"),
                             "resilience": msg("Resilience")}
THIRD = (msg("low"), msg("middle"), msg("high"))


def ranks(unit: UnitIndex, units: int, language: str) -> str:
    """Say a unit's rank among so many units with evidence and its range, or why there is none."""
    if unit.ranks is None:
        return nmsg("no rank, since {count} unit alone has evidence",
                    "no rank, since {count} units alone have evidence", units).render(language)
    first, middle, last = unit.ranks
    return t(language, "rank {middle} of {units}, from {first} to {last} as weights vary",
             middle=middle, units=units, first=first, last=last)
