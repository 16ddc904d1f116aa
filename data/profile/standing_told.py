"""How a region's indices are told, wherever a profile stands: on the page, or on a sheet."""

from __future__ import annotations

from data.analysis.factor_index import UnitIndex
from data.i18n import Message, msg, nmsg, t
from data.profile.standing import Index

SIDES: dict[str, Message] = {"vulnerability": msg("Vulnerability"),
                             "resilience": msg("Resilience")}
THIRD = (msg("low"), msg("middle"), msg("high"))


def ranks(unit: UnitIndex, one: Index, language: str) -> str:
    """Say a unit's rank and its range, or that there is none and why."""
    if unit.ranks is None:
        return nmsg("no rank, since {count} unit alone has evidence",
                    "no rank, since {count} units alone have evidence", one.of).render(language)
    first, middle, last = unit.ranks
    return t(language, "rank {middle} of {units}, from {first} to {last} as weights vary",
             middle=middle, units=one.of, first=first, last=last)
