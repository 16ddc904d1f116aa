"""`app.py gazetteer`: places by name into the store, to locate records without coordinates."""

from __future__ import annotations

import argparse
from pathlib import Path

from data.commands import areas, common, file_options, telling
from data.gazetteer.load import Options, load_gazetteer
from data.gazetteer.report import Outside, Report
from data.gazetteer.settlements import FIELDS
from data.i18n import Message, msg, nmsg
from data.ingest import rejects
from data.ingest.counted import COUNTS
from data.ingest.progress import Progress
from data.names import country
from data.settings import Settings

NAME = "gazetteer"
summary = msg("load places by name, which locate records without coordinates")

MOST_TOLD = 20
"""Places outside their country that are told one by one."""


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    add = common.adder(parser.add_argument, language)
    add("file", msg("a GeoNames dump, or a list of settlements with a header"), type=Path,
        metavar="FILE")
    add("--source", msg("who published the records (default: the file’s name)"), metavar="NAME")
    file_options.add_licence(parser, language)
    add("--country", msg("the country of every record, by ISO two-letter code or name"),
        metavar="ISO2")
    add("--map", msg("take FIELD from COLUMN, such as --map name=Village; may be repeated; the "
                     "fields are {names}", names=", ".join(FIELDS)),
        action="append", default=[], metavar="FIELD=COLUMN")
    file_options.add_reading(parser, language)
    file_options.add_writing(parser, language)
    common.add_json(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Load; exit status 1 where no record was usable."""
    telling.require_writable(args.rejects, [args.file])
    options = Options(
        source=areas.text(args.source), licence=args.licence, country=args.country, map=args.map,
        encoding=args.encoding, sheets=args.sheet, layer=args.layer,
        tolerance_km=settings.border_tolerance_km, dry_run=args.dry_run)
    report = load_gazetteer(common.store(args, settings), args.file, options,
                            Progress(settings.language))
    if args.rejects:
        rejects.write(args.rejects, report.rejects, settings.language)
    if args.json:
        common.print_json(report.as_json())
    else:
        _tell(report, args, settings)
    return 0 if report.accepted else 1


def _tell(report: Report, args: argparse.Namespace, settings: Settings) -> None:
    common.say(nmsg("{file}: {count} record read", "{file}: {count} records read",
                    report.rows_read, file=report.file), settings)
    areas.tell_counts((
        (nmsg("accepted place", "accepted places", report.accepted), report.accepted),
        (msg("of these places that locate records"), report.locating),
        (msg("of these outside the country they are listed under"), len(report.outside)),
        (COUNTS["rejected"](report.rejected), report.rejected)), report.reasons, settings)
    for place in report.outside[:MOST_TOLD]:
        common.say(_worded(place, settings), settings)
    if len(report.outside) > MOST_TOLD:
        common.say(msg("  … and {count} more; --json lists all",
                       count=len(report.outside) - MOST_TOLD), settings)
    common.say(msg("  in {countries}; source {source}",
                   countries=areas.named(report.countries, settings) or "—",
                   source=report.source), settings)
    if report.columns:
        pairs = ", ".join(f"{name}={column}" for name, column in report.columns.items())
        common.say(msg("  columns: {pairs}", pairs=pairs), settings)
    telling.hint_at_rejects(report.rejected, args.rejects, settings)
    common.say(telling.ending(report.snapshot, usable=bool(report.accepted),
                              dry_run=report.dry_run), settings)


def _worded(place: Outside, settings: Settings) -> Message:
    language = settings.language
    there = country(place.found, language) if place.found else None
    where = f"{place.lat:.5f}, {place.lon:.5f}"
    if there:
        return msg("  {name} ({where}) is listed under {country} and lies in {found}",
                   name=place.name, where=where, country=country(place.country, language),
                   found=there)
    return msg("  {name} ({where}) is listed under {country} and lies in no country",
               name=place.name, where=where, country=country(place.country, language))
