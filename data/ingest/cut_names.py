"""Column names that a Shapefile cut to ten letters, completed where a preset knows the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from data.ingest.presets import PRESETS
from data.ingest.presets.base import Preset
from data.ingest.presets.generic import GENERIC
from data.taxonomy import fold

LONGEST = 10


def complete(names: Sequence[str]) -> list[str]:
    """Return the names in full: those of the format that they then make, else generic ones."""
    for preset in PRESETS:
        full = _of(preset, names)
        if preset.recognises(full):
            return full
    return _of(GENERIC, names)


def _of(preset: Preset, names: Sequence[str]) -> list[str]:
    known = list(dict.fromkeys(_names(preset)))
    full = [_full(name, known) for name in names]
    # Two columns that would be one are neither.
    return [whole if full.count(whole) == 1 else name
            for name, whole in zip(names, full, strict=True)]


def _full(name: str, known: list[str]) -> str:
    exact = [word for word in known if fold(word) == fold(name)]
    if exact:
        return name if name in exact else exact[0]
    if len(name.encode()) != LONGEST:
        return name
    longer = [word for word in known if word.lower().startswith(name.lower())]
    return longer[0] if len(longer) == 1 else name


def _names(preset: Preset) -> Iterable[str]:
    for layout in (preset.signature, *preset.layouts):
        yield from sorted(layout)
    for columns in preset.columns.values():
        yield from columns
    for actor in preset.actors:
        yield from actor.columns
    for derived in preset.derived:
        yield from (name for names in derived.columns for name in names)
    yield from preset.kept
