"""What the verbs share: the store's option, the filters, and how results are printed."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from data import settle
from data.ground import Ground
from data.i18n import Message, msg
from data.selection import Selection
from data.settings import Settings
from data.store import Snapshot, Store


class Add(Protocol):
    """What declares an option."""

    def __call__(self, option: str, help_: Message, **more: Any) -> None:
        """Declare it with its help as a sentence; `more` is as for `add_argument`."""


def adder(declare: Callable[..., argparse.Action], language: str) -> Add:
    """Return what declares options by the `add_argument` of a parser or of a group."""
    def add(option: str, help_: Message, **more: Any) -> None:
        declare(option, help=help_.render(language), **more)

    return add


def add_store(parser: argparse.ArgumentParser, language: str) -> None:
    """Add `--store PATH`."""
    parser.add_argument("--store", type=Path, metavar="PATH", help=msg(
        "folder of the snapshots (default: a folder in your user data directory)").render(language))


def add_json(parser: argparse.ArgumentParser, language: str) -> None:
    """Add `--json`."""
    parser.add_argument("--json", action="store_true", help=msg(
        "print JSON to standard output, and nothing else").render(language))


def add_filters(parser: argparse.ArgumentParser, language: str) -> None:
    """Add the filters, which mean the same on every verb, on the page and in a link."""
    group = parser.add_argument_group(msg("filters").render(language))
    add = adder(group.add_argument, language)
    many: dict[str, Any] = {"nargs": "+", "action": "extend", "default": []}
    add("--kind", msg("kinds or groups of kinds, such as cattle_theft or seizure"),
        metavar="K", **many)
    add("--country", msg("countries, by ISO two-letter code or name"), metavar="ISO2", **many)
    add("--admin1", msg("first-level units, such as Gao or Tombouctou"), metavar="NAME", **many)
    add("--actor", msg("words in an actor’s name"), metavar="WORDS")
    add("--from", msg("first day (2019-03-07, 2019-03 or 2019)"), metavar="DATE", dest="from_")
    add("--to", msg("last day, included"), metavar="DATE")
    add("--bbox", msg("west,south,east,north in degrees, such as -12.3,10,4.3,25"),
        metavar="W,S,E,N")
    add("--max-where-precision",
        msg("coarsest place precision let in: 1 exact, 2 within 25 km, 3 second-level unit, "
            "4 first-level unit, 5 vague area, 6 country, 7 sea or air"), metavar="N")
    add("--max-date-precision",
        msg("coarsest date precision let in: 1 the day, 2 2–6 days, 3 a week, 4 a month "
            "(8–31 days), 5 a year or less"), metavar="N")
    add("--source", msg("names of sources"), metavar="S", **many)
    add("--text", msg("words in the notes or the place"), metavar="WORDS")
    add("--near", msg("within a distance of a corridor: its id and kilometres, such as "
                      "gold-gao-niger:25"), metavar="ID:KM")
    add("--area", msg("an area: polygon:-1.2,15.1_0.9,15.1_0,17 with the longitude and latitude "
                      "of each corner, or circle:-0.04,16.27,25 with longitude, latitude and "
                      "kilometres"), metavar="AREA")
    add("--unit", msg("units of the first or second level, by id or name, parted by commas, such "
                      "as Gao,ML-6"), metavar="UNITS")
    add("--kind-confidence", msg("how sure the kind must be, 0 to 1, such as 0.7"), metavar="N")
    add("--actor-is", msg("whole names of actors"), metavar="NAME", **many)
    add("--weekday", msg("days of the week that incidents began on, 1 (Monday) to 7; those whose "
                         "day is not known are left out"), metavar="N", **many)
    add("--month", msg("months of the year that incidents began in, 1 to 12; those whose month is "
                       "not known are left out"), metavar="N", **many)


def selection(args: argparse.Namespace) -> Selection:
    """Build the selection that the filters say."""
    return Selection.of(
        kind=args.kind, country=args.country, admin1=args.admin1, actor=args.actor,
        from_=args.from_, to=args.to, bbox=args.bbox,
        max_where_precision=args.max_where_precision, source=args.source, text=args.text,
        near=args.near, kind_confidence=args.kind_confidence,
        max_date_precision=args.max_date_precision,
        actor_is=args.actor_is, weekday=args.weekday, month=args.month,
        area=args.area, unit=args.unit,
    )


def settled(chosen: Selection, held: Snapshot) -> Selection:
    """Look up the corridor and the units that a selection names in what a snapshot holds."""
    return settle.settled(chosen, Ground(held))


def store(args: argparse.Namespace, settings: Settings) -> Store:
    """Return the store that is meant."""
    return Store(args.store or settings.store, settings.snapshots_kept)


def snapshot(args: argparse.Namespace, settings: Settings) -> Snapshot:
    """Return the snapshot in force; raises `StoreError` where there is none."""
    return store(args, settings).require()


def print_json(value: Any) -> None:
    """Print a value as JSON to standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")


def say(message: Message, settings: Settings, *, to_error: bool = False) -> None:
    """Print a sentence in the language of the settings."""
    print(message.render(settings.language), file=sys.stderr if to_error else sys.stdout)
