"""One file a source format: which columns it has and what they mean.

A `Preset` reads incidents, a `VisitPreset` visits to sites; an import sends each file
the way of its preset.
"""

from __future__ import annotations

from collections.abc import Iterable

from data.errors import wrong_value
from data.i18n import msg
from data.ingest.presets.acled import ACLED
from data.ingest.presets.atlas import ATLAS
from data.ingest.presets.base import Preset
from data.ingest.presets.generic import GENERIC
from data.ingest.presets.ipis_mines import IPIS_MINES
from data.ingest.presets.ucdp_ged import UCDP_GED

PRESETS: tuple[Preset, ...] = (ACLED, UCDP_GED, IPIS_MINES, ATLAS, GENERIC)
AUTO = "auto"


def names() -> list[str]:
    """Return the names that `--preset` takes."""
    return [AUTO, *(preset.name for preset in PRESETS)]


def choose(name: str, columns: Iterable[str]) -> Preset:
    """Return the preset called `name`, or with `auto` the first that recognises the columns.

    Raises:
        UsageError: there is no such preset.
    """
    if name == AUTO:
        return next((p for p in PRESETS if p.recognises(columns)), GENERIC)
    for preset in PRESETS:
        if preset.name == name:
            return preset
    raise wrong_value("--preset", name, msg("the presets are {known}", known=", ".join(names())))
