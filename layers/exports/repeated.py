"""What a repeated export is called, and how far the data reaches that it is moved on to."""

from __future__ import annotations

import datetime as dt

from data.model import incidents
from data.store import Snapshot
from layers.exports import moved
from layers.exports.export import Export
from layers.exports.saved import file_ending


def file_name(name: str, export: Export) -> str:
    """Name a repeated export after its window, such as `monthly-gao-2026-02.pdf`."""
    window = moved.window_of(export)
    parts = [name]
    if window:
        length = 7 if moved.whole_months(window) else 10
        ends = dict.fromkeys(end.isoformat()[:length] for end in window if end)
        parts += list(ends)
    return "-".join(parts) + f".{file_ending(export)}"


def newest_day(snapshot: Snapshot, today: dt.date) -> dt.date:
    """Return the newest day on which an incident began, today at the latest."""
    table = incidents()
    past = table.filter(table.date_start <= today)
    found: dt.date | None = snapshot.rows(past.agg(newest=past.date_start.max()))[0]["newest"]
    return found or today
