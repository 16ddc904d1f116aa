"""Incidents at one and the same point: only the topmost can be clicked, so all are listed."""

from __future__ import annotations

from typing import Any

from dash import html

from callbacks.context import ground_of
from callbacks.hexagon_details import incident_line
from data.i18n import nmsg
from data.queries.table import at_point, latest, record
from data.selection import Selection
from data.settle import settled
from data.store import Snapshot

LISTED = 30


def tell(snapshot: Snapshot, picked: dict[str, Any], language: str) -> html.Details | None:
    """List the incidents at the very point of the one picked, in the window shown.

    None where it is alone, or has no point that it is drawn at.
    """
    rows = _rows(snapshot, picked)
    if len(rows) < 2:
        return None
    more = len(rows) - LISTED
    return html.Details([
        html.Summary(nmsg("{count} incident at this very point",
                          "{count} incidents at this very point", len(rows)).render(language)),
        html.Ul([incident_line(row, language) for row in rows[:LISTED]], className="incidents"),
        html.P(nmsg("and {count} earlier one", "and {count} earlier ones", more).render(language),
               className="quiet") if more > 0 else None,
    ], open=True, className="stacked")


def _rows(snapshot: Snapshot, picked: dict[str, Any]) -> list[dict[str, Any]]:
    found = snapshot.rows(record(picked["id"]))
    if not found or found[0]["lon"] is None or found[0]["lat"] is None:
        return []
    selection = settled(Selection.from_query(picked.get("query") or ""), ground_of(snapshot))
    here = at_point(selection, found[0]["lon"], found[0]["lat"])
    return snapshot.rows(latest(here, 1000))
