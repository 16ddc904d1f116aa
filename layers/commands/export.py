"""`app.py export`: the selection as map sheets, or as a file of incidents."""

from __future__ import annotations

import argparse

from data.commands import common
from data.errors import AtlasError, wrong_value
from data.i18n import msg
from data.settings import Settings
from layers.commands.export_options import declare, described
from layers.exports.forms import FORMS
from layers.exports.make import make

NAME = "export"
summary = msg("write a map sheet as PDF, SVG or PNG, or incidents as a table or a map, without "
              "what may not be passed on")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    declare(parser, language, list(FORMS))


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write the file, and say what it is."""
    if args.out.is_dir() or not args.out.resolve().parent.is_dir():
        raise wrong_value("--out", args.out, msg("name a file in a folder that exists"))
    export = described(args, settings)
    snapshot = common.snapshot(args, settings)
    try:
        made = make(export, snapshot, settings, args.out.absolute())
    except OSError as error:
        raise AtlasError(msg("{file} cannot be written: {why}.", file=args.out,
                             why=error.strerror or "")) from error
    common.say(msg("{file} written: {title}.", file=args.out.name, title=made.title),
               settings, to_error=True)
    for message in made.said:
        common.say(message, settings, to_error=True)
    return 0
