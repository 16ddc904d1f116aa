"""Candidates set against what the store holds: new, revised, unchanged, merged."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from data.ingest.identity import content, incident_id_column
from data.model import SCHEMA
from data.store import Writer


def assemble(
    writer: Writer, candidates: ir.Table, located: ir.Table, ids: ir.Table, import_id: str
) -> ir.Table:
    """Stage usable candidates as incidents, identified and hashed, with `record` beside."""
    usable = candidates.filter(candidates.reasons.length() == 0)
    found = located.rename(located_record="record")
    own = ids.rename(own_record="record")
    rows = usable.left_join(found, usable.record == found.located_record)
    rows = rows.left_join(own, usable.record == own.own_record)
    conflict = ibis.ifelse(rows.conflict.notnull(), ibis.array([rows.conflict]),
                           ibis.literal([], type=SCHEMA["flags"]))
    rows = rows.mutate(
        source_record_id=rows.source_record_id.fill_null(rows.own_id),
        flags=rows.flags.concat(conflict),
        admin2=ibis.null("string"),
        import_id=ibis.literal(import_id),
    )
    rows = rows.mutate(incident_id=incident_id_column(rows.source, rows.source_record_id))
    rows = rows.mutate(content=content(rows))
    return writer.create("assembled", rows.select("record", *SCHEMA.names))


def judge(writer: Writer, assembled: ir.Table, known: ir.Table) -> ir.Table:
    """Stage each record's `status` by its identity within the file and in the store.

    A second record of the same identity is merged where it says the same, and rejected
    otherwise, since nothing tells which of the two is right.
    """
    same = ibis.window(group_by=assembled.incident_id, order_by=assembled.record)
    ranked = assembled.mutate(
        rank=ibis.row_number().over(same),
        first=assembled.content.first().over(same),
    )
    before = known.select(incident_id_before="incident_id", content_before="content")
    joined = ranked.left_join(before, ranked.incident_id == before.incident_id_before)
    again = joined.rank > 0
    status = ibis.cases(
        (again & (joined.content == joined.first), "merged"),
        (again, "rejected"),
        (joined.incident_id_before.isnull(), "accepted"),
        (joined.content == joined.content_before, "unchanged"),
        else_="updated",
    )
    return writer.create("judged", joined.mutate(status=status).select(
        "record", "status", *SCHEMA.names))


def overlay(below: ir.Table, above: ir.Table) -> ir.Table:
    """Return the rows of both, those of `above` where both have the identity."""
    kept = below.anti_join(above, "incident_id")
    return kept.select(*SCHEMA.names).union(above.select(*SCHEMA.names))
