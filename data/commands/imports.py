"""`app.py import`: files into the store, all of them or nothing."""

from __future__ import annotations

import argparse
from pathlib import Path

from data import licences
from data.commands import common
from data.errors import wrong_value
from data.i18n import Message, encodable, msg, number
from data.ingest import presets, rejects
from data.ingest.progress import Progress
from data.ingest.reasons import REASONS
from data.ingest.report import FileReport, ImportReport
from data.ingest.run import Options, Outcome, import_files
from data.model import FLAGS
from data.settings import Settings

NAME = "import"
summary = msg("import incidents from files; several files are one publish")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    def add(option: str, help_: Message, **more: object) -> None:
        parser.add_argument(option, help=help_.render(language), **more)  # type: ignore[arg-type]

    add("files", msg("CSV files, in any order"), nargs="+", type=Path, metavar="FILE")
    add("--preset", msg("format of the files: {names} (default: auto)",
                        names=", ".join(presets.names())), default=presets.AUTO, metavar="NAME")
    add("--map", msg("take FIELD from COLUMN, such as --map lat=Latitude; may be repeated"),
        action="append", default=[], metavar="FIELD=COLUMN")
    add("--source", msg("who published the records (default: the preset’s, or the file’s name)"),
        metavar="NAME")
    add("--licence", msg("what may be handed on: {names}", names=", ".join(licences.BY_ID)),
        metavar="ID")
    add("--encoding", msg("encoding of the text, where it is not UTF-8"), metavar="NAME")
    add("--date-order", msg("order of day and month, where the file does not tell"),
        choices=["dmy", "mdy"])
    common.add_store(parser, language)
    add("--rejects", msg("write the rejected records here, with every reason"), type=Path,
        metavar="CSV")
    add("--dry-run", msg("tell what would happen, and change nothing"), action="store_true")
    common.add_json(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Import; exit status 1 where no record of any file was usable."""
    if args.licence:
        licences.require(args.licence)
    _require_writable(args.rejects, args.files)
    options = Options(
        preset=args.preset, map=args.map, source=encodable(args.source or ""), licence=args.licence,
        encoding=args.encoding, date_order=args.date_order, dry_run=args.dry_run)
    outcome = import_files(common.store(args, settings), args.files, options, settings,
                           Progress(settings.language))
    if args.rejects:
        rejects.write(args.rejects, outcome.rejects, settings.language)
    if args.json:
        common.print_json(outcome.report.as_json())
    else:
        _tell(outcome, args, settings)
    return 0 if any(report.usable for report in outcome.report.files) else 1


def _require_writable(path: Path | None, files: list[Path]) -> None:
    if path is None:
        return
    if path.is_dir() or not path.resolve().parent.is_dir():
        raise wrong_value("--rejects", path, msg("name a file in a folder that exists"))
    if path.resolve() in {file.resolve() for file in files}:
        raise wrong_value("--rejects", path, msg("it is one of the files to import"))


def _tell(outcome: Outcome, args: argparse.Namespace, settings: Settings) -> None:
    for report in outcome.report.files:
        _tell_file(report, settings)
    if outcome.report.total("rejected") and not args.rejects:
        common.say(msg("Run again with --rejects FILE.csv to get the rejected records."), settings)
    common.say(_ending(outcome.report, settings), settings)


def _tell_file(report: FileReport, settings: Settings) -> None:
    language = settings.language
    common.say(msg("{file}: {preset}, {rows} records read", file=report.file,
                   preset=report.preset, rows=report.rows_read), settings)
    counts: tuple[tuple[Message, int], ...] = (
        (msg("new"), report.accepted), (msg("revised"), report.updated),
        (msg("unchanged"), report.unchanged), (msg("merged"), report.merged),
        (msg("rejected"), report.rejected),
    )
    for label, count in counts:
        if count:
            print(f"  {number(count, language):>10}  {label.render(language)}")
    for reason, count in report.reasons.items():
        print(f"  {number(count, language):>10}  – {REASONS[reason].render(language)}")
    for reason, count in report.flags.items():
        print(f"  {number(count, language):>10}  ⚑ {FLAGS[reason].render(language)}")
    if report.preset == "generic":
        pairs = ", ".join(f"{name}={column}" for name, column in report.columns.items())
        common.say(msg("  columns: {pairs}", pairs=pairs), settings)


def _ending(report: ImportReport, settings: Settings) -> Message:
    if report.dry_run:
        return msg("Nothing was written: this was a dry run.")
    if report.snapshot:
        return msg("Published as snapshot {name}.", name=report.snapshot)
    if not any(file.usable for file in report.files):
        return msg("No record was usable; the store is as before.")
    return msg("Nothing has changed; the store is as before.")
