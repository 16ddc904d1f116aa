"""When in the week or the year an incident began, where its date is known well enough.

A day of the week is known where the day is; a month where the day is, or where first and
last day of what is known fall in one and the same month. Anything coarser has neither, and
is counted apart rather than put on the first day of what is known.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

DAY_KNOWN = 1
"""`date_precision` of a known day."""
MONTH_KNOWN = 4
"""Coarsest `date_precision` at which a month may be known: 8 to 31 days."""


def weekday(rows: ir.Table) -> ir.IntegerColumn:
    """Return the day of the week that each incident began on, 1 (Monday) to 7; else null."""
    began = rows.date_start.day_of_week.index() + 1
    return _where(rows.date_precision == DAY_KNOWN, began)


def month(rows: ir.Table) -> ir.IntegerColumn:
    """Return the month of the year that each incident began in, 1 to 12; else null."""
    return _where(month_known(rows), rows.date_start.month())


def month_known(rows: ir.Table) -> ir.BooleanColumn:
    """Tell of each incident whether the month that it began in is known."""
    first, last = rows.date_start, rows.date_end
    one = (first.year() == last.year()) & (first.month() == last.month())
    return (rows.date_precision == DAY_KNOWN) | ((rows.date_precision <= MONTH_KNOWN) & one)


def _where(known: ir.BooleanColumn, number: ir.IntegerColumn) -> ir.IntegerColumn:
    return ibis.ifelse(known, number.cast("int64"), ibis.null("int64"))
