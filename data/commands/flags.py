"""`app.py flags`: the doubts about incidents, with what is suggested."""

from __future__ import annotations

import argparse

from data import flag_words
from data.commands import common
from data.i18n import msg
from data.queries.flags import flags
from data.queries.retired import retired
from data.selection import Selection
from data.settings import Settings
from data.store import Snapshot

NAME = "flags"
summary = msg("list doubts about incidents, such as a point outside the country it names")
COLUMNS = ("source_record_id", "reason", "lat", "lon", "named", "found", "suggestion")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    common.add_store(parser, language)
    common.add_filters(parser, language)
    common.adder(parser.add_argument, language)(
        "--retired", msg("list the incidents instead that a whole export of their source no "
                         "longer lists"), action="store_true")
    common.add_json(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Print the flags."""
    selection = common.selection(args)
    snapshot = common.snapshot(args, settings)
    if args.retired:
        return _retired(common.settled(selection, snapshot), snapshot, args, settings)
    rows = snapshot.rows(flags(common.settled(selection, snapshot)))
    if args.json:
        common.print_json([{name: row[name] for name in COLUMNS} for row in rows])
        return 0
    for row in rows:
        told = flag_words.told(row, settings.language)
        place = "" if row["lat"] is None else f" ({row['lat']:.5f}, {row['lon']:.5f})"
        found = f" {told.named or '–'} → {told.found or '–'}"
        hint = f"; {told.suggestion}" if told.suggestion else ""
        print(f"{row['source']} {row['source_record_id']}{place}: {told.says};{found}{hint}")
    if not rows:
        common.say(msg("No doubts were recorded for this selection."), settings)
    return 0


def _retired(
    selection: Selection, snapshot: Snapshot, args: argparse.Namespace, settings: Settings
) -> int:
    rows = snapshot.rows(retired(selection))
    if args.json:
        common.print_json(rows)
        return 0
    for row in rows:
        print(f"{row['source']} {row['source_record_id']} {row['date_start']} {row['kind']}")
    if not rows:
        common.say(msg("No incident of this selection is retired."), settings)
    return 0
