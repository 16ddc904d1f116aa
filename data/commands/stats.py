"""`app.py stats`: totals and breakdowns of a selection."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import Any

from data import taxonomy
from data.boundaries import country_name
from data.commands import common
from data.i18n import msg, number
from data.queries import stats
from data.selection import Selection
from data.settings import Settings
from data.store import Snapshot

NAME = "stats"
summary = msg("count incidents and deaths, by kind, country, unit, precision and source")


def arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the options."""
    common.add_store(parser, language)
    common.add_filters(parser, language)
    common.add_json(parser, language)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Print the figures."""
    selection = common.selection(args)
    snapshot = common.snapshot(args, settings)
    found = figures(snapshot, common.settled(selection, snapshot))
    if args.json:
        common.print_json(found)
    else:
        _tell(found, settings)
    return 0


def figures(snapshot: Snapshot, selection: Selection) -> dict[str, Any]:
    """Return what `stats --json` prints; each breakdown sums to `incidents`."""
    total = snapshot.rows(stats.totals(selection))[0]
    return {
        **{name: total[name] for name in
           ("incidents", "fatalities_low", "fatalities_best", "fatalities_high")},
        "date_min": _day(total["date_min"]),
        "date_max": _day(total["date_max"]),
        "by_kind": _breakdown(snapshot, selection, "kind"),
        "by_country": _breakdown(snapshot, selection, "admin0"),
        "by_admin1": _units(snapshot, selection),
        "by_where_precision": _breakdown(snapshot, selection, "where_precision"),
        "by_source": _breakdown(snapshot, selection, "source"),
        "flagged": total["flagged"],
        "synthetic": total["synthetic"],
    }


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
    if found["synthetic"]:
        common.say(msg("{count} of them are SYNTHETIC demonstration incidents.",
                       count=found["synthetic"]), settings)
    if found["flagged"]:
        common.say(msg("{count} lie outside the country they name; see `app.py flags`.",
                       count=found["flagged"]), settings)
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
