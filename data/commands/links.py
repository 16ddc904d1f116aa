"""`app.py links`: pairs of records that may tell of one event, side by side."""

from __future__ import annotations

import argparse
import math
from collections.abc import Mapping
from textwrap import wrap
from typing import Any

from data.commands import common
from data.errors import wrong_value
from data.i18n import Message, msg, nmsg
from data.linkage import told
from data.linkage.candidates import Candidate, of_selection
from data.linkage.decided import decided
from data.linkage.schema import VERDICTS
from data.linkage.weights import DEFAULT_SCORE
from data.settings import Settings
from data.store import Snapshot

NAME = "links"
summary = msg("list records of different sources that may tell of one event")
LISTED = 20
"""Pairs that are written unless a person asks for more; JSON holds all."""
FACTS = ("incident_id", "source", "source_record_id", "kind", "date_start", "date_end",
         "date_precision", "lat", "lon", "where_precision", "admin0", "admin1", "place", "actors",
         "fatalities_low", "fatalities_best", "fatalities_high", "quantity", "unit", "commodity")
"""What JSON says of each of the two."""
LABEL, SIDE = 16, 44


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    add = common.adder(parser.add_argument, language)
    common.add_store(parser, language)
    common.add_filters(parser, language)
    add("--min-score", msg("lowest score that is listed, 0 to 1 (default: 0.5, as likely as not)"),
        metavar="S", default=str(DEFAULT_SCORE))
    add("--limit", msg("pairs that are written (default: 20; with --json all)"), metavar="N")
    add("--decided", msg("list the pairs that were decided instead"), action="store_true")
    common.add_json(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Print the pairs, the likeliest first."""
    least = _least(args.min_score)
    limit = _limit(args.limit)
    selection = common.selection(args)
    snapshot = common.snapshot(args, settings)
    if args.decided:
        return _decided(snapshot, args, settings)
    found = of_selection(snapshot, common.settled(selection, snapshot), least)
    if args.json:
        rows = told.rows_of(snapshot, found)
        common.print_json({"min_score": least, "count": len(found),
                           "candidates": [as_json(one, rows) for one in found[:limit]]})
        return 0
    _tell(snapshot, found, LISTED if limit is None else limit, settings)
    return 0


def _least(text: str) -> float:
    try:
        least = float(text)
    except ValueError:
        least = math.nan
    if not 0 <= least <= 1:
        raise wrong_value("--min-score", text, msg("a number from 0 to 1, such as 0.8"))
    return least


def _limit(text: str | None) -> int | None:
    if text is None:
        return None
    if not text.isascii() or not text.isdigit():
        raise wrong_value("--limit", text, msg("a whole number, such as 50"))
    return int(text)


def as_json(one: Candidate, rows: Mapping[str, told.Row]) -> dict[str, Any]:
    """Return a candidate as scripts read it, with what both records say."""
    return {
        "score": round(one.score, 4), "placed": one.route,
        "km": None if one.km is None else round(one.km, 3), "days": one.days,
        "components": {name: {"level": level.id, "bits": round(bits, 2)}
                       for name, (level, bits) in one.parts.items()},
        "a": {name: rows[one.a][name] for name in FACTS},
        "b": {name: rows[one.b][name] for name in FACTS},
    }


def _tell(snapshot: Snapshot, found: list[Candidate], limit: int, settings: Settings) -> None:
    language, shown = settings.language, found[:limit]
    rows = told.rows_of(snapshot, shown)
    for one in shown:
        print("\n".join(written(one, rows, language)) + "\n")
    if not found:
        common.say(msg("No undecided pair of this selection may be one event."), settings)
        return
    common.say(nmsg("{count} pair may be one event.", "{count} pairs may be one event each.",
                    len(found)), settings)
    if len(found) > len(shown):
        common.say(msg("{count} of them are written; --limit and --min-score choose.",
                       count=len(shown)), settings)
    common.say(msg("Nothing is joined by itself: `app.py link ID ID` says that a pair is one "
                   "event, with --different that it is not."), settings)


def written(one: Candidate, rows: Mapping[str, told.Row], language: str) -> list[str]:
    """Write a candidate: its score, both records side by side, and why."""
    a, b = rows[one.a], rows[one.b]
    lines = [f"{one.score:.2f}  {one.a}  {one.b}  ({told.apart(one, language)})"]
    for title, left, right in told.side_by_side(a, b, language):
        lines += _columns(title, left, right)
    why = [f"{title} {bits:+.1f} ({says})" for title, says, bits in told.reasons(one, language)]
    return [*lines, "  " + "; ".join(why)]


def _columns(title: str, left: str, right: str) -> list[str]:
    """Set two texts beside each other, broken between words."""
    one, other = wrap(left, SIDE), wrap(right, SIDE)
    lines = []
    for i in range(max(len(one), len(other))):
        a, b = (side[i] if i < len(side) else "" for side in (one, other))
        lines.append(f"  {title if not i else '':<{LABEL}} {a:<{SIDE}}  {b}".rstrip())
    return lines


def _decided(snapshot: Snapshot, args: argparse.Namespace, settings: Settings) -> int:
    """List every verdict of the store, whatever the filters."""
    known = decided(snapshot)
    if args.json:
        common.print_json({"links": list(known.links.values()),
                           "events": [sorted(event) for event in known.clusters()]})
        return 0
    for (a, b), row in known.links.items():
        said: Message = VERDICTS[row["verdict"]]
        more = " · ".join(part for part in (row["by"], row["note"]) if part)
        print(f"{a}  {b}  {said.render(settings.language)}" + (f"  ({more})" if more else ""))
    if not known.links:
        common.say(msg("No pair has been decided yet."), settings)
    return 0
