"""What an export rests on, gathered once its files are whole: its manifest."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import IO

from data.ground import Ground
from data.manifest.numbers import Numbers, behind, claims, numbers
from data.packages.order import MAPS
from data.profile.area import COUNTRY, everywhere, search
from data.queries.exports import Rules
from data.selection import Selection
from data.settings import Settings
from data.settle import settled
from data.store import Snapshot
from layers.exports.decisive import libraries, settings_used, software_used
from layers.exports.export import Export
from layers.exports.forms import FORMS
from layers.exports.made import Made
from layers.exports.manifest import ENDING, WITHIN, Held, Manifest, text
from layers.exports.many import Brief, Compare

ARCHIVE = ".zip"
NEVER = (1980, 1, 1, 0, 0, 0)


def manifest_of(
    export: Export, snapshot: Snapshot, settings: Settings, made: Made, path: Path
) -> Manifest:
    """Describe an export whose files lie at `path` and beside it."""
    archived = is_archive(path)
    drawn = FORMS[export.form].drawn or (export.form in MAPS and bool(export.sheet.layers))
    return Manifest(
        path.name, export, made.title, made.pages, snapshot.id,
        counted(export, snapshot, Rules.of(settings)), behind(snapshot),
        claims(snapshot) if drawn else "", software_used(), libraries(export.form),
        settings_used(settings),
        _members(path) if archived else tuple(held(path.parent / name) for name in made.files),
        archived)


def selections(export: Export, ground: Ground) -> tuple[Selection, ...]:
    """Return what an export counts, not settled yet.

    It is its selection, that of both windows of a comparison, or that of the region of a brief.

    Raises:
        UsageError: there is no such region.
    """
    chosen = export.sheet.selection
    if isinstance(export.many, Brief):
        area = search(ground, export.many.region)
        bare = everywhere(chosen)
        return (replace(bare, countries=(area.iso2,)) if area.level == COUNTRY else
                replace(bare, picked=(area.unit.id,)),)
    if isinstance(export.many, Compare):
        return tuple(replace(chosen, date_from=first, date_to=last)
                     for first, last in (export.many.first, export.many.second))
    return (chosen,)


def counted(export: Export, snapshot: Snapshot, rules: Rules) -> tuple[Numbers, ...]:
    """Count the incidents of an export in a snapshot."""
    ground = Ground(snapshot)
    return tuple(numbers(snapshot, settled(one, ground), rules)
                 for one in selections(export, ground))


def add(manifest: Manifest, path: Path) -> str:
    """Write a manifest into the archive at `path`, or beside it; return its name."""
    if not manifest.archived:
        beside = path.with_name(path.name + ENDING)
        beside.write_text(text(manifest), encoding="utf-8", newline="\n")
        return beside.name
    about = zipfile.ZipInfo(WITHIN, NEVER)
    about.compress_type = zipfile.ZIP_DEFLATED
    about.external_attr, about.create_system = 0o644 << 16, 3
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(about, text(manifest))
    return WITHIN


def is_archive(path: Path) -> bool:
    """Tell whether a file is an archive of an export's files, which an office document is not."""
    return path.suffix.lower() == ARCHIVE and zipfile.is_zipfile(path)


def held(path: Path) -> Held:
    """Describe a file."""
    with path.open("rb") as source:
        return _held(path.name, source, path.stat().st_size)


def _members(path: Path) -> tuple[Held, ...]:
    with zipfile.ZipFile(path) as archive:
        found = []
        for one in archive.infolist():
            with archive.open(one) as source:
                found.append(_held(one.filename, source, one.file_size))
        return tuple(found)


def _held(name: str, source: IO[bytes], size: int) -> Held:
    return Held(name, size, hashlib.file_digest(source, "sha256").hexdigest())  # type: ignore[arg-type]
