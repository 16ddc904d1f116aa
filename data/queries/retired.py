"""Incidents that their source no longer lists."""

from __future__ import annotations

import ibis.expr.types as ir

from data.history.schema import retired as stored
from data.queries.filters import selected
from data.selection import Selection


def retired(selection: Selection) -> ir.Table:
    """Return the retired incidents of a selection.

    Returns:
        `incident_id`, `source`, `source_record_id`, `date_start`, `kind`, `lat` and `lon`,
        ordered by source and identity.
    """
    return selected(selection, stored()).select(
        "incident_id", "source", "source_record_id", "date_start", "kind", "lat", "lon",
    ).order_by(["source", "source_record_id"])
