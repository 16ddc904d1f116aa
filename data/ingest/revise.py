"""Known incidents set against a file: what gives way, what is older, what is only seen again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce

import ibis
import ibis.expr.types as ir

from data.history import order
from data.history.schema import FULL
from data.ingest.vintage import Vintage
from data.model import SCHEMA
from data.store import Writer

LACKS = -1
"""The place of what a store of an older layout keeps: before all others."""


def placed(ranked: ir.Table, vintage: Vintage) -> ir.Table:
    """Add `said`, the place of what each record says, beside `said_before` of the one known."""
    own = order.said(ranked.mark, vintage.day)
    if not vintage.certain:
        own = ibis.ifelse(ranked.mark.notnull(), own,
                          ibis.greatest(own, ranked.said_before.fill_null(LACKS)))
    return ranked.mutate(said=own)


def giving_way(judged: ir.Table, known: ir.Table) -> ir.Table:
    """Return the known incidents that a later record revises."""
    revised = judged.filter(judged.status == "updated").select("incident_id")
    return known.semi_join(revised, "incident_id").select(*SCHEMA.names)


def older(judged: ir.Table, versions: ir.Table) -> ir.Table:
    """Return the records that are older than what is known, without those kept before."""
    found = judged.filter(judged.status == "older").select(*SCHEMA.names)
    kept = versions.select(kept_id="incident_id", kept_content="content",
                           since="first_said", until="last_said")
    return found.anti_join(kept, [
        found.incident_id == kept.kept_id, found.content == kept.kept_content,
        found.last_said >= kept.since, found.last_said <= kept.until])


def stretched(
    judged: ir.Table, known: ir.Table, present: ir.Table, vintage: Vintage,
    fulls: Mapping[str, int],
) -> ir.Table:
    """Return the known incidents that the file says again, where that is news.

    Args:
        judged: the file's records.
        known: incidents that the store holds.
        present: `incident_id` of records that the file lists, and that cannot be used.
        vintage: of the file.
        fulls: the place of the last whole export of each source.
    """
    again = judged.filter(judged.status.isin(["unchanged", "older"])).select(
        "incident_id", status="status", said="last_said")
    only = present.anti_join(judged, "incident_id").distinct()
    listed = again.union(only.select(
        "incident_id", status=ibis.literal("listed"), said=ibis.null("int64")))
    named = listed.rename(listed_id="incident_id")
    rows = known.inner_join(named, known.incident_id == named.listed_id)
    says = rows.status == "unchanged"
    first, last = rows.first_said.fill_null(rows.said), rows.last_said.fill_null(rows.said)
    fresh = {
        "first_said": ibis.ifelse(says, ibis.least(first, rows.said), rows.first_said),
        "last_said": ibis.ifelse(says, ibis.greatest(last, rows.said), rows.last_said),
        "last_seen": ibis.ifelse(_seen_later(rows, vintage, fulls),
                                 ibis.literal(vintage.seen, type="int64"), rows.last_seen),
    }
    before = {f"{name}_before": rows[name] for name in fresh}
    told = rows.mutate(**before).mutate(**fresh)
    differs = reduce(lambda one, other: one | other, [
        told[name].fill_null(LACKS) != told[f"{name}_before"].fill_null(LACKS) for name in fresh])
    return told.filter(differs).select(*SCHEMA.names)


def _seen_later(
    rows: ir.Table, vintage: Vintage, fulls: Mapping[str, int]
) -> ir.BooleanValue:
    """Tell where it matters that the file lists an incident: it is later, or it brings it back."""
    before = rows.last_seen.fill_null(LACKS)
    if vintage.full:
        matters: ir.BooleanValue = ibis.literal(True)
    else:
        later = ibis.literal(vintage.certain) & (before < order.seen(vintage.day, 0))
        matters = reduce(lambda one, other: one | other, [
            (rows.source == source) & (before < place) for source, place in fulls.items()], later)
    return matters & (before < vintage.seen)


def last_full(writer: Writer) -> dict[str, int]:
    """Return the place of the last export of each whole source."""
    table = writer.previous(FULL)
    found = table.group_by("source").agg(seen=table.seen.max())
    return {row["source"]: row["seen"] for row in writer.fetch(found).to_pylist()}
