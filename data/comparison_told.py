"""What changed between two sides in sentences, and what to bear in mind."""

from __future__ import annotations

import datetime as dt

from data.analysis.ratio import Ratio
from data.compared import Counted, shared
from data.comparison import Days
from data.i18n import amount, day, listing, nmsg, t
from data.store import Snapshot


def headline(a: Counted, b: Counted, change: Ratio, for_people: bool, language: str) -> str:
    """Say what changed and by how much, or that no change is clear."""
    if change.value is None:
        return t(language, "Neither side holds an incident, so there is nothing to compare.")
    per = t(language, "a year, for the people of its places") if for_people else t(
        language, "a year")
    if not b.incidents or not a.incidents:
        return _with_none(a, b, change, per, language)
    said = {"times": amount(change.value, language), "per": per,
            "low": amount(change.low, language), "high": amount(change.high, language)}
    if not change.clear:
        return t(language, "No clear change: B has {times} times as many incidents {per} as A, "
                 "and such numbers allow anything from {low} to {high} times (95 % interval).",
                 **said)
    if change.value > 1:
        return t(language, "More: B has {times} times as many incidents {per} as A (95 % "
                 "interval {low} to {high}).", **said)
    return t(language, "Fewer: B has {times} times as many incidents {per} as A (95 % "
             "interval {low} to {high}).", **said)


def _with_none(a: Counted, b: Counted, change: Ratio, per: str, language: str) -> str:
    """Say it where one side is empty, so that the ratio is nothing or has no end."""
    if not a.incidents:
        said = {"count": b.incidents, "per": per, "low": amount(change.low, language)}
        if change.clear:
            return t(language, "More: none on side A, {count} on side B. That is at least {low} "
                     "times as many {per} (95 % interval).", **said)
        return t(language, "No clear change: none on side A, {count} on side B; with so few, "
                 "that may be chance.", **said)
    high = amount(change.high, language)
    if change.clear:
        return t(language, "Fewer: {count} on side A, none on side B. That is at most {high} "
                 "times as many {per} (95 % interval).", count=a.incidents, high=high, per=per)
    return t(language, "No clear change: {count} on side A, none on side B; with so few, that "
             "may be chance.", count=a.incidents)


def notes(
    snapshot: Snapshot, a: Counted, b: Counted, language: str, *, known: Days
) -> list[str]:
    """Say what may make the sides differ other than what happened.

    Args:
        snapshot: the data.
        a: what the one side holds.
        b: what the other does.
        language: to say it in.
        known: first and last day of all data.
    """
    said = [*_reporters(a, b, language), *_uncovered(known, a, b, language)]
    both = shared(snapshot, a.side, b.side)
    if both:
        said.append(_on_both(both, a.side.days == b.side.days, language))
    said.append(t(language, "The interval takes incidents to be independent of each other. "
                  "Where one leads to the next, the doubt is larger."))
    return said


def _on_both(both: int, same_window: bool, language: str) -> str:
    """Tell of incidents that are counted on either side, and why."""
    if same_window:
        return nmsg(
            "{count} incident is on both sides, and counted in each: the sides are not "
            "independent, and the interval holds only roughly.",
            "{count} incidents are on both sides, and counted in each: the sides are not "
            "independent, and the interval holds only roughly.", both).render(language)
    return nmsg(
        "{count} incident is on both sides, and counted in each: it lasted, or its date is not "
        "known exactly.",
        "{count} incidents are on both sides, and counted in each: they lasted, or their dates "
        "are not known exactly.", both).render(language)


def _reporters(a: Counted, b: Counted, language: str) -> list[str]:
    """Tell where other sources report, since part of a change may be theirs."""
    only = [[name for name in one.sources if name not in other.sources]
            for one, other in ((a, b), (b, a))]
    if not any(only):
        return []
    said = [t(language, "The sides rest on different sources, so part of a change may be one of "
              "reporting.")]
    if only[0]:
        said.append(t(language, "Only on side A: {names}.", names=listing(only[0], language)))
    if only[1]:
        said.append(t(language, "Only on side B: {names}.", names=listing(only[1], language)))
    return [" ".join(said)]


def _uncovered(known: Days, a: Counted, b: Counted, language: str) -> list[str]:
    """Tell where a window reaches beyond the data."""
    first, last = known[0].replace(day=1), known[1]
    return [t(language, "Data runs from {first} to {last}. Side {side} reaches beyond it, where "
              "nothing can have been recorded.", first=day(known[0], language),
              last=day(known[1], language), side=name)
            for name, one in (("A", a), ("B", b))
            if one.side.days[0] < first or one.side.days[1] > _month_end(last)]


def _month_end(when: dt.date) -> dt.date:
    return (when.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
