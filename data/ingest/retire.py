"""Incidents that a later export of their whole source no longer lists: set aside, never deleted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import reduce

import ibis
import ibis.expr.types as ir

from data.errors import UndecidedError
from data.history.schema import RETIRED, WITHDRAWN
from data.i18n import msg
from data.ingest.records import MISQUOTED, UNCLOSED
from data.ingest.rejects import Reject
from data.model import TABLE
from data.store import Writer

DAMAGE = frozenset({UNCLOSED, MISQUOTED, "too_few_fields"})
"""Reasons that tell of a file that was cut off or overwritten."""
MOST = 0.5
"""The largest share of a source that is retired without being asked about."""
MOST_LISTED = 500
"""Incidents that are named to a person who is about to retire them."""


def require_whole(file: str, rejects: Collection[Reject]) -> None:
    """Raise `UndecidedError` where a damaged file is said to be a whole source."""
    damaged = sum(bool(DAMAGE & set(reject.reasons)) for reject in rejects)
    if damaged:
        raise UndecidedError(msg(
            "{file}: damaged records: {count}. The file may lack others that its source lists; "
            "export it again, or import it without --full.", file=file, count=damaged))


def gone(rows: ir.Table, fulls: Mapping[str, int]) -> ir.BooleanValue:
    """Tell which incidents were last listed before the last whole export of their source."""
    seen = rows.last_seen.fill_null(-1)
    return reduce(lambda one, other: one | other, [
        (rows.source == source) & (seen < place) for source, place in fulls.items()],
        ibis.literal(False))


def apart(
    writer: Writer, every: ir.Table, fulls: Mapping[str, int], *, asked: Collection[str],
    yes: bool,
) -> tuple[dict[str, ir.Table], int, int]:
    """Divide incidents into those in force and those retired.

    Args:
        writer: the snapshot being built.
        every: all incidents, retired ones too.
        fulls: the place of the last whole export of each source.
        asked: sources that this import brings whole.
        yes: whether the user agrees to retire most of one of them.

    Returns:
        The two tables by name, how many incidents are retired that were not, and how many
        came back.

    Raises:
        UndecidedError: most of a source would be retired, and the user has not agreed.
    """
    withdrawn = writer.previous(WITHDRAWN)
    if not fulls and not _count(writer, withdrawn):
        return {TABLE: every}, 0, 0
    kept = writer.create("every", every)
    leaves = gone(kept, fulls) | kept.incident_id.isin(withdrawn.incident_id)
    retired, current = kept.filter(leaves), kept.filter(~leaves)
    before, were = writer.previous(), writer.previous(RETIRED)
    if asked and not yes:
        _require_few(writer, before, retired, asked)
    return ({TABLE: current, RETIRED: retired},
            _count(writer, retired.anti_join(were, "incident_id")),
            _count(writer, were.semi_join(current, "incident_id")))


def leaving(writer: Writer, retired: ir.Table) -> ir.Table:
    """Return the first of the incidents that are retired now and were not before."""
    fresh = retired.anti_join(writer.previous(RETIRED), "incident_id")
    return fresh.order_by(["source", "date_start", "source_record_id"]).limit(MOST_LISTED)


def _require_few(
    writer: Writer, before: ir.Table, retired: ir.Table, asked: Collection[str]
) -> None:
    held = before.filter(before.source.isin(list(asked)))
    leaving = held.mutate(leaves=held.incident_id.isin(retired.incident_id))
    counts = leaving.group_by("source").agg(n=leaving.count(), gone=leaving.leaves.sum())
    for row in writer.fetch(counts.order_by("source")).to_pylist():
        if row["gone"] > MOST * row["n"]:
            raise UndecidedError(msg(
                "Is this the whole of {source}? {gone} of its {count} incidents are not in it "
                "and would be retired; agree with --yes, or import it without --full.",
                source=row["source"], gone=row["gone"], count=row["n"]))


def _count(writer: Writer, rows: ir.Table) -> int:
    return int(writer.fetch(rows.count().as_table())[0][0].as_py())
