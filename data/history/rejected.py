"""The rejected records that a store keeps and that nothing has answered yet."""

from __future__ import annotations

import json

import ibis

from data.ingest.rejects import Reject
from data.store import REJECTS_SCHEMA, Snapshot


def rejected(snapshot: Snapshot) -> list[Reject]:
    """Return the rejected records that await an answer, by file and number."""
    table = ibis.table(REJECTS_SCHEMA, name="rejects")
    rows = snapshot.rows(table.filter(table.answered.isnull()).order_by(
        ["file", "record", "import_id"]))
    return [Reject(row["import_id"], row["file"], row["record"], tuple(row["reasons"]),
                   json.loads(row["fields"])) for row in rows]
