"""An export made in a folder of its own, under a name made from its title."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from callbacks.context import Context
from callbacks.export.names import file_name
from data.sentence import what_and_where, when
from data.store import Snapshot
from layers.exports.export import Export
from layers.exports.made import Made, Tell


def written(
    context: Context, snapshot: Snapshot, export: Export, folder: Path, tell: Tell
) -> tuple[str, Made]:
    """Write an export's files; return the main one's name, and what it turned out to be.

    Raises as `layers.exports.make.make`.
    """
    from layers.exports.make import make  # noqa: PLC0415 - only an export needs what it loads

    name = file_name(titled(context, export), export)
    made = make(export, snapshot, context.settings, folder / name, tell)
    return name, made


def titled(context: Context, export: Export) -> str:
    """Return what a file is called by: the title given, else what is shown, and its window."""
    sheet = export.sheet
    settled = context.settled(sheet.selection)
    own = sheet.title or what_and_where(settled, sheet.language)
    window = when(replace(settled), sheet.language)
    return f"{own} {window}" if sheet.title is None else own
