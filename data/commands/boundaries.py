"""`app.py boundaries`: administrative units of any level into the store."""

from __future__ import annotations

import argparse
from pathlib import Path

from data.areas.boundary_report import Change, Report
from data.areas.columns import DEEPEST
from data.areas.load_boundaries import Options, load_boundaries
from data.commands import areas, common, telling
from data.i18n import Message, listing, msg, nmsg
from data.ingest import rejects
from data.ingest.counted import COUNTS
from data.ingest.relocate import Relocation
from data.settings import Settings

NAME = "boundaries"
summary = msg("load administrative units of any level from a file of shapes")

MOST_TOLD = 40
"""Changes that are told one by one; a file may hold thousands of units."""


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    add = common.adder(parser.add_argument, language)
    add("file", msg("GeoJSON, GeoPackage, or a Shapefile’s .shp or .zip"), type=Path,
        metavar="FILE")
    add("--level", msg("0 for countries, 1 for first-level units, and so on (default: as the "
                       "columns tell)"), type=int, choices=range(DEEPEST + 1), metavar="N")
    add("--name-column", msg("the column of names"), metavar="C")
    add("--code-column", msg("the column of codes, which are kept and never matched"),
        metavar="C")
    add("--layer", msg("which layer of the file, where there are several"), metavar="NAME")
    areas.add_options(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Load; exit status 1 where no record was usable."""
    telling.require_writable(args.rejects, [args.file])
    options = Options(
        level=args.level, name_column=args.name_column, code_column=args.code_column,
        layer=args.layer, vintage=areas.text(args.vintage), source=areas.text(args.source),
        licence=args.licence, country=args.country,
        tolerance_km=settings.border_tolerance_km, dry_run=args.dry_run)
    report = load_boundaries(common.store(args, settings), args.file, options)
    if args.rejects:
        rejects.write(args.rejects, report.rejects, settings.language)
    if args.json:
        common.print_json(report.as_json())
    else:
        _tell(report, args, settings)
    return 0 if report.accepted else 1


def _tell(report: Report, args: argparse.Namespace, settings: Settings) -> None:
    common.say(nmsg(
        "{file}: {count} record read; {level} of {countries}, vintage {vintage}",
        "{file}: {count} records read; {level} of {countries}, vintage {vintage}",
        report.rows_read, file=report.file, level=areas.level(report.level),
        countries=areas.named(report.countries, settings) or "—",
        vintage=areas.stated(report.vintages, settings)), settings)
    areas.tell_counts((
        (nmsg("accepted unit", "accepted units", report.accepted), report.accepted),
        (msg("parts of a unit, merged"), report.merged),
        (COUNTS["rejected"](report.rejected), report.rejected)), report.reasons, settings)
    pairs = ", ".join(f"{name}={column}" for name, column in report.columns.items())
    common.say(msg("  columns: {pairs}", pairs=pairs), settings)
    _tell_changes(report, settings)
    if report.incidents:
        _tell_incidents(report.incidents, settings)
    telling.hint_at_rejects(report.rejected, args.rejects, settings)
    common.say(telling.ending(report.snapshot, usable=bool(report.accepted),
                              dry_run=report.dry_run), settings)


def _tell_changes(report: Report, settings: Settings) -> None:
    """Tell what differs from the units known before; nothing where none were."""
    if not report.compared:
        return
    told = [change for change in report.changes if change.kind != "same"]
    common.say(msg("  as known before: {count}", count=len(report.changes) - len(told)), settings)
    for change in told[:MOST_TOLD]:
        print(f"  {_worded(change, settings).render(settings.language)}")
    if len(told) > MOST_TOLD:
        common.say(msg("  … and {count} more; --json lists all", count=len(told) - MOST_TOLD),
                   settings)


def _tell_incidents(found: Relocation, settings: Settings) -> None:
    """Tell what the incidents of the store are located in now, where that is another unit."""
    if not found.located:
        return
    common.say(nmsg("  {count} incident located anew; {changed} changed",
                    "  {count} incidents located anew; {changed} changed",
                    found.located, changed=found.changed), settings)
    moves = [*found.units, *found.second]
    for move in moves[:MOST_TOLD]:
        nowhere = msg("no unit")
        common.say(nmsg("    {count} incident: {was} → {now}",
                        "    {count} incidents: {was} → {now}",
                        move.incidents, was=move.was or nowhere, now=move.now or nowhere),
                   settings)
    if len(moves) > MOST_TOLD:
        common.say(msg("  … and {count} more; --json lists all", count=len(moves) - MOST_TOLD),
                   settings)


def _worded(change: Change, settings: Settings) -> Message:
    others = listing(list(change.related), settings.language)
    if change.kind == "renamed":
        return msg("renamed: {name}, before {was}", name=change.name, was=change.was)
    if change.kind == "changed":
        return msg("other shape: {name}", name=change.name)
    if change.kind == "gone":
        return (msg("gone: {name}, now in {others}", name=change.name, others=others) if others
                else msg("gone: {name}", name=change.name))
    return (msg("new: {name}, before part of {others}", name=change.name, others=others) if others
            else msg("new: {name}", name=change.name))
