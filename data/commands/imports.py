"""`app.py import`: files into the store, all of them or nothing."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from data import licences
from data.classify.rules import own_table, read
from data.commands import common, file_options, telling
from data.errors import wrong_value
from data.evidence.doubts import DOUBTS
from data.i18n import encodable, msg, nmsg, number
from data.ingest import presets, rejects
from data.ingest.keep import to_saved
from data.ingest.options import Options
from data.ingest.presets import saved
from data.ingest.progress import Progress
from data.ingest.report import FileReport, beside
from data.ingest.run import Outcome, import_files
from data.settings import Settings

NAME = "import"
BY_CONTENT = ("generic", "hxl")
"""Presets whose columns are found in each file anew, so that they are told."""
summary = msg("import incidents, or visits to sites, from files; several files are one publish")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    add = common.adder(parser.add_argument, language)
    add("files", msg("files, in any order: CSV, XLSX, GeoJSON, GeoPackage, Shapefile, Parquet, "
                     "and .zip or .gz of these"), nargs="+", type=Path, metavar="FILE")
    add("--preset", msg("format of the files: {names} (default: auto)",
                        names=", ".join(presets.names())), default=presets.AUTO, metavar="NAME")
    add("--map", msg("take FIELD from COLUMN, such as --map lat=Latitude; may be repeated"),
        action="append", default=[], metavar="FIELD=COLUMN")
    add("--source", msg("who published the records (default: the preset’s, or the file’s name)"),
        metavar="NAME")
    file_options.add_licence(parser, language)
    file_options.add_reading(parser, language)
    add("--no-header", msg("the first line of a text file holds values; its columns are called "
                           "column_1, column_2, …"), action="store_true")
    add("--date-order", msg("order of day and month, where the file does not tell"),
        choices=["dmy", "mdy"])
    add("--rules", msg("a table of rules of your own that decides kinds instead of ours; see "
                       "docs/classification.md"), type=Path, metavar="FILE")
    add("--as-of", msg("the day on which the files were exported, such as 2024-05-01; decides "
                       "which of two exports is the later"), metavar="DATE")
    add("--full", msg("the files are all that their source lists now: what the store has of it "
                      "beside is retired, never deleted"), action="store_true")
    add("--yes", msg("agree that --full retires most of a source"), action="store_true")
    add("--save-preset", msg("keep how the file was read as a preset of your own, which later "
                             "imports recognise"), metavar="NAME")
    file_options.add_writing(parser, language)
    common.add_json(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Import; exit status 1 where no record of any file was usable."""
    if args.licence:
        licences.require(args.licence)
    telling.require_writable(args.rejects, args.files)
    _require_savable(args, settings)
    options = Options(
        preset=args.preset, map=args.map, source=encodable(args.source or ""), licence=args.licence,
        encoding=args.encoding, date_order=args.date_order, sheets=args.sheet, layer=args.layer,
        header=not args.no_header, dry_run=args.dry_run,
        rules=read(args.rules) if args.rules else own_table(), as_of=_day(args.as_of),
        full=args.full, yes=args.yes)
    outcome = import_files(common.store(args, settings), args.files, options, settings,
                           Progress(settings.language))
    if args.rejects:
        rejects.write(args.rejects, outcome.rejects, settings.language)
    if args.json:
        common.print_json(outcome.report.as_json())
    else:
        _tell(outcome, args, settings)
    if args.save_preset:
        _save(outcome, args, settings)
    return 0 if any(report.usable for report in outcome.report.files) else 1


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise wrong_value("--as-of", text,
                          msg("write a day as year-month-day, such as 2024-05-01")) from error


def _require_savable(args: argparse.Namespace, settings: Settings) -> None:
    """Refuse a name that cannot be kept, before anything is read."""
    if args.save_preset is None:
        return
    saved.require_name(args.save_preset, presets.names(), settings.presets)
    if len(args.files) > 1:
        raise wrong_value("--save-preset", args.save_preset,
                          msg("a preset is made from one file; name one"))


def _save(outcome: Outcome, args: argparse.Namespace, settings: Settings) -> None:
    """Keep how the file was read; told aside, so that JSON stays alone on the output."""
    if not outcome.plans:
        said = msg("Nothing was saved: visits to sites have no preset of one’s own.")
    else:
        kept = to_saved(args.save_preset, outcome.plans[0], source=args.source or None,
                        licence=args.licence, order=args.date_order)
        path = saved.write(settings.presets, kept)
        said = msg("Saved as the preset {name} in {file}.", name=args.save_preset, file=str(path))
    print(said.render(settings.language), file=sys.stderr)


def _tell(outcome: Outcome, args: argparse.Namespace, settings: Settings) -> None:
    report = outcome.report
    for file in report.files:
        telling.tell_counts(file, DOUBTS, settings)
        _tell_beside(file, settings.language)
        _tell_rules(file, settings)
        _tell_older(file, settings)
        if file.preset in BY_CONTENT or file.preset not in presets.names() or args.map:
            pairs = ", ".join(f"{name}={column}" for name, column in file.columns.items())
            common.say(msg("  columns: {pairs}", pairs=pairs), settings)
    _tell_retired(outcome, args, settings)
    telling.hint_at_rejects(report.total("rejected"), args.rejects, settings)
    common.say(telling.ending(report.snapshot, dry_run=report.dry_run,
                              usable=any(file.usable for file in report.files)), settings)


def _tell_rules(report: FileReport, settings: Settings) -> None:
    """Tell how many kinds rules decided, and of which table."""
    decided = sum(report.by_rule.values())
    if decided:
        common.say(nmsg("  {count} kind decided by the rules of {table}",
                        "  {count} kinds decided by the rules of {table}", decided,
                        table=report.rules), settings)


def _tell_older(report: FileReport, settings: Settings) -> None:
    """Tell how many records are older than what the store holds, and how to say otherwise."""
    if report.older:
        common.say(msg("  older than what is held, and kept as history: {count}; if the file is "
                       "the later one, name its day with --as-of DATE",
                       count=report.older), settings)


def _tell_retired(outcome: Outcome, args: argparse.Namespace, settings: Settings) -> None:
    """Tell how many incidents a whole export leaves out, and how many are listed again."""
    report = outcome.report
    if args.full or report.retired:
        common.say(msg("  retired, since a whole export does not list them: {count}; see "
                       "app.py flags --retired", count=report.retired), settings)
    if report.returned:
        common.say(msg("  retired before, and listed again: {count}", count=report.returned),
                   settings)


def _tell_beside(report: FileReport, language: str) -> None:
    """Tell what visits brought beside themselves."""
    counts = beside(report.tables)
    labels = {"sites": msg("sites"), "places": msg("places"), "levies": msg("levies")}
    for name, label in labels.items():
        if name in counts:
            print(f"  {number(counts[name], language):>10}  + {label.render(language)}")
