"""Snapshots of an older layout open, and what they lack is empty."""

from __future__ import annotations

import ibis
import pytest

from data.model import SCHEMA, TABLE, incidents
from data.queries.filters import selected
from data.selection import Selection
from data.store import Store, tables
from tests.support import held, plain

ADDED = ("kind_rule", "kind_confidence")


@pytest.fixture
def older(bring, store, monkeypatch):
    """A store as the layout before left it: incidents without the fields on their kind."""
    bring(plain({"id": "a"}, {"id": "b"}, extra=["id"]))
    before = ibis.schema({n: t for n, t in SCHEMA.items() if n not in ADDED})
    with monkeypatch.context() as patch:
        patch.setattr(tables, "TABLES", {**tables.TABLES, TABLE: before})
        patch.setattr(tables, "FORMAT", 2)
        with store.building() as writer:
            held_now = ibis.table(SCHEMA, name=TABLE, catalog="previous", database="main")
            # The hash of all fields was one of fewer fields.
            writer.publish({TABLE: held_now.mutate(content=ibis.literal("as before"))}, about={})
    return Store(store.folder)


def test_it_opens_with_empty_fields(older):
    rows = held(older)
    assert older.require().meta()["format"] == 2 and len(rows) == 2
    assert all(row[name] is None for row in rows for name in ADDED)
    assert all(row["kind"] == "kidnapping" for row in rows)


def test_all_of_its_tables_are_there(older):
    snapshot = older.require()
    assert all(snapshot.holds(name) for name in tables.TABLES) and not snapshot.holds("none")
    assert len(snapshot.rows(ibis.table(tables.IMPORTS_SCHEMA, name="imports"))) == 1
    assert sum(batch.num_rows for batch in snapshot.batches(incidents())) == 2


def test_nothing_is_sure_where_nothing_is_known(older):
    assert not older.require().rows(selected(Selection(min_kind_confidence=0.0)))


def test_an_import_completes_it(older, bring):
    report = bring(plain({"id": "a"}, {"id": "c"}, extra=["id"])).report
    assert (report.total("updated"), report.total("accepted")) == (1, 1)
    assert older.require().meta()["format"] == tables.FORMAT
    rules = {row["source_record_id"]: row["kind_rule"] for row in held(older)}
    assert rules == {"a": "stated", "b": None, "c": "stated"}
