"""The doubts about incidents, one row a doubt."""

from __future__ import annotations

import ibis.expr.types as ir

from data.queries.filters import selected
from data.selection import Selection


def flags(selection: Selection) -> ir.Table:
    """Return every flag of a selection.

    Returns:
        `source_record_id`, `reason`, `lat`, `lon`, `named`, `found`, `suggestion` and
        `source`, ordered by source, identity and reason.
    """
    rows = selected(selection)
    each = rows.select("source", "source_record_id", "lat", "lon", flag=rows.flags.unnest())
    return each.select(
        "source_record_id", reason=each.flag.reason, lat=each.lat, lon=each.lon,
        named=each.flag.named, found=each.flag.found, suggestion=each.flag.suggestion,
        source=each.source,
    ).order_by(["source", "source_record_id", "reason"])
