"""Dates read by one format a column, decided on the whole column.

A date that can be read in one way alone is read beside it: sheets that several people
filled hold `2019-03-07` and `7 March 2019` in one column.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from babel.dates import get_day_names, get_month_names

from data.errors import UndecidedError
from data.i18n import LANGUAGES, msg
from data.taxonomy import fold

Order = Literal["dmy", "mdy"]
TIME = r"(?:[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AP]M|Z|UTC|[+-]\d{2}:?\d{2})?)?"
YEARS = range(1000, 3000)
"""Other years are placeholders or slips, such as 0001-01-01 for a missing date."""
PIVOT = 69
"""Two-digit years from here on belong to the last century, as in POSIX `strptime`."""
TWELFTH = 12
"""The last day of a month that could be a month."""
ENOUGH = 3
"""Dates of either sort which tell that a program has exchanged days and months."""


@dataclass(frozen=True)
class Span:
    """The days that a date covers, and how exactly it is known (1 day, 4 month, 5 year)."""

    start: dt.date
    end: dt.date
    precision: int


Read = Callable[[str], Span | None]


@dataclass(frozen=True)
class Format:
    """One way of writing dates; `order` is set where day and month could be swapped."""

    name: str
    read: Read
    order: Order | None = None


def _day(year: int, month: int, day: int) -> Span | None:
    if year not in YEARS:
        return None
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    return Span(date, date, 1)


def _month(year: int, month: int) -> Span | None:
    if not (1 <= month <= 12 and year in YEARS):
        return None
    last = calendar.monthrange(year, month)[1]
    return Span(dt.date(year, month, 1), dt.date(year, month, last), 4)


def _year(year: int) -> Span | None:
    if year not in YEARS:
        return None
    return Span(dt.date(year, 1, 1), dt.date(year, 12, 31), 5)


def _century(text: str) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    return year + (1900 if year >= PIVOT else 2000)


_ISO = re.compile(rf"(\d{{4}})(?:[-/.](\d{{1,2}})(?:[-/.](\d{{1,2}}){TIME})?)?", re.I)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NUMERIC = re.compile(rf"(\d{{1,2}})[-/. ](\d{{1,2}})[-/. ](\d{{4}}|\d{{2}}){TIME}", re.I)
_FULL_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DAY_WORD = re.compile(
    rf"(\d{{1,2}})(?:er|st|nd|rd|th)?[-/. ]+([^\W\d_]+)[-/. ,]+(\d{{4}}|\d{{2}}){TIME}", re.I)
_WORD_DAY = re.compile(
    rf"([^\W\d_]+)[. ]+(\d{{1,2}})(?:st|nd|rd|th)?,? +(\d{{4}}){TIME}", re.I)
_WORD_YEAR = re.compile(r"([^\W\d_]+)[-/. ]+(\d{4})", re.I)
_DAY_FIRST = re.compile(r"(?<![a-z])(?:jj?|dd?)([/. -])mm?\1(?:a{2,4}|y{2,4})(?![a-z])", re.I)
_MONTH_FIRST = re.compile(r"(?<![a-z])mm?([/. -])(?:jj?|dd?)\1(?:a{2,4}|y{2,4})(?![a-z])", re.I)


def _iso(text: str) -> Span | None:
    match = _ISO.fullmatch(text)
    if not match:
        return None
    year, month, day = match.groups()
    if not month:
        return _year(int(year))
    return _day(int(year), int(month), int(day)) if day else _month(int(year), int(month))


def _compact(text: str) -> Span | None:
    match = _COMPACT.fullmatch(text)
    return _day(*(int(part) for part in match.groups())) if match else None


def _numeric(order: Order) -> Read:
    def read(text: str) -> Span | None:
        match = _NUMERIC.fullmatch(text)
        if not match:
            return None
        first, second, year = match.groups()
        day, month = (first, second) if order == "dmy" else (second, first)
        return _day(_century(year), int(month), int(day))

    return read


def _named(text: str) -> Span | None:
    weekday, _, rest = text.partition(" ")
    found = _month_named(text)
    # Mar. may be a Tuesday in French; a day of the week stands before a whole date alone.
    if found is None and fold(weekday) in WEEKDAYS:
        found = _month_named(rest.strip())
        return found if found and found.precision == 1 else None
    return found


def _month_named(text: str) -> Span | None:
    if match := _DAY_WORD.fullmatch(text):
        day, word, year = match.groups()
        month = MONTHS.get(fold(word))
        return _day(_century(year), month, int(day)) if month else None
    if match := _WORD_DAY.fullmatch(text):
        word, day, year = match.groups()
        month = MONTHS.get(fold(word))
        return _day(int(year), month, int(day)) if month else None
    if match := _WORD_YEAR.fullmatch(text):
        word, year = match.groups()
        month = MONTHS.get(fold(word))
        return _month(int(year), month) if month else None
    return None


def _month_words() -> dict[str, int]:
    # As people shorten them, beside what the lists of the languages have.
    words: dict[str, int] = {"sept": 9, "fev": 2, "juill": 7}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=language).items():
                words[fold(name)] = number
    return words


MONTHS = _month_words()
WEEKDAYS = frozenset(
    fold(name) for language in LANGUAGES for width in ("wide", "abbreviated")
    for name in get_day_names(width, locale=language).values())

def parts(year: str | None, month: str | None = None, day: str | None = None) -> str | None:
    """Write a year, a month (a number or a name) and a day that stand apart as one date.

    What follows an unknown part (absent, or 0) says nothing; a part that cannot be read
    stays, so that the whole is no date.
    """
    found: list[str] = []
    for part in (year, _month_number(month), day):
        plain = (part or "").removesuffix(".0")
        if not plain.strip("0"):
            break
        found.append(plain.zfill(2) if plain.isdigit() else plain)
    return "-".join(found) or None


def _month_number(month: str | None) -> str | None:
    return str(MONTHS.get(fold(month or ""), month or ""))


FORMATS: tuple[Format, ...] = (
    Format("year-month-day", _iso),
    Format("yyyymmdd", _compact),
    Format("day-month name-year", _named),
    Format("day/month/year", _numeric("dmy"), "dmy"),
    Format("month/day/year", _numeric("mdy"), "mdy"),
)


def decide(
    columns: Mapping[str, Sequence[str]], order: Order | None = None, prefer: Order | None = None
) -> dict[str, Format]:
    """Choose the format of each date column from all of its distinct values.

    A column whose values fit two orders of day and month follows what its name says, then
    another column of the file that has decided, then `prefer`. So do those of its values
    that stand beside dates without such an order; of these, days after the 12th tell it too.

    Args:
        columns: distinct, stripped, non-empty values by column name.
        order: what the user said; it decides every column of that shape.
        prefer: what the source is known to write.

    Raises:
        UndecidedError: no format fits, two orders fit equally and nothing tells, or a program
            seems to have exchanged days and months.
    """
    fits = {name: _fitting(name, values, order) for name, values in columns.items() if values}
    settled = {found[0].order for found in fits.values() if len(found) == 1 and found[0].order}
    other = settled.pop() if len(settled) == 1 else prefer
    chosen = {}
    for name, found in fits.items():
        if order is None:
            _refuse_exchange(name, columns[name])
        hint = order or said_by(name) or other
        settled_one = _settle(name, found, hint, columns[name])
        chosen[name] = _with_others(settled_one, hint or _shown_by(columns[name]))
    return chosen


def said_by(name: str) -> Order | None:
    """Return the order that a column's name states, such as `Date (jj/mm/aaaa)`."""
    if _DAY_FIRST.search(name):
        return "dmy"
    return "mdy" if _MONTH_FIRST.search(name) else None


def _with_others(chosen: Format, order: Order | None) -> Format:
    """Let a format also read what no other could mean; eight digits could be a number.

    Beside a format without an order, days and months in figures are read in that which is told.
    """
    others = [f for f in FORMATS if f is not chosen and f.order is None and f.read is not _compact]
    if order and chosen.order is None:
        others += [f for f in FORMATS if f.order == order]

    def read(text: str) -> Span | None:
        return chosen.read(text) or next(filter(None, (f.read(text) for f in others)), None)

    return replace(chosen, read=read)


def _shown_by(values: Iterable[str]) -> Order | None:
    """Return the order that days after the 12th show, where their year is written in full."""
    alone = _alone([value for value in values if _FULL_YEAR.search(value)])
    shown = [order for order, found in alone.items() if found]
    return shown[0] if len(shown) == 1 else None


def _alone(values: Iterable[str]) -> dict[Order, list[str]]:
    """Return the dates that can be read in one order of day and month alone, by that order."""
    readers = {f.order: f.read for f in FORMATS if f.order}
    alone: dict[Order, list[str]] = {"dmy": [], "mdy": []}
    for value in values:
        day_first, month_first = readers["dmy"](value), readers["mdy"](value)
        if (day_first is None) != (month_first is None):
            alone["dmy" if day_first else "mdy"].append(value)
    return alone


def _refuse_exchange(name: str, values: Sequence[str]) -> None:
    """Refuse a column whose days up to the 12th are dates, and all later ones text.

    A spreadsheet program that expects the month first makes such a column of dates that have
    the day first: it takes 05/01/2021 for the 1st of May, and leaves 30/01/2021 as it is.
    """
    dates = {value: span.start for value in values
             if (span := _iso(value)) is not None and span.precision == 1}
    figures = [value for value in values if _NUMERIC.fullmatch(value)]
    late = max(_alone(figures).values(), key=len)
    if (min(len(dates), len(late)) < ENOUGH or len(late) < len(figures)
            or any(day.day > TWELFTH for day in dates.values())):
        return
    raise UndecidedError(msg(
        "The column “{column}” holds days up to the 12th of a month as dates (“{date}”) and only "
        "later ones as text (“{late}”): a spreadsheet program may have exchanged day and month "
        "of the former; correct them, or say with --date-order how the latter are written, and "
        "the former are taken as they stand.",
        column=name, date=next(iter(dates)), late=late[0]))


def _fitting(name: str, values: Iterable[str], order: Order | None) -> list[Format]:
    sample = list(values)
    allowed = [f for f in FORMATS if order is None or f.order in (None, order)]
    scores = [(sum(f.read(value) is not None for value in sample), f) for f in allowed]
    best = max(score for score, _ in scores)
    _refuse_mixture(name, sample, allowed)
    if best == 0:
        raise UndecidedError(msg(
            "The column “{column}” holds no date that is understood (such as “{value}”); write "
            "dates as 2019-03-07, or name another column with --map date_start=COLUMN.",
            column=name, value=sample[0][:60]))
    return [f for score, f in scores if score == best]


def _refuse_mixture(name: str, sample: list[str], allowed: list[Format]) -> None:
    """Refuse a column in which many dates can only be day-first and many only month-first.

    A few contradicting ones are mistyped and will be rejected; many mean that two
    conventions were mixed, and then the ambiguous ones among them cannot be told.
    """
    if len({f.order for f in allowed if f.order}) < 2:
        return
    alone = _alone(sample)
    fewer, more = sorted((len(alone["dmy"]), len(alone["mdy"])))
    if fewer and fewer * 10 > more:
        raise UndecidedError(msg(
            "The column “{column}” mixes day/month/year (“{one}”) and month/day/year (“{other}”), "
            "so that its other dates cannot be told; correct it, or say which with --date-order "
            "and the others will be rejected.",
            column=name, one=alone["dmy"][0], other=alone["mdy"][0]))


def _settle(name: str, found: list[Format], hint: Order | None, values: Sequence[str]) -> Format:
    orders = [f for f in found if f.order]
    if len(found) == 1 or len(orders) < 2:
        return found[0]
    for candidate in orders:
        if candidate.order == hint:
            return candidate
    raise UndecidedError(msg(
        "Is “{value}” in the column “{column}” day/month/year or month/day/year? Every date of "
        "the column can be read both ways; answer with --date-order dmy or --date-order mdy.",
        value=values[0], column=name))
