"""The order of exports and of what they say, each as one number that grows with time.

A record's place (`said`) is its own mark of revision in seconds, or the day of its file
where it has none; its file's day decides between equal marks. A file's place (`seen`) is
its day; the number of its import decides between equal days.
"""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

BITS = 20
"""Room for a day since 1970, or for the number of an import."""
MASK = (1 << BITS) - 1
SECONDS = 86_400
EPOCH = dt.date(1970, 1, 1)


def said(mark: ir.IntegerColumn, day: int) -> ir.IntegerColumn:
    """Return the place of what records say; `mark` in seconds since 1970, null for none."""
    return mark.fill_null(day * SECONDS) * ibis.literal(1 << BITS, type="int64") + day


def seen(day: int, number: int) -> int:
    """Return the place of a file that is of a day, days since 1970, and has a number."""
    return (max(0, day) << BITS) | (number & MASK)


def day_of(place: int) -> int:
    """Return the day of a file's place."""
    return place >> BITS


def days(date: dt.date) -> int:
    """Count days since 1970; earlier ones are none."""
    return max(0, (date - EPOCH).days)


def date_said(place: int | None) -> dt.date | None:
    """Return the day of a record's place, None where an older layout has none."""
    return None if place is None else EPOCH + dt.timedelta(days=(place >> BITS) // SECONDS)
