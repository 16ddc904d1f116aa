"""Candidates set against what the store holds: new, revised, unchanged, merged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from data.history import byhand
from data.ingest import revise
from data.ingest.actors import once_each
from data.ingest.identity import content, incident_id_column
from data.ingest.located import with_found, with_places
from data.ingest.vintage import Vintage
from data.model import SCHEMA
from data.store import Writer

JUDGED_BY = ("record", "mark", "incident_id", "content", "import_id", "source", "date_start")
"""What tells a record's status, beside what is known."""
COUNTED = ("kind_rule", "flags")
JUDGED = ("status", "incident_id", "content", "first_said", "last_said", "last_seen")


@dataclass(frozen=True)
class Assembled:
    """Usable candidates as incidents.

    Attributes:
        told: what they are judged and counted by, with their `site` and `own_id`.
        repeated: the `incident_id` of those that the file has several times.
        whole: makes incidents of rows that have `site` and `own_id`.
    """

    told: ir.Table
    repeated: ir.Table
    whole: Callable[[ir.Table], ir.Table]


@dataclass(frozen=True)
class Judged:
    """Records with their status.

    Attributes:
        rows: `record`, `status` and the fields of the model.
        counts: `record`, `status`, `kind_rule` and the reasons of `flags` alone.
    """

    rows: ir.Table
    counts: ir.Table


def assemble(
    writer: Writer, candidates: ir.Table, places: ir.Table, ids: ir.Table, import_id: str,
    *, actors_apart: bool = False,
) -> Assembled:
    """Make incidents of usable candidates, identified and hashed.

    Args:
        writer: the snapshot being built.
        candidates: typed rows, of which those without reasons are taken.
        places: where the places of candidates are.
        ids: identifiers for rows that have none of their own.
        import_id: what brings them.
        actors_apart: whether rows of one identity that differ in their actors alone are one
            incident; each of them then has the actors of all.
    """
    own = ids.rename(own_record="record")
    rows = with_places(candidates.filter(candidates.reasons.length() == 0), places)
    rows = rows.left_join(own, rows.record == own.own_record).drop("own_record")
    named = writer.view(_named(rows, import_id))
    counted = named.group_by("incident_id").agg(n=lambda t: t.count())
    repeated = writer.keep(counted.filter(counted.n > 1).select("incident_id"))
    actors = _all_actors(writer, named, repeated) if actors_apart else None
    said = named if actors is None else _with_actors(named, actors)
    told = writer.keep(said.mutate(content=content(said)).select(
        *JUDGED_BY, "site", "own_id", "kind_rule",
        flags=said.flags.map(lambda flag: flag.reason)))

    def whole(judged: ir.Table) -> ir.Table:
        beside = judged.rename(judged_record="record")
        typed = candidates.drop("mark")
        joined = typed.inner_join(beside, typed.record == beside.judged_record)
        found = _named(with_found(joined, places), import_id)
        return found if actors is None else _with_actors(found, actors)

    return Assembled(told, repeated, whole)


def _named(rows: ir.Table, import_id: str) -> ir.Table:
    """Add identity and doubts to candidates with what was found of their places."""
    doubts = ibis.array([rows.conflict, rows.unit_doubt]).filter(lambda flag: flag.notnull())
    # Few points are doubtful, and lists are dear.
    doubted = rows.conflict.notnull() | rows.unit_doubt.notnull()
    rows = rows.mutate(
        source_record_id=rows.source_record_id.fill_null(rows.own_id),
        flags=ibis.ifelse(doubted, rows.flags.concat(doubts), rows.flags),
        import_id=ibis.literal(import_id),
    )
    return rows.mutate(incident_id=incident_id_column(rows.source, rows.source_record_id))


def _all_actors(writer: Writer, rows: ir.Table, repeated: ir.Table) -> ir.Table:
    """Return, for rows that differ in their actors alone, the actors of all, in order, once."""
    several = rows.semi_join(repeated, "incident_id")
    alike = writer.view(several.select(
        "record", "incident_id", "actors", rest=content(several, besides="actors")))
    together = alike.group_by(of_incident="incident_id", of_rest="rest").agg(
        all_actors=lambda t: t.actors.collect(order_by=t.record).flatten())
    joined = alike.inner_join(together, [alike.incident_id == together.of_incident,
                                         alike.rest == together.of_rest])
    return writer.keep(joined.select(of_record="record", all_actors=once_each(joined.all_actors)))


def _with_actors(rows: ir.Table, actors: ir.Table) -> ir.Table:
    found = rows.left_join(actors, rows.record == actors.of_record)
    return found.mutate(actors=found.all_actors.fill_null(found.actors)).drop(
        "of_record", "all_actors")


def judge(
    writer: Writer, assembled: Assembled, known: ir.Table, vintage: Vintage
) -> Judged:
    """Return each record with its `status` by its identity within the file and in the store.

    A second record of the same identity is merged where it says the same, and rejected
    otherwise, since nothing tells which of the two is right. One that says something else than
    what is known is `updated` where it is later, and `older` where it is not; it is `not_taken`
    where a person has entered what is known.
    """
    ranked = _ranked(assembled)
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
        (revise.stands(joined), revise.NOT_TAKEN),
        (joined.said >= joined.said_before.fill_null(revise.LACKS), "updated"),
        else_="older",
    )
    seen = ibis.literal(vintage.seen, type="int64")
    judged = writer.aside(joined.mutate(
        status=status, first_said=joined.said, last_said=joined.said,
        last_seen=ibis.greatest(seen, joined.seen_before)).select(
        "record", "site", "own_id", *COUNTED, *JUDGED))
    writer.drop(assembled.told.get_name())
    rows = assembled.whole(judged.drop(*COUNTED, "incident_id"))
    return Judged(rows.select("record", "status", *SCHEMA.names),
                  judged.select("record", "status", *COUNTED))


def _ranked(assembled: Assembled) -> ir.Table:
    """Add to what records are judged by their `rank` among those of one identity, from 0."""
    told = assembled.told
    several = told.semi_join(assembled.repeated, "incident_id")
    same = ibis.window(group_by=several.incident_id, order_by=several.record)
    ranked = several.mutate(rank=ibis.row_number().over(same).cast("int64"),
                            first=several.content.first().over(same))
    alone = told.anti_join(assembled.repeated, "incident_id")
    return ranked.union(alone.mutate(rank=ibis.literal(0, type="int64"), first=alone.content))


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
