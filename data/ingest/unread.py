"""Columns that no field took, said so that none is lost unnoticed."""

from __future__ import annotations

from data.i18n import Message, msg, quoted
from data.ingest.plan import MOST_LISTED, Plan
from data.ingest.presets.generic import GENERIC
from data.ingest.presets.hxl import HXL
from data.ingest.rejects import OWN

UNKNOWN_LAYOUTS = frozenset({GENERIC.name, HXL.name})
"""Presets of files of any layout; what the others leave is on their pages."""


def notes(plan: Plan, own: int) -> list[Message]:
    """Say which columns of a file of no known layout were not read.

    Args:
        plan: how the file is read.
        own: how many columns are the file's own; its shapes give the others.
    """
    if plan.preset.name not in UNKNOWN_LAYOUTS:
        return []
    header = plan.header
    actors = {actor.raw for actor in plan.actors}
    used = {*plan.names.values(), *(column for column, _ in plan.kept),
            *(column for made in (*plan.made, *plan.doubts) for column in made.columns)}
    if set(OWN) <= set(header.names):
        used |= {*OWN}
    left = [name for i, name in enumerate(header.names[:own])
            if name and name not in used and f"c{i}" not in actors]
    if not left:
        return []
    shown = quoted(left[:MOST_LISTED])
    more = ("…",) if len(left) > MOST_LISTED else ()
    return [msg("these columns were not read: {columns}; --map FIELD=COLUMN takes one",
                columns=(*shown, *more))]
