"""What a person is told of a package: what left, and what stayed."""

from __future__ import annotations

from collections import Counter

from data.exports import ExportReport
from data.i18n import Message, nmsg
from data.packages.build import Built
from data.packages.facts import Facts
from data.queries.exports import SENSITIVE


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
