"""Known incidents set against a file: what gives way, what is older, what is only seen again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce

import ibis
import ibis.expr.types as ir

from data.history import byhand, order
from data.history.schema import FULL
from data.ingest.vintage import Vintage
from data.model import SCHEMA
from data.store import Writer

LACKS = -1
"""The place of what a store of an older layout keeps: before all others."""
NOT_TAKEN = "not_taken"
"""The status of a record that says something else than an entry by hand."""
PAST = ("older", NOT_TAKEN)
REVISED = "source_revised"
"""The flag of an incident entered by hand of which its source has news."""


def placed(ranked: ir.Table, vintage: Vintage) -> ir.Table:
    """Add `said`, the place of what each record says, beside `said_before` of the one known."""
    own = order.said(ranked.mark, vintage.day)
    if not vintage.certain:
        own = ibis.ifelse(ranked.mark.notnull(), own,
                          ibis.greatest(own, ranked.said_before.fill_null(LACKS)))
    # What does not revise an entry by hand is later all the same, and told after it.
    after = stands(ranked) & (own == ranked.said_before)
    return ranked.mutate(said=ibis.ifelse(after, own + 1, own))


def stands(ranked: ir.Table) -> ir.BooleanValue:
    """Tell of each record whether a person has entered what is known, and a file brings it."""
    return ranked.held_before.fill_null(False) & ~byhand.by_hand(ranked.import_id)


def giving_way(judged: ir.Table, known: ir.Table) -> ir.Table:
    """Return the known incidents that a later record revises."""
    revised = judged.filter(judged.status == "updated").select("incident_id")
    return known.semi_join(revised, "incident_id").select(*SCHEMA.names)


def older(judged: ir.Table, versions: ir.Table, known: ir.Table) -> ir.Table:
    """Return the records that are older than what is known, without those kept before.

    What an entry by hand stands against is kept once, however often files repeat it.
    """
    found = judged.filter(judged.status.isin(PAST)).select(*SCHEMA.names)
    kept = versions.select(kept_id="incident_id", kept_content="content",
                           since="first_said", until="last_said")
    fresh = found.anti_join(kept, [
        found.incident_id == kept.kept_id, found.content == kept.kept_content,
        found.last_said >= kept.since, found.last_said <= kept.until])
    stood = fresh.semi_join(_held(known), fresh.incident_id == _held(known).held_id)
    said = versions.select(said_id="incident_id", said_content="content")
    repeated = stood.semi_join(said, [stood.incident_id == said.said_id,
                                      stood.content == said.said_content])
    return fresh.anti_join(repeated, "incident_id")


def contradicted(judged: ir.Table, known: ir.Table, versions: ir.Table) -> ir.Table:
    """Return the incidents entered by hand of which a file has news, flagged so.

    News is what the source did not say before the entry, and says after what it did.
    """
    current = known.filter(byhand.held(known.import_id))
    told = judged.filter(judged.status == NOT_TAKEN)
    said = versions.select(said_id="incident_id", said_content="content")
    told = told.anti_join(said, [told.incident_id == said.said_id,
                                 told.content == said.said_content])
    files = versions.filter(~byhand.by_hand(versions.import_id))
    last = files.group_by(last_id="incident_id").agg(last=files.last_said.max())
    told = told.left_join(last, told.incident_id == last.last_id)
    told = told.filter(told.last_said > told["last"].fill_null(LACKS)).select(news_id="incident_id")
    rows = current.inner_join(told, current.incident_id == told.news_id)
    fresh = rows.filter(~rows.flags.map(lambda flag: flag.reason).contains(REVISED))
    flag = ibis.struct({"reason": ibis.literal(REVISED), "named": ibis.null("string"),
                        "found": ibis.null("string"), "suggestion": ibis.null("string")})
    return fresh.mutate(flags=fresh.flags.concat(ibis.array([flag])).cast(SCHEMA["flags"])
                        ).select(*SCHEMA.names)


def _held(known: ir.Table) -> ir.Table:
    return known.filter(byhand.held(known.import_id)).select(held_id="incident_id")


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
    again = judged.filter(judged.status.isin(["unchanged", *PAST])).select(
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
