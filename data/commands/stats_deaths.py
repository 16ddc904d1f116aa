"""Deaths among the figures of a selection: of one source each, and added only when asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from data.i18n import Message, msg, number

ONE, ALL = "one", "all"
ENDS = ("low", "best", "high")


def figures(
    total: Mapping[str, Any], by_source: Sequence[Mapping[str, Any]], added: bool
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the headline, and what is said of where it comes from.

    The headline is of the source that states most, unless adding was asked for: sources may
    tell of the same event.

    Args:
        total: a row of `queries.stats.totals`.
        by_source: rows of `queries.stats.deaths`, the one that states most first.
        added: deaths of all sources are to be added.
    """
    alone = len(by_source) > 1 and not added
    lead = by_source[0] if by_source else None
    headline = {f"fatalities_{end}": lead[end] if alone and lead else total[f"fatalities_{end}"]
                for end in ENDS}
    return headline, {
        "fatalities_source": lead["key"] if lead and (alone or len(by_source) == 1) else None,
        "fatalities": [{"source": row["key"], **{end: row[end] for end in ENDS},
                        "incidents": row["incidents"]} for row in by_source],
    }


def note(found: Mapping[str, Any]) -> Message | None:
    """Say what the headline is made of; None where no incident states deaths."""
    several = len(found["fatalities"]) > 1
    if not found["fatalities"]:
        return None
    if not several:
        return msg("Deaths as stated by {source}.", source=found["fatalities_source"])
    if found["fatalities_source"] is None:
        return msg("Deaths of several sources are added, as asked: where they tell of the same "
                   "event, the dead count more than once.")
    return msg("Deaths are of {source} alone, which states most; those of several sources are "
               "not added, since they may tell of the same event.",
               source=found["fatalities_source"])


def lines(found: Mapping[str, Any], language: str) -> list[str]:
    """Write deaths source by source, where there are several."""
    if len(found["fatalities"]) < 2:
        return []
    title = msg("Deaths by source, lowest / best / highest").render(language)
    rows = [(" / ".join(number(row[end], language) for end in ENDS), row["source"])
            for row in found["fatalities"]]
    wide = max(len(said) for said, _ in rows)
    return ["", title, *(f"  {said:>{max(wide, 10)}}  {source}" for said, source in rows)]
