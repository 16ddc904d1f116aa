"""How well a table's column names fit what an import reads, for a file that holds several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.ingest import presets
from data.ingest.formats.base import Fits
from data.ingest.presets.base import Preset, find_column
from data.ingest.presets.generic import GENERIC

PLACED = (("lat", "lon"), ("country",), ("named_admin1",))
"""Fields that place an incident, each set by itself."""


def for_incidents(
    preset: str, overrides: Mapping[str, str], own: Sequence[Preset] = ()
) -> Fits:
    """Say how well names fit: as a known layout, or as a table with a date and a place.

    Args:
        preset: what `--preset` says.
        overrides: the columns that `--map` names, by field.
        own: the user's presets.
    """
    def fits(names: Sequence[str]) -> tuple[int, str]:
        known = presets.choose(preset, names, own)
        if known.recognises(names):
            return 2, known.name
        fields = {field for field in GENERIC.columns
                  if find_column((*known.columns.get(field, ()), *GENERIC.columns[field]), names)}
        fields |= {field for field, column in overrides.items() if find_column([column], names)}
        placed = any(fields >= set(each) for each in PLACED)
        return (1, "") if "date_start" in fields and placed else (0, "")

    return fits
