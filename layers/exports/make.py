"""Any export made, from its description to its files: whole, or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from data.ground import Ground
from data.packages.build import AGGREGATES
from data.packages.placed import passing, place
from data.settings import Settings
from data.settle import settled
from data.store import Snapshot
from layers.exports.behind import add, manifest_of
from layers.exports.export import Export
from layers.exports.forms import FORMS
from layers.exports.made import Made, Tell, silent
from layers.sheet.press import Press


def make(
    export: Export, snapshot: Snapshot, settings: Settings, path: Path, tell: Tell = silent
) -> Made:
    """Write an export's files, and its manifest: in the archive, or beside the main file.

    Args:
        export: what is asked for; places that its selection names are looked up here.
        snapshot: the data.
        settings: limits, what may leave, and the organisation's name, logo and words.
        path: the main file. Several files go into one archive where it ends in `.zip`.
        tell: is told how far it is, and may end it.

    Raises:
        AtlasError: something in the description is not there or cannot be.
        Cancelled: `tell` ended it; nothing is left behind.
        OSError: a file cannot be written.
    """
    press = Press(snapshot, settings)
    chosen = export.of(settled(export.sheet.selection, Ground(snapshot)))
    with passing(path) as folder:
        inner = folder / path.name
        made = FORMS[export.form].write(chosen, press, inner, tell)
        manifest = manifest_of(export, snapshot, settings, made, inner)
        told = add(manifest, inner)
        names = (path.name,) if manifest.archived else (*made.files, told)
        place(folder, path.parent, names, [f"{path.name}.{AGGREGATES}"])
    return replace(made, files=(*made.files, told))
