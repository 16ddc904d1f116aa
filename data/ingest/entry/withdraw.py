"""One incident retired by a person, and brought back: set aside, never deleted."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from data.history import order
from data.history.byhand import FILE, HELD
from data.history.schema import RETIRED, WITHDRAWN, WITHDRAWN_SCHEMA
from data.i18n import msg
from data.ingest.entry.known import Known, known
from data.ingest.entry.record import DIGEST
from data.ingest.entry.save import ChangedError
from data.ingest.own import require_own
from data.ingest.vintage import next_number
from data.model import SCHEMA, TABLE
from data.store import IMPORTS_SCHEMA, Store, Writer


def withdraw(store: Store, id: str, expected: str, reason: str = "") -> str | None:
    """Retire an incident, whatever its source goes on to list; return the snapshot's name.

    Raises:
        ChangedError: the store holds another state of the record than `expected`.
        StoreError: the store is the demonstration's, or is being written to.
    """
    require_own(store)
    with store.building() as writer:
        there = _required(store, id, expected)
        import_id, note = _note(there, id, reason)
        rows = [{"incident_id": id, "import_id": import_id}]
        staged = writer.stage(pa.Table.from_pylist(rows, WITHDRAWN_SCHEMA.to_pyarrow()))
        before = writer.previous(WITHDRAWN)
        writer.publish({
            TABLE: _without(writer.previous(), id),
            RETIRED: _without(writer.previous(RETIRED), id).union(_only(_every(writer), id)),
            WITHDRAWN: _without(before, id).union(
                ibis.table(WITHDRAWN_SCHEMA, name=staged)),
            "imports": _with_note(writer, note),
        }, about={"imported": [FILE]})
    return store.current_id()


def restore(store: Store, id: str, expected: str, reason: str = "") -> str | None:
    """Bring an incident back that a person or a whole export has retired.

    Raises:
        ChangedError: the store holds another state of the record than `expected`.
        StoreError: the store is the demonstration's, or is being written to.
    """
    require_own(store)
    with store.building() as writer:
        there = _required(store, id, expected)
        _, note = _note(there, id, reason)
        row = _only(_every(writer), id).mutate(last_seen=ibis.literal(_seen(writer), "int64"))
        rows = _without(writer.previous(), id).union(row.select(*SCHEMA.names))
        writer.publish({
            TABLE: rows.order_by(["source", "source_record_id"]),
            RETIRED: _without(writer.previous(RETIRED), id),
            WITHDRAWN: _without(writer.previous(WITHDRAWN), id),
            "imports": _with_note(writer, note),
        }, about={"imported": [FILE]})
    return store.current_id()


def _required(store: Store, id: str, expected: str) -> Known:
    """Return the incident as it is; the store is locked, so that it stays so."""
    there = known(store.current(), id)
    if there is None or there.mark != expected:
        raise ChangedError(msg("The record has changed since the page was opened. Nothing was "
                               "done; look at what it says now."))
    return there


def _every(writer: Writer) -> ir.Table:
    return writer.previous().union(writer.previous(RETIRED))


def _only(rows: ir.Table, id: str) -> ir.Table:
    return rows.filter(rows.incident_id == id)


def _without(rows: ir.Table, id: str) -> ir.Table:
    return rows.filter(rows.incident_id != id)


def _seen(writer: Writer) -> int:
    """Return the place of what is seen now, after every export so far."""
    every = _every(writer)
    today = order.days(dt.datetime.now(dt.UTC).date())
    last = writer.fetch(every.agg(seen=every.last_seen.max()))["seen"][0].as_py() or 0
    return order.seen(max(today, order.day_of(last)), next_number(writer, every))


def _note(there: Known, id: str, reason: str) -> tuple[str, dict[str, Any]]:
    at = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    digest = HELD + hashlib.sha256(f"{id} {at.isoformat()}".encode()).hexdigest()[:DIGEST]
    report = {"notes": [reason] if reason else []}
    return digest, {"import_id": digest, "at": at, "preset": "atlas",
                    "source": there.row["source"], "file": FILE, "digest": digest,
                    "report": json.dumps(report)}


def _with_note(writer: Writer, note: dict[str, Any]) -> ir.Table:
    staged = writer.stage(pa.Table.from_pylist([note], IMPORTS_SCHEMA.to_pyarrow()))
    return writer.previous("imports").union(ibis.table(IMPORTS_SCHEMA, name=staged))
