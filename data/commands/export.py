"""`app.py export`: the selection as a file that may leave the building."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from data import exports
from data.commands import common
from data.errors import AtlasError, wrong_value
from data.i18n import msg
from data.settings import Settings

NAME = "export"
summary = msg("write incidents as CSV, GeoJSON or Parquet, without what may not be passed on")


def arguments(
    parser: argparse.ArgumentParser, language: str, forms: Sequence[str] = tuple(exports.FORMATS)
) -> None:
    """Declare the options; `forms` are those that `--format` takes."""
    parser.add_argument("--format", required=True, choices=list(forms))
    parser.add_argument("--out", required=True, type=Path, metavar="FILE",
                        help=msg("the file to write").render(language))
    common.add_store(parser, language)
    common.add_filters(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write the file, and say how many incidents were left out."""
    if args.out.is_dir() or not args.out.resolve().parent.is_dir():
        raise wrong_value("--out", args.out, msg("name a file in a folder that exists"))
    selection = common.selection(args)
    snapshot = common.snapshot(args, settings)
    selection = common.settled(selection, snapshot)
    try:
        report = exports.export_file(snapshot, selection, args.format, args.out)
    except OSError as error:
        raise AtlasError(msg("{file} cannot be written: {why}.", file=args.out,
                             why=error.strerror or "")) from error
    common.say(report.sentence(), settings, to_error=True)
    return 0
