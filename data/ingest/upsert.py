"""Candidates set against what the store holds: new, revised, unchanged, merged."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from data.history import byhand
from data.ingest import revise
from data.ingest.identity import content, incident_id_column
from data.ingest.vintage import Vintage
from data.model import SCHEMA
from data.store import Writer


def assemble(
    writer: Writer, candidates: ir.Table, located: ir.Table, ids: ir.Table, import_id: str,
    *, actors_apart: bool = False,
) -> ir.Table:
    """Stage usable candidates as incidents, identified and hashed, with `record` and `mark` beside.

    Args:
        writer: the snapshot being built.
        candidates: typed rows, of which those without reasons are taken.
        located: where each point lies.
        ids: identifiers for rows that have none of their own.
        import_id: what brings them.
        actors_apart: whether rows of one identity that differ in their actors alone are one
            incident; each of them then has the actors of all.
    """
    usable = candidates.filter(candidates.reasons.length() == 0)
    found = located.rename(located_record="record")
    own = ids.rename(own_record="record")
    rows = usable.left_join(found, usable.record == found.located_record)
    rows = rows.left_join(own, usable.record == own.own_record)
    doubts = ibis.array([rows.conflict, rows.unit_doubt]).filter(lambda flag: flag.notnull())
    rows = rows.mutate(
        source_record_id=rows.source_record_id.fill_null(rows.own_id),
        flags=rows.flags.concat(doubts),
        import_id=ibis.literal(import_id),
    )
    rows = rows.mutate(incident_id=incident_id_column(rows.source, rows.source_record_id))
    if actors_apart:
        rows = _with_all_actors(rows)
    rows = rows.mutate(content=content(rows))
    places = {name: ibis.null("int64") for name in ("first_said", "last_said", "last_seen")}
    return writer.create("assembled", rows.mutate(**places).select(
        "record", "mark", *SCHEMA.names))


def _with_all_actors(rows: ir.Table) -> ir.Table:
    """Give rows that differ in their actors alone the actors of all, in order, each once."""
    alike = rows.mutate(apart_from_actors=content(rows, besides="actors"))
    together = alike.group_by(of_incident="incident_id", of_rest="apart_from_actors").agg(
        all_actors=lambda t: t.actors.collect(order_by=t.record).flatten())
    joined = alike.left_join(together, [alike.incident_id == together.of_incident,
                                        alike.apart_from_actors == together.of_rest])
    every = joined.all_actors
    once = every.filter(lambda actor, i: every.index(actor) == i)
    return joined.mutate(actors=once.cast(SCHEMA["actors"])).drop(
        "apart_from_actors", "of_incident", "of_rest", "all_actors")


def judge(
    writer: Writer, assembled: ir.Table, known: ir.Table, vintage: Vintage
) -> ir.Table:
    """Stage each record's `status` by its identity within the file and in the store.

    A second record of the same identity is merged where it says the same, and rejected
    otherwise, since nothing tells which of the two is right. One that says something else than
    what is known is `updated` where it is later, and `older` where it is not, or where a person
    has entered what is known.
    """
    same = ibis.window(group_by=assembled.incident_id, order_by=assembled.record)
    ranked = assembled.mutate(
        rank=ibis.row_number().over(same),
        first=assembled.content.first().over(same),
    )
    before = known.select(incident_id_before="incident_id", content_before="content",
                          said_before="last_said", seen_before="last_seen",
                          held_before=byhand.held(known.import_id))
    joined = revise.placed(
        ranked.left_join(before, ranked.incident_id == before.incident_id_before), vintage)
    again = joined.rank > 0
    status = ibis.cases(
        (again & (joined.content == joined.first), "merged"),
        (again, "rejected"),
        (joined.incident_id_before.isnull(), "accepted"),
        (joined.content == joined.content_before, "unchanged"),
        (revise.stands(joined), "older"),
        (joined.said >= joined.said_before.fill_null(revise.LACKS), "updated"),
        else_="older",
    )
    seen = ibis.literal(vintage.seen, type="int64")
    return writer.create("judged", joined.mutate(
        status=status, first_said=joined.said, last_said=joined.said,
        last_seen=ibis.greatest(seen, joined.seen_before)).select(
        "record", "status", *SCHEMA.names))


def doubted_otherwise(judged: ir.Table, known: ir.Table) -> ir.Table:
    """Return the known incidents that a file says again, where other doubts are due by now.

    Gazetteers, boundaries and rules may have been loaded since; what the source says, and all
    that is known besides, stay.
    """
    again = judged.filter(judged.status == "unchanged").select(
        again_id="incident_id", doubts="flags")
    joined = known.inner_join(again, known.incident_id == again.again_id)
    other = joined.filter(joined.doubts.cast("string") != joined.flags.cast("string"))
    return other.mutate(flags=other.doubts).select(*SCHEMA.names)


def overlay(below: ir.Table, above: ir.Table) -> ir.Table:
    """Return the rows of both, those of `above` where both have the identity."""
    kept = below.anti_join(above, "incident_id")
    return kept.select(*SCHEMA.names).union(above.select(*SCHEMA.names))
