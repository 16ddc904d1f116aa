"""An export made again from its manifest, and set against what the manifest says of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from data.errors import AtlasError
from data.history.earlier import Earlier
from data.i18n import Message, msg
from data.manifest.numbers import Behind, Numbers, digest_of, imports
from data.packages.placed import place
from data.queries.exports import Rules
from data.settings import Settings
from data.store import Snapshot
from layers.exports.behind import counted, held
from layers.exports.decisive import (
    differing,
    libraries,
    settings_of,
    settings_used,
    software_used,
)
from layers.exports.made import Made, Tell, silent
from layers.exports.make import make
from layers.exports.manifest import Held, Manifest, read

INEXACT: dict[str, Message] = {
    "mp4": msg("an encoder decides the bytes of an MP4"),
}
"""Forms that are not the same byte for byte each time, and why."""


@dataclass(frozen=True)
class Differences:
    """What is not today as the manifest says: names of what differs in each."""

    software: tuple[str, ...]
    libraries: tuple[str, ...]
    settings: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.software or self.libraries or self.settings)


@dataclass(frozen=True)
class Again:
    """An export that was made again.

    Attributes:
        same: files that have the same bytes.
        other: files that have not, or that are there only then or only now.
        now: its numbers.
        differences: what decides bytes and is not as it was.
        files: what was written beside one another, the main one first; none where nothing was.
    """

    same: tuple[str, ...]
    other: tuple[str, ...]
    now: tuple[Numbers, ...]
    differences: Differences
    files: tuple[str, ...] = ()


def rebuilt(manifest: Manifest, current: Snapshot, settings: Settings) -> Snapshot | None:
    """Put the data of a manifest together from what a newer snapshot keeps of records.

    Returns:
        A view that has the very numbers and hashes of the manifest; None where the history
        does not give them.
    """
    known = known_then(manifest.behind, current)
    if known is None:
        return None
    view = Earlier(current, known, manifest.snapshot)
    rules = Rules.of(settings_of(manifest.settings, settings))
    try:
        same = counted(manifest.export, view, rules) == manifest.numbers
    except AtlasError:
        return None
    return view if same else None


def known_then(behind: Behind, current: Snapshot) -> tuple[str, ...] | None:
    """Return the imports that an older snapshot rested on; None where this is not a later one."""
    known = imports(current)[:behind.imports]
    return known if digest_of(known) == behind.digest else None


def again(
    manifest: Manifest, snapshot: Snapshot, settings: Settings, out: Path | None,
    tell: Tell = silent,
) -> Again:
    """Make an export again, and compare.

    Args:
        manifest: what it was made from.
        snapshot: its data.
        settings: those of today; what decides the export is taken from the manifest.
        out: where the main file is to lie; nothing is written without it, nor where numbers
            differ.
        tell: is told how far it is.

    Raises as `make`.
    """
    used = settings_of(manifest.settings, settings)
    now = counted(manifest.export, snapshot, Rules.of(used))
    with TemporaryDirectory(prefix=".atlas-", dir=out.parent if out else None) as folder:
        path = Path(folder) / manifest.name
        made = make(manifest.export, snapshot, used, path, tell)
        fresh = _files(path, made, archived=manifest.archived)
        differences = differing_now(manifest, used)
        same, other = _compared(manifest.files, fresh)
        if out is None or now != manifest.numbers:
            return Again(same, other, now, differences)
        if out.name == manifest.name:
            names = (out.name,) if manifest.archived else made.files
            place(path.parent, out.parent, names)
            return Again(same, other, now, differences, names)
    # Files are named after the main one, and some name each other: they are made for this name.
    return Again(same, other, now, differences,
                 make(manifest.export, snapshot, used, out, tell).files)


def differing_now(manifest: Manifest, settings: Settings) -> Differences:
    """Tell what decides bytes and is not as a manifest says."""
    return Differences(
        differing(manifest.software, software_used()),
        differing(manifest.libraries, libraries(manifest.export.form)),
        differing(manifest.settings, settings_used(settings)))


def changed_beside(manifest: Manifest, path: Path) -> tuple[str, ...]:
    """Return which files of the export lie beside its manifest, and are not what it says."""
    if manifest.archived:
        return ()
    found = ((one, path.parent / one.name) for one in manifest.files)
    return tuple(one.name for one, there in found if there.is_file() and held(there) != one)


def _files(path: Path, made: Made, *, archived: bool) -> tuple[Held, ...]:
    return read(path if archived else path.parent / made.files[-1]).files


def _compared(
    then: tuple[Held, ...], now: tuple[Held, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    before, after = ({one.name: one for one in held} for held in (then, now))
    names = tuple(dict.fromkeys([*before, *after]))
    same = tuple(name for name in names if before.get(name) == after.get(name))
    return same, tuple(name for name in names if name not in same)
