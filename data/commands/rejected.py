"""`app.py rejects`: the records that could not be used, to be corrected and imported again."""

from __future__ import annotations

import argparse
from pathlib import Path

from data.commands import common
from data.errors import wrong_value
from data.history.rejected import rejected
from data.i18n import msg
from data.ingest import rejects
from data.settings import Settings

NAME = "rejects"
summary = msg("list the rejected records that the store keeps, or write them to be corrected")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    common.add_store(parser, language)
    common.adder(parser.add_argument, language)(
        "--out", msg("write them here, as `import --rejects` does; corrected there, the file can "
                     "be imported"), type=Path, metavar="CSV")
    common.add_json(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """List or write them."""
    if args.out is not None and (args.out.is_dir() or not args.out.resolve().parent.is_dir()):
        raise wrong_value("--out", args.out, msg("name a file in a folder that exists"))
    found = rejected(common.snapshot(args, settings))
    if args.out is not None:
        rejects.write(args.out, found, settings.language)
    if args.json:
        common.print_json([
            {"import_id": one.import_id, "file": one.file, "record": one.record,
             "reasons": list(one.reasons), "explanation": one.explain(settings.language),
             "fields": one.fields} for one in found])
        return 0
    if args.out is not None:
        common.say(msg("Rejected records written to {file}: {count}.", count=len(found),
                       file=str(args.out)), settings)
        return 0
    for one in found:
        print(f"{one.file} {one.record}: {one.explain(settings.language)}")
    if not found:
        common.say(msg("The store keeps no rejected record that awaits an answer."), settings)
    return 0
