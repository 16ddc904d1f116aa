"""The atlas's own CSV export, so that a subset that was handed on can be read again."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from data.i18n import msg
from data.ingest.actors import objects
from data.ingest.presets.base import Derived, Preset
from data.model import EXPORTED

DERIVED = frozenset({"incident_id", "admin0", "admin1", "admin2", "found_admin0", "flags"})
"""Fields that follow from the others and the boundaries, and are found anew."""
KEPT_FLAGS = ("aggregate_total", "fatalities_shared", "unit_unknown", "point_of_shape")
"""Flags that follow from what only the first file told, so that they are taken as they are."""
UNSAID = "–"


def kept(reason: str) -> Callable[[str | None], str | None]:
    """Return what reads a flag out of a cell: what it is about, where the cell has it.

    A cell holds reasons, or each with what it is about: `unit_unknown: sacks; …`; or flags as
    a list of objects.
    """
    def read(cell: str | None) -> str | None:
        for flag in objects(cell or ""):
            if flag.get("reason") == reason:
                return flag.get("named") or UNSAID
        for part in (cell or "").split(";"):
            name, _, about = part.partition(":")
            if name.strip() == reason:
                return about.strip() or UNSAID
        return None

    return read


ATLAS = Preset(
    name="atlas",
    title=msg("an export of the atlas"),
    source=None,
    licence="unstated",
    signature=frozenset({"incident_id", "source", "source_record_id", "licence", "kind",
                         "date_start", "where_precision", "named_admin0"}),
    columns=MappingProxyType({
        **{name: (name,) for name in EXPORTED if name not in DERIVED and name != "named_admin0"},
        "country": ("named_admin0",),
    }),
    id_required=True,
    doubts=tuple(Derived(reason, (("flags",),), kept(reason)) for reason in KEPT_FLAGS),
)
