"""Values of a workbook's cells as the text that they show."""

from __future__ import annotations

import datetime as dt
from typing import Any

from data.ingest.geojson import number_text

DIGITS = 15
"""Significant digits that Excel keeps; those beyond come from its arithmetic."""
NOISE = 3
"""Digits that must fall away for a number to be taken as having had fewer."""
HALF_A_SECOND = dt.timedelta(milliseconds=500)


def text(value: Any) -> str:
    """Write a value: days as 2019-03-07, whole numbers without a point, yes and no."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return number_text(_quiet(value))
    if isinstance(value, dt.datetime):
        return _moment(value)
    if isinstance(value, dt.timedelta):
        return _duration(value)
    return "" if value is None else str(value)


def _quiet(value: float) -> float:
    """Drop what arithmetic left: 0.30000000000000004 is 0.3."""
    short = float(f"{value:.{DIGITS}g}")
    return short if len(repr(short)) <= len(repr(value)) - NOISE else value


def _moment(value: dt.datetime) -> str:
    # A time is a fraction of a day, and seldom exact.
    whole = (value + HALF_A_SECOND).replace(microsecond=0) if value.year < dt.MAXYEAR else value
    if whole.date() != value.date():
        whole = value.replace(microsecond=0)
    return whole.isoformat(" ").removesuffix(" 00:00:00")


def _duration(value: dt.timedelta) -> str:
    seconds = round(value.total_seconds())
    sign = "-" if seconds < 0 else ""
    minutes, second = divmod(abs(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{sign}{hour}:{minute:02}:{second:02}"
