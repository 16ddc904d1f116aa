"""How the format of a file was told."""

from __future__ import annotations

from collections.abc import Iterable

from data.i18n import Message, msg
from data.ingest.presets.base import Preset, find_column
from data.ingest.presets.generic import GENERIC
from data.ingest.presets.hxl import HXL

MOST_NAMED = 6


def told(preset: Preset, columns: Iterable[str]) -> Message:
    """Say which columns are those of a format, or that none was recognised."""
    there = list(columns)
    if preset.name == HXL.name:
        return msg("it has a row of HXL hashtags under its header")
    if preset.name == GENERIC.name:
        return msg("its columns are those of no known source; they were recognised by their "
                   "names, as far as that goes")
    signs = [found for sign in _signs(preset, there) if (found := find_column([sign], there))]
    if not signs:
        return msg("you chose it; the file has not the columns that it is recognised by")
    named = ", ".join([*signs[:MOST_NAMED], *(["…"] if len(signs) > MOST_NAMED else [])])
    return msg("its columns are those of this format: {columns}", columns=named)


def _signs(preset: Preset, columns: list[str]) -> list[str]:
    """Return the columns that a file is recognised by, in the order of the file."""
    if not preset.recognises(columns):
        return []
    layouts = [set(preset.signature), *({*layout} for layout in preset.layouts)]
    there = {column for column in columns if column}
    best = max((layout for layout in layouts if layout),
               key=lambda layout: sum(find_column([sign], there) is not None for sign in layout))
    found = {find_column([sign], columns) for sign in best}
    return [column for column in columns if column in found]
