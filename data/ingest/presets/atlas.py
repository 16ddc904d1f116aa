"""The atlas's own CSV export, so that a subset that was handed on can be read again."""

from __future__ import annotations

from types import MappingProxyType

from data.i18n import msg
from data.ingest.presets.base import Preset
from data.model import EXPORTED

DERIVED = frozenset({"incident_id", "admin0", "admin1", "admin2", "found_admin0", "flags"})
"""Fields that follow from the others and the boundaries, and are found anew."""

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
)
