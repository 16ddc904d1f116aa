"""Changes in words: "deaths, best estimate: 3, then 5"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from data import taxonomy
from data.history.chain import Change, History, Import, Version
from data.i18n import Message, clauses, day, msg, nmsg, number, t
from data.model import BY_NAME, SENSITIVITY_LABELS

LONGEST = 60
"""Letters of a text that are shown; a longer one is cut."""


def revised(history: History) -> Message:
    """Say how often an incident was revised."""
    times = history.revisions
    if times == 1:
        return msg("Revised once")
    if times == 2:
        return msg("Revised twice")
    return nmsg("Revised {count} time", "Revised {count} times", times)


def sequences(history: History, language: str) -> list[tuple[str, str]]:
    """Return each field that was ever revised, and its values: `3, then 5`.

    A value that stays the same from one version to the next is told once.
    """
    names = dict.fromkeys(c.field for version in history.versions for c in version.changes)
    return [(label(name, language), _sequence(history.versions, name, language))
            for name in names]


def revisions(history: History, language: str) -> str:
    """Say how often an incident was revised, and what became of each field."""
    told = clauses((pair(name, said, language) for name, said in sequences(history, language)),
                   language)
    return t(language, "{times}: {changes}", times=revised(history).render(language),
             changes=told)


def pair(name: str, said: str, language: str) -> str:
    """Write a name and what is said of it, as a language sets its colon."""
    return t(language, "{name}: {value}", name=name, value=said)


def label(name: str, language: str) -> str:
    """Say what a field means."""
    return BY_NAME[name].meaning.render(language)


def moment(at: dt.datetime | None, language: str) -> str:
    """Write the day of an import."""
    return "–" if at is None else day(at.date(), language)


def brought(by: Import, language: str) -> str:
    """Say where a version comes from, and why a person entered it where that is noted."""
    if not by.by_hand and by.at is None and not by.file:
        return t(language, "there from the beginning, without an import")
    if not by.by_hand:
        return t(language, "imported {day} from {file}", file=by.file or "–",
                 day=moment(by.at, language))
    if by.reason:
        return t(language, "entered by hand {day}: {reason}", reason=by.reason,
                 day=moment(by.at, language))
    return t(language, "entered by hand {day}", day=moment(by.at, language))


def set_aside(by: Import, language: str) -> str:
    """Say what retired an incident."""
    if not by.by_hand:
        return t(language, "Retired: a whole export of its source, {file}, imported {day}, no "
                           "longer lists it.", file=by.file or "–", day=moment(by.at, language))
    if by.reason:
        return t(language, "Retired by hand {day}: {reason}", reason=by.reason,
                 day=moment(by.at, language))
    return t(language, "Retired by hand {day}.", day=moment(by.at, language))


def change(found: Change, language: str) -> str:
    """Write a change as `fatalities_best 3 → 5`."""
    return (f"{found.field} {value(found.field, found.before, language)} → "
            f"{value(found.field, found.after, language)}")


def value(name: str, said: Any, language: str) -> str:
    """Write a field's value."""
    if said is None or said in ("", []):
        return "–"
    if (word := _word(name, said, language)) is not None:
        return word
    if isinstance(said, list):
        return ", ".join(str(actor.get("name")) for actor in said)
    if isinstance(said, dt.date):
        return day(said, language)
    if isinstance(said, bool) or not isinstance(said, (int, float)):
        text = str(said)
        return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return f"{said:.5f}" if name in ("lat", "lon") else number(said, language)


def _word(name: str, said: Any, language: str) -> str | None:
    """Name a value of a field that has words for its values; None for any other."""
    if name == "kind" and said in taxonomy.BY_ID:
        return taxonomy.BY_ID[said].label(language)
    if name == "sensitivity" and said in SENSITIVITY_LABELS:
        return SENSITIVITY_LABELS[said].render(language)
    return None


def _sequence(versions: Sequence[Version], name: str, language: str) -> str:
    said: list[str] = []
    for version in versions:
        if not said or any(c.field == name for c in version.changes):
            said.append(value(name, version.row[name], language))
    told = msg("{first}, then {next}", first=said[0], next=said[1])
    for more in said[2:]:
        told = msg("{first}, then {next}", first=told, next=more)
    return told.render(language)
