"""What speaks against an entry, each with the field that a person should look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.i18n import Message, msg
from data.ingest.entry.record import COUNTRY, FIELDS, Entry
from data.ingest.reasons import worded

IN_ORDER = re.compile(r"\d{4}(-\d{1,2}){0,2}")
"""A day, a month or a year that can be read in one way alone."""
ELSEWHERE = {"coordinates_incomplete": "lat", "no_location": "lat", "total_row": "place",
             "id_missing": "source_record_id", "empty_record": "date_start"}
"""Fields of the reasons that do not begin with their field's name."""
ADMIRALTY = re.compile(r"[A-Fa-f][1-6]")


@dataclass(frozen=True)
class Problem:
    """Why an entry cannot be used; `field` is one of `FIELDS`."""

    field: str
    message: Message


def before(entered: Entry) -> list[Problem]:
    """Return what a form asks for beyond what a file is asked for."""
    found = []
    if not entered.text("source"):
        found.append(Problem("source", msg("the source is missing: who published or noted this")))
    if not entered.text("source_record_id"):
        found.append(Problem("source_record_id", msg("the source’s identifier is missing")))
    confidence = entered.text("confidence")
    if confidence and not ADMIRALTY.fullmatch(confidence):
        found.append(Problem("confidence", msg("a confidence is a letter from A to F and a digit "
                                               "from 1 to 6, such as B2")))
    return found


def of_reasons(reasons: Iterable[str]) -> Iterator[Problem]:
    """Say why the importer rejects the record, in its own words."""
    for reason in reasons:
        yield Problem(field_of(reason), worded(reason))


def undecided(entered: Entry) -> Problem:
    """Say that a date cannot be read, or in two ways, which in one record nothing decides."""
    names = ("date_start", "date_end")
    field = next((name for name in names if entered.text(name)
                  and not IN_ORDER.fullmatch(entered.text(name))), names[0])
    return Problem(field, msg("the date cannot be understood, or in two ways; write year, month "
                              "and day, as in 2019-03-07"))


def field_of(reason: str) -> str:
    """Return the field that a reason is about."""
    name = reason.partition(":")[0]
    if name in ELSEWHERE:
        return ELSEWHERE[name]
    fitting = [field for field in FIELDS if name.startswith(field)]
    return max(fitting, key=len) if fitting else COUNTRY
