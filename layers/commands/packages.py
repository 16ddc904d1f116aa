"""The part of `app.py export` that writes packages: tables, and maps with their layers."""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import replace

from data.commands import common
from data.errors import AtlasError, wrong_value
from data.exports import ExportReport
from data.i18n import Message, msg, nmsg
from data.packages.build import Built
from data.packages.facts import Facts
from data.packages.order import Order
from data.queries.exports import SENSITIVE, Rules
from data.settings import Settings
from layers.packages.save import save


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options of packages alone."""
    group = parser.add_argument_group(msg("packages").render(language))
    add = common.adder(group.add_argument, language)
    add("--coarsen", msg("hexagons of this H3 resolution with counts, instead of single "
                         "incidents"), type=int, metavar="3..9")
    add("--no-notes", msg("leave free text out"), action="store_true")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write the package, and say how many incidents are in it and how many stayed."""
    if args.out.is_dir() or not args.out.resolve().parent.is_dir():
        raise wrong_value("--out", args.out, msg("name a file in a folder that exists"))
    order = ordered(args, settings)
    snapshot = common.snapshot(args, settings)
    order = replace(order, selection=common.settled(order.selection, snapshot))
    try:
        built = save(snapshot, settings, order, args.out.absolute())
    except OSError as error:
        raise AtlasError(msg("{file} cannot be written: {why}.", file=args.out,
                             why=error.strerror or "")) from error
    for message in told(built):
        common.say(message, settings, to_error=True)
    return 0


def ordered(args: argparse.Namespace, settings: Settings) -> Order:
    """Read the options as an order; its selection is not settled yet."""
    named = args.layers.split(",") if args.layers else []
    return Order(
        args.format, common.selection(args), args.lang or settings.language, args.coarsen,
        notes=not args.no_notes,
        layers=tuple(dict.fromkeys(word.partition(":")[0].strip() for word in named
                                   if word.strip())),
        rules=Rules.of(settings))


def told(built: Built) -> list[Message]:
    """Say what left and what stayed, and what is to be known of it."""
    facts = built.facts
    lines = [report(facts).sentence()]
    counted = sum(facts.aggregates.told.values())
    if counted:
        lines.append(nmsg("{count} of those left out is in the counts of aggregates.csv.",
                          "{count} of those left out are in the counts of aggregates.csv.",
                          counted))
    if facts.unstated:
        lines.append(nmsg(
            "Nobody stated the licence of {count} incident that was written.",
            "Nobody stated the licence of {count} incidents that were written.", facts.unstated))
    return lines


def report(facts: Facts) -> ExportReport:
    """Return how many incidents left, and how many stayed by source."""
    kept: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for one in facts.stayed:
        kept[one.reason == SENSITIVE][one.source] += one.incidents
    return ExportReport(facts.leaving, dict(kept[False]), dict(kept[True]))
