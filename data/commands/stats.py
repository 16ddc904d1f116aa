"""`app.py stats`: totals and breakdowns of a selection."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import Any

from data import taxonomy
from data.boundaries import country_name
from data.commands import common, stats_deaths
from data.errors import wrong_value
from data.i18n import msg, nmsg, number
from data.linkage.candidates import of_selection
from data.linkage.decided import decided
from data.linkage.weights import LIKELY_SCORE
from data.queries import stats
from data.queries.filters import selected
from data.selection import Selection
from data.settings import Settings
from data.store import Snapshot

NAME = "stats"
COMPARED = 100_000
"""Incidents up to which pairs that may be one event are counted."""
summary = msg("count incidents and deaths, by kind, country, unit, precision and source")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    common.add_store(parser, language)
    common.add_filters(parser, language)
    common.adder(parser.add_argument, language)(
        "--deaths", msg("of several sources: one (the one that states most, the others beside; "
                        "the default) or all (added)"), metavar="one|all",
        default=stats_deaths.ONE)
    common.add_json(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Print the figures."""
    if args.deaths not in (stats_deaths.ONE, stats_deaths.ALL):
        raise wrong_value("--deaths", args.deaths, msg("it is one or all"))
    selection = common.selection(args)
    snapshot = common.snapshot(args, settings)
    found = figures(snapshot, common.settled(selection, snapshot),
                    added=args.deaths == stats_deaths.ALL)
    if args.json:
        said = stats_deaths.note(found)
        common.print_json({**found, "fatalities_note":
                           said.render(settings.language) if said else None})
    else:
        _tell(found, settings)
    return 0


def figures(snapshot: Snapshot, selection: Selection, *, added: bool = False) -> dict[str, Any]:
    """Return what `stats --json` prints; each breakdown sums to `incidents`.

    Deaths are of one source; see `stats_deaths.figures`.
    """
    total = snapshot.rows(stats.totals(selection))[0]
    headline, beside = stats_deaths.figures(
        total, snapshot.rows(stats.deaths(selection)), added)
    return {
        "incidents": total["incidents"],
        **headline,
        "date_min": _day(total["date_min"]),
        "date_max": _day(total["date_max"]),
        "by_kind": _breakdown(snapshot, selection, "kind"),
        "by_country": _breakdown(snapshot, selection, "admin0"),
        "by_admin1": _units(snapshot, selection),
        "by_where_precision": _breakdown(snapshot, selection, "where_precision"),
        "by_source": _breakdown(snapshot, selection, "source"),
        "flagged": total["flagged"],
        "synthetic": total["synthetic"],
        **beside,
        "told_twice": _told_twice(snapshot, selection, total),
    }


def _told_twice(snapshot: Snapshot, selection: Selection, total: dict[str, Any]) -> dict[str, Any]:
    """Count undecided pairs that may well be one event, and events that persons joined.

    None of them is subtracted. `pairs` is null in a selection of more than `COMPARED`
    incidents, where counting would keep a person waiting; `app.py links` does it.
    """
    pairs = None
    if total["sources"] < 2:
        pairs = 0
    elif total["incidents"] <= COMPARED:
        pairs = len(of_selection(snapshot, selection, LIKELY_SCORE, within=True))
    return {"pairs": pairs, "min_score": LIKELY_SCORE,
            "events_joined": _joined(snapshot, selection)}


def _joined(snapshot: Snapshot, selection: Selection) -> int:
    """Count events that several incidents of a selection tell of, as persons decided."""
    events = decided(snapshot).clusters()
    if not events:
        return 0
    rows = selected(selection)
    members = rows.filter(rows.incident_id.isin(sorted(frozenset().union(*events))))
    there = {row["incident_id"] for row in snapshot.rows(members.select("incident_id"))}
    return sum(len(event & there) > 1 for event in events)


def _day(value: Any) -> str | None:
    return None if value is None else value.isoformat()


def _breakdown(snapshot: Snapshot, selection: Selection, field: str) -> dict[str, int]:
    rows = snapshot.rows(stats.breakdown(selection, field))
    return {"" if row["key"] is None else str(row["key"]): row["incidents"] for row in rows}


def _units(snapshot: Snapshot, selection: Selection) -> dict[str, int]:
    """Count by unit; a name that two countries share carries the country, `Centre (BF)`."""
    rows = snapshot.rows(stats.by_unit(selection))
    shared = Counter(row["key"] for row in rows)
    return {_unit_key(row, shared[row["key"]] > 1): row["incidents"] for row in rows}


def _unit_key(row: dict[str, Any], shared: bool) -> str:
    name = row["key"] or ""
    return f"{name} ({row['admin0']})" if shared and row["admin0"] else name


def _tell(found: dict[str, Any], settings: Settings) -> None:
    language = settings.language
    common.say(msg("{incidents} incidents, {start} to {end}; deaths {low} / {best} / {high} "
                   "(lowest / best / highest)",
                   incidents=found["incidents"], start=found["date_min"] or "–",
                   end=found["date_max"] or "–", low=found["fatalities_low"],
                   best=found["fatalities_best"], high=found["fatalities_high"]), settings)
    said = stats_deaths.note(found)
    if said:
        common.say(said, settings)
    if found["synthetic"]:
        common.say(msg("{count} of them are SYNTHETIC demonstration incidents.",
                       count=found["synthetic"]), settings)
    if found["flagged"]:
        common.say(msg("{count} lie outside the country they name; see `app.py flags`.",
                       count=found["flagged"]), settings)
    if found["told_twice"]["pairs"]:
        common.say(nmsg("{count} pair of incidents may well be one event; see `app.py links`.",
                        "{count} pairs of incidents may well be one event each; see "
                        "`app.py links`.", found["told_twice"]["pairs"]), settings)
    if found["told_twice"]["events_joined"]:
        common.say(nmsg("{count} event is told by several incidents, as was decided.",
                        "{count} events are told by several incidents each, as was decided.",
                        found["told_twice"]["events_joined"]), settings)
    for line in stats_deaths.lines(found, language):
        print(line)
    parts = (("by_kind", msg("By kind")), ("by_country", msg("By country")),
             ("by_admin1", msg("By first-level unit")),
             ("by_where_precision", msg("By precision of the place")),
             ("by_source", msg("By source")))
    for key, title in parts:
        print(f"\n{title.render(language)}")
        for name, count in found[key].items():
            print(f"  {number(count, language):>10}  {_label(key, name, language)}")


def _label(part: str, key: str, language: str) -> str:
    if not key:
        return "–"
    if part == "by_kind":
        return taxonomy.BY_ID[key].label(language)
    if part == "by_country":
        return f"{country_name(key, language)} ({key})"
    return key
