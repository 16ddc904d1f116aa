"""Any export made, from its description to its files: whole, or not at all."""

from __future__ import annotations

from pathlib import Path

from data.settings import Settings
from data.settle import settled
from data.store import Snapshot
from layers.exports.export import Export
from layers.exports.forms import FORMS
from layers.exports.made import Made, Tell, silent
from layers.sheet.press import Press


def make(
    export: Export, snapshot: Snapshot, settings: Settings, path: Path, tell: Tell = silent
) -> Made:
    """Write an export's files.

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
    chosen = export.of(settled(export.sheet.selection, press.ground))
    return FORMS[export.form].write(chosen, press, path, tell)
