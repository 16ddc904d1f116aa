"""The steps of time that a series has a sheet for: months, quarters or years of a window."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from data.i18n import month, quarter
from data.selection import last_day

Step = Literal["month", "quarter", "year"]
MONTHS: dict[Step, int] = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True)
class Spell:
    """One step, or as much of it as lies in the window.

    Attributes:
        name: as files are called: `2019`, `2019-q3`, `2019-07`.
        starts: the first day of the whole step.
        first, last: the days that are shown, both included.
    """

    name: str
    starts: dt.date
    first: dt.date
    last: dt.date

    def label(self, step: Step, language: str) -> str:
        """Say which step it is."""
        match step:
            case "year":
                return str(self.starts.year)
            case "quarter":
                return quarter(self.starts, language)
            case _:
                return month(self.starts, language)


def steps(step: Step, first: dt.date, last: dt.date) -> tuple[Spell, ...]:
    """Part a window, both ends included, into calendar steps; the ends may be cut short."""
    length = MONTHS[step]
    found, at = [], (first.year * 12 + first.month - 1) // length * length
    while (starts := _month(at)) <= last:
        ends = last_day(_month(at + length - 1).strftime("%Y-%m"), "")
        found.append(Spell(_name(step, starts), starts, max(first, starts), min(last, ends)))
        at += length
    return tuple(found)


def _month(number: int) -> dt.date:
    return dt.date(number // 12, number % 12 + 1, 1)


def _name(step: Step, starts: dt.date) -> str:
    match step:
        case "year":
            return str(starts.year)
        case "quarter":
            return f"{starts.year}-q{(starts.month - 1) // 3 + 1}"
        case _:
            return f"{starts.year}-{starts.month:02d}"
