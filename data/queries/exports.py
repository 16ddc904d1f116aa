"""Rows that may leave the building, and how many may not."""

from __future__ import annotations

import ibis.expr.types as ir

from data.licences import PASSING_ON
from data.model import EXPORTED
from data.queries.filters import selected
from data.selection import Selection


def leaving(selection: Selection) -> ir.Table:
    """Return the exported fields of incidents whose licence lets raw records pass."""
    allowed = passing(selected(selection))
    return allowed.order_by(["date_start", "incident_id"]).select(*EXPORTED)


def passing(rows: ir.Table) -> ir.Table:
    """Keep the incidents whose licence lets raw records pass."""
    return rows.filter(rows.licence.isin(PASSING_ON))


def withheld(selection: Selection) -> ir.Table:
    """Count the incidents that stay, by licence: `licence`, `source`, `incidents`."""
    rows = selected(selection)
    kept = rows.filter(rows.licence.notin(PASSING_ON) | rows.licence.isnull())
    return kept.group_by(["licence", "source"]).agg(incidents=lambda r: r.count()).order_by(
        ["source", "licence"])
