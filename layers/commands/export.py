"""`app.py export`: the selection as sheets, slides, documents or files of incidents."""

from __future__ import annotations

import argparse
from pathlib import Path

from data.commands import common
from data.errors import AtlasError, UsageError
from data.i18n import msg
from data.settings import Settings
from layers.commands import saved_exports
from layers.commands.bar import telling
from layers.commands.effects import given, written
from layers.commands.export_options import declare, described
from layers.commands.out import require_out
from layers.exports.export import Export
from layers.exports.forms import FORMS
from layers.exports.make import make
from layers.exports.saved import SavedExports

NAME = "export"
summary = msg("write map sheets, slides, documents, animations, or incidents as a table or a map, "
              "without what may not be passed on")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    declare(parser, language, list(FORMS))


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write the file, and say what it is; or keep, list, repeat or forget an export."""
    if args.saved or args.forget:
        return saved_exports.tidy(args, settings)
    if args.repeat:
        export, out = saved_exports.repeated(args, settings)
        return written_to(export, out, args, settings)
    _require(args)
    export = described(args, settings)
    if args.out:
        written_to(export, require_out(args.out, export.form), args, settings)
    if args.save:
        saved_exports.keep(args, settings, export)
    return 0


def written_to(
    export: Export, out: Path, args: argparse.Namespace, settings: Settings
) -> int:
    """Make an export, whole or not at all, and say what it turned out to be."""
    snapshot = common.snapshot(args, settings)
    try:
        with telling(settings.language, out.name) as tell:
            made = make(export, snapshot, settings, out.absolute(), tell)
    except OSError as error:
        raise AtlasError(msg("{file} cannot be written: {why}.", file=out,
                             why=error.strerror or "")) from error
    common.say(msg("{file} written: {title}.", file=out.name, title=made.title),
               settings, to_error=True)
    for message in made.said:
        common.say(message, settings, to_error=True)
    return 0


def _require(args: argparse.Namespace) -> None:
    for name in ("months", "until"):
        if name in given(args):
            raise UsageError(msg("{option} moves a kept export: name it with --repeat.",
                                 option=written(name)))
    if not args.format:
        raise UsageError(msg("Name a form with --format: {forms}.", forms=", ".join(FORMS)))
    if args.save:
        SavedExports.require_name(args.save)
    if not args.out and not args.save:
        raise UsageError(msg("Name the file to write with --out, or keep the export with --save."))
