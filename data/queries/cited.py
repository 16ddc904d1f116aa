"""Where incidents come from, how they are cited, and how far they reach."""

from __future__ import annotations

import ibis.expr.types as ir

from data.queries.exports import staying
from data.queries.filters import selected
from data.selection import Selection

BEYOND = 0.005


def sources(selection: Selection) -> ir.Table:
    """Count incidents by source: `source`, `licence`, `incidents`, `citations`, `citation`.

    `citations` counts the different ones; where it is 1, `citation` is that of the source,
    and otherwise each record has its own. The largest source comes first.
    """
    rows = selected(selection)
    counted = rows.group_by(["source", "licence"]).agg(
        incidents=lambda r: r.count(), citations=lambda r: r.citation.nunique(),
        citation=lambda r: r.citation.min())
    return counted.order_by([counted.incidents.desc(), "source", "licence"])


def reach(selection: Selection) -> ir.Table:
    """Return one row: `west`, `south`, `east`, `north` of the points, null without any.

    A two-hundredth of them may lie beyond each edge, so that a few far ones do not make all
    others small.
    """
    rows = selected(selection)
    placed = rows.filter(rows.cell.notnull())
    return placed.agg(
        west=placed.lon.quantile(BEYOND), south=placed.lat.quantile(BEYOND),
        east=placed.lon.quantile(1 - BEYOND), north=placed.lat.quantile(1 - BEYOND))


def closed_ids(selection: Selection) -> ir.Table:
    """Return `incident_id` of the incidents that may not leave singly."""
    return staying(selected(selection)).select("incident_id")
