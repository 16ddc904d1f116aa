"""An export made in a folder of its own, under a name made from its title."""

from __future__ import annotations

from pathlib import Path

from callbacks.context import Context, ground_of
from callbacks.export.names import file_name
from callbacks.export.turns import TURNS
from data.sentence import what_and_where, when
from data.settle import settled
from data.store import Snapshot
from layers.exports.export import Export
from layers.exports.forms import FORMS
from layers.exports.made import Made, Tell


def written(
    context: Context, snapshot: Snapshot, export: Export, folder: Path, tell: Tell
) -> tuple[str, Made]:
    """Write an export's files; return the main one's name, and what it turned out to be.

    Raises as `layers.exports.make.make`.
    """
    name = file_name(titled(export, snapshot), export)
    return name, made(context, snapshot, export, folder / name, tell)


def made(
    context: Context, snapshot: Snapshot, export: Export, path: Path, tell: Tell
) -> Made:
    """Write an export's files; what draws does so in its turn, and hands that on."""
    from layers.exports.make import make  # noqa: PLC0415 - only an export needs what it loads

    if not FORMS[export.form].drawn:
        return make(export, snapshot, context.settings, path, tell)

    def told(done: int, total: int) -> None:
        tell(done, total)
        TURNS.handed_on()

    with TURNS.taken():
        return make(export, snapshot, context.settings, path, told)


def titled(export: Export, snapshot: Snapshot) -> str:
    """Return what a file is called by: the title given, else what is shown, and its window."""
    sheet = export.sheet
    shown = settled(sheet.selection, ground_of(snapshot))
    own = sheet.title or what_and_where(shown, sheet.language)
    window = when(shown, sheet.language)
    return f"{own} {window}" if sheet.title is None else own
