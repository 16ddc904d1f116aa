"""One file a source format: which columns it has and what they mean.

A `Preset` reads incidents, a `VisitPreset` visits to sites; an import sends each file
the way of its preset.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from data.errors import wrong_value
from data.i18n import msg
from data.ingest.presets import saved
from data.ingest.presets.acled import ACLED
from data.ingest.presets.atlas import ATLAS
from data.ingest.presets.base import Preset
from data.ingest.presets.generic import GENERIC
from data.ingest.presets.gtd import GTD
from data.ingest.presets.hxl import HXL
from data.ingest.presets.ipis_mines import IPIS_MINES
from data.ingest.presets.ucdp_ged import UCDP_GED
from data.ingest.presets.unodc_ids import UNODC_IDS
from data.ingest.presets.unodc_totals import UNODC_TOTALS
from data.ingest.presets.visits import VisitPreset

PRESETS: tuple[Preset, ...] = (
    ACLED, UCDP_GED, GTD, UNODC_IDS, UNODC_TOTALS, IPIS_MINES, ATLAS, HXL, GENERIC)
AUTO = "auto"


def names() -> list[str]:
    """Return the names that `--preset` takes."""
    return [AUTO, *(preset.name for preset in PRESETS)]


def choose(name: str, columns: Iterable[str], own: Sequence[Preset] = ()) -> Preset:
    """Return the preset called `name`, or with `auto` the first that recognises the columns.

    Args:
        name: what the user said.
        columns: the names of the file's columns.
        own: the user's presets, which go before those that come with the product.

    Raises:
        UsageError: there is no such preset.
    """
    there = list(columns)
    if name == AUTO:
        return next((p for p in (*own, *PRESETS) if p.recognises(there)), GENERIC)
    for preset in (*own, *PRESETS):
        if preset.name == name:
            return preset
    known = ", ".join([*names(), *(preset.name for preset in own)])
    raise wrong_value("--preset", name, msg("the presets are {known}", known=known))


def of_user(name: str, folder: Path) -> tuple[Preset, ...]:
    """Return the user's presets where `--preset` leaves them a say; see `saved.load`."""
    if name in {preset.name for preset in PRESETS}:
        return ()
    bases = [preset for preset in PRESETS if not isinstance(preset, VisitPreset)]
    return saved.load(folder, bases)
