"""`app.py population`: people by unit or by hexagon into the store."""

from __future__ import annotations

import argparse
from pathlib import Path

from data.areas.columns import DEEPEST
from data.areas.form import FIELDS
from data.areas.load_population import Options, load_population
from data.areas.population_report import Report
from data.commands import areas, common, file_options, telling
from data.i18n import Message, msg, nmsg
from data.ingest import rejects
from data.ingest.counted import COUNTS
from data.ingest.progress import Progress
from data.settings import Settings

NAME = "population"
summary = msg("load people by unit or by point from a table, or from a GeoTIFF of counts")

WARNINGS: dict[str, Message] = {
    "no_persons": msg("Not one person is counted; look whether the right column or band was read."),
    "more_than_the_world": msg("That is more than live on Earth; look whether the numbers count "
                               "persons and not, for example, persons by km²."),
}


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    add = common.adder(parser.add_argument, language)
    add("file", msg("a table with a unit or a point in each record, or a GeoTIFF"), type=Path,
        metavar="FILE")
    add("--level", msg("level of the units that the records name (default: the one that knows "
                       "most of them)"), type=int, choices=range(DEEPEST + 1), metavar="N")
    add("--map", msg("take FIELD from COLUMN, such as --map persons=T_TL; may be repeated; the "
                     "fields are {names}", names=", ".join(FIELDS)),
        action="append", default=[], metavar="FIELD=COLUMN")
    file_options.add_reading(parser, language)
    areas.add_options(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Load; exit status 1 where no record was usable."""
    telling.require_writable(args.rejects, [args.file])
    options = Options(
        level=args.level, map=args.map, vintage=areas.text(args.vintage),
        source=areas.text(args.source), licence=args.licence, country=args.country,
        encoding=args.encoding, sheets=args.sheet, layer=args.layer, dry_run=args.dry_run)
    report = load_population(common.store(args, settings), args.file, options,
                             Progress(settings.language))
    if args.rejects:
        rejects.write(args.rejects, report.rejects, settings.language)
    if args.json:
        common.print_json(report.as_json())
    else:
        _tell(report, args, settings)
    for warning in report.warnings:
        common.say(WARNINGS[warning], settings, to_error=True)
    return 0 if report.accepted else 1


def _tell(report: Report, args: argparse.Namespace, settings: Settings) -> None:
    common.say(_read(report), settings)
    areas.tell_counts((
        (nmsg("accepted row", "accepted rows", report.accepted), report.accepted),
        (COUNTS["rejected"](report.rejected), report.rejected)), report.reasons, settings)
    common.say(msg("  persons in all: {persons}, vintage {vintage}", persons=round(report.persons),
                   vintage=areas.stated(report.vintages, settings)), settings)
    common.say(msg("  in {count} {places} of {countries}", count=report.places,
                   places=_places(report),
                   countries=areas.named(report.countries, settings) or "—"), settings)
    if report.columns:
        pairs = ", ".join(f"{name}={column}" for name, column in report.columns.items())
        common.say(msg("  columns: {pairs}", pairs=pairs), settings)
    if report.rejects:
        telling.hint_at_rejects(report.rejected, args.rejects, settings)
    common.say(telling.ending(report.snapshot, usable=bool(report.accepted),
                              dry_run=report.dry_run), settings)


def _read(report: Report) -> Message:
    if report.form == "raster":
        return nmsg("{file}: {count} pixel with a value", "{file}: {count} pixels with a value",
                    report.rows_read, file=report.file)
    return nmsg("{file}: {count} record read", "{file}: {count} records read",
                report.rows_read, file=report.file)


def _places(report: Report) -> Message:
    if report.level is not None:
        return areas.level(report.level)
    return msg("hexagons of resolution {resolution}", resolution=report.resolution)
