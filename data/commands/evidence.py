"""`app.py evidence`: a file into one table of the evidence base, all of it or nothing."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from data.commands import common, file_options, telling
from data.errors import UsageError
from data.evidence import schema, tables
from data.evidence.doubts import DOUBTS
from data.evidence.ingest.run import Options, Outcome, import_evidence
from data.i18n import encodable, msg
from data.ingest import rejects
from data.ingest.progress import Progress
from data.settings import Settings

NAME = "evidence"
summary = msg("add a file to a table of the evidence base, or print the tables’ schema")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    add = common.adder(parser.add_argument, language)
    add("file", msg("a file: CSV, XLSX, GeoJSON, GeoPackage, Shapefile, Parquet, or a .zip or .gz "
                    "of one"), nargs="?", type=Path,
        metavar="FILE")
    add("--table", msg("the table it goes into: {names}", names=", ".join(tables.TABLES)),
        metavar="NAME")
    add("--source", msg("who published the records (default: the file’s name)"), metavar="NAME")
    file_options.add_licence(parser, language)
    file_options.add_reading(parser, language)
    file_options.add_writing(parser, language)
    add("--schema", msg("print the columns of the table, or of all, as JSON or as a CSV header"),
        choices=["json", "csv"], nargs="?", const="json")
    common.add_json(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Import, or print the schema; exit status 1 where no record was usable."""
    if args.table:
        tables.require(args.table)
    if args.schema:
        print(_schema(args.table, args.schema, settings.language))
        return 0
    if not (args.file and args.table):
        raise UsageError(msg("Name a file and its table: app.py evidence FILE --table NAME; "
                             "app.py evidence --schema prints the tables’ columns."))
    telling.require_writable(args.rejects, [args.file])
    options = Options(
        table=args.table, source=encodable(args.source or ""), licence=args.licence,
        encoding=args.encoding, layer=args.layer, sheets=args.sheet, dry_run=args.dry_run)
    outcome = import_evidence(common.store(args, settings), args.file, options, settings,
                              Progress(settings.language))
    if args.rejects:
        rejects.write(args.rejects, outcome.rejects, settings.language)
    if args.json:
        common.print_json(outcome.report.as_json())
    else:
        _tell(outcome, args, settings)
    return 0 if outcome.report.counts.usable else 1


def _schema(table: str | None, form: str, language: str) -> str:
    chosen = [table] if table else list(tables.TABLES)
    if form == "json":
        shown = {name: schema.describe(name, language) for name in chosen}
        return json.dumps(shown, ensure_ascii=False, indent=2)
    if table:
        return schema.header(table)
    return "\n".join(f"# {name}\n{schema.header(name)}" for name in chosen)


def _tell(outcome: Outcome, args: argparse.Namespace, settings: Settings) -> None:
    report = outcome.report
    telling.tell_counts(report.counts, DOUBTS, settings)
    if report.places:
        common.say(msg("  new places: {count}", count=report.places), settings)
    if report.documents:
        common.say(msg("  new documents: {count}", count=report.documents), settings)
    if report.ignored:
        common.say(msg("  columns that the table does not have, ignored: {names}",
                       names=", ".join(report.ignored)), settings)
    telling.hint_at_rejects(report.counts.rejected, args.rejects, settings)
    common.say(telling.ending(report.snapshot, usable=bool(report.counts.usable),
                              dry_run=report.dry_run), settings)
