"""Incidents as they were after the imports known at a time, put together from their history.

It is as exact as the history: boundaries, gazetteers and doubts are those of today, and what
an undone import brought is not in it. Whoever needs to be sure compares hashes.
"""

from __future__ import annotations

from collections.abc import Collection

import ibis
import ibis.expr.types as ir

from data.history.schema import full_exports, retired, versions, withdrawn
from data.model import SCHEMA, incidents
from data.store import IMPORTS_SCHEMA, Snapshot
from data.view import View


class Earlier(View):
    """A view of a snapshot as an earlier one that is no longer kept."""

    def __init__(self, held: Snapshot, known: Collection[str], id: str) -> None:
        """View `held` as of when it knew only the imports `known`, under the name `id`."""
        noted = ibis.table(IMPORTS_SCHEMA, name="imports")
        super().__init__(held, {incidents(): as_it_was(sorted(known)),
                                noted: _brought_by(noted, known)}, id)


def as_it_was(known: Collection[str]) -> ir.Table:
    """Return the incidents that were in force once only these imports were known."""
    every = incidents().union(_listed_then(known))
    of_then = _brought_by(every, known)
    later = every.anti_join(of_then.select("incident_id"), "incident_id").select("incident_id")
    past = _brought_by(versions(), known).semi_join(later, "incident_id")
    latest = ibis.row_number().over(ibis.window(
        group_by=past.incident_id, order_by=[past.last_said.desc(), past.first_said.desc()]))
    last = past.mutate(from_last=latest).filter(lambda row: row.from_last == 0)
    return of_then.union(last.select(*SCHEMA.names))


def _brought_by(rows: ir.Table, known: Collection[str]) -> ir.Table:
    mine = rows.import_id.isin(list(known)) if known else ibis.literal(False)
    return rows.filter(rows.import_id.isnull() | mine)


def _listed_then(known: Collection[str]) -> ir.Table:
    """Return the incidents retired today that no import known then had retired."""
    aside = retired()
    fulls = full_exports()
    last = _brought_by(fulls, known).group_by("source").agg(full_then=fulls.seen.max())
    named = last.rename(of_source="source")
    joined = aside.left_join(named, aside.source == named.of_source)
    gone = joined.last_seen.fill_null(-1) < joined.full_then
    listed = joined.filter(~gone.fill_null(False)).select(*SCHEMA.names)
    by_hand = _brought_by(withdrawn(), known).select("incident_id")
    return listed.anti_join(by_hand, "incident_id").select(*SCHEMA.names)
