"""Rows into the store: new, revised, unchanged, refused, and back again."""

from __future__ import annotations

import json

import ibis
import pytest

from data.errors import StoreError
from data.evidence import publish as publishing
from data.evidence.pending import committed_ids
from data.evidence.publish import Note, import_id, publish
from data.evidence.stored import stored_rows
from data.ingest.rejects import Reject
from data.store import IMPORTS_SCHEMA, REJECTS_SCHEMA, Store

NOTE = Note("0" * 16, "evidence", "An office", "invented.csv", {"rows_read": 2})


def place(id: str, name: str = "Somewhere", **more: str) -> dict[str, str]:
    return {"id": id, "name_en": name, "import_id": NOTE.import_id, "source": "An office",
            "licence": "cc0-1.0", "flags": "[]", **more}


def names(store: Store) -> dict[str, str]:
    return {row["id"]: row["name_en"] for row in stored_rows(store.require(), "places")}


def test_rows_are_new_then_unchanged_then_revised(store):
    rows = {"places": [place("a"), place("b")]}
    first = publish(store, rows, [], NOTE)
    assert first.statuses == {"places": ["accepted", "accepted"]}
    assert first.snapshot == store.current_id()
    again = publish(store, rows, [], NOTE)
    assert (again.count("places"), again.snapshot) == ({"unchanged": 2}, None)
    revised = publish(store, {"places": [place("a", "Elsewhere")]}, [], NOTE)
    assert revised.count("places") == {"updated": 1}
    assert names(store) == {"a": "Elsewhere", "b": "Somewhere"}


def test_flags_and_the_import_make_no_revision(store):
    publish(store, {"places": [place("a")]}, [], NOTE)
    rows = {"places": [place("a", import_id="1" * 16, flags='[{"reason": "x"}]')]}
    assert publish(store, rows, [], NOTE).count("places") == {"unchanged": 1}


def test_several_tables_are_one_snapshot_and_undone_together(store):
    publish(store, {"places": [place("a")]}, [], NOTE)
    document = {**place("d"), "title": "Invented"}
    publish(store, {"places": [place("b")], "documents": [document]}, [], NOTE)
    assert len(store.snapshots()) == 2
    assert stored_rows(store.require(), "documents")[0]["title"] == "Invented"
    store.undo()
    assert names(store) == {"a": "Somewhere"}
    assert stored_rows(store.require(), "documents") == []


def test_an_id_twice_is_merged_where_it_says_the_same_and_refused_otherwise(store):
    rows = {"places": [place("a"), place("a"), place("a", "Elsewhere")]}
    done = publish(store, rows, [], NOTE)
    assert done.statuses["places"] == ["accepted", "merged", "duplicate_id"]
    (reject,) = done.rejects
    assert (reject.record, reject.reasons) == (3, ("duplicate_id",))
    assert reject.fields["name_en"] == "Elsewhere"
    assert names(store) == {"a": "Somewhere"}


def test_an_id_of_a_committed_record_is_refused(store, monkeypatch):
    monkeypatch.setattr(publishing, "committed_ids", lambda table: frozenset({"ours"}))
    done = publish(store, {"places": [place("ours"), place("a")]}, [], NOTE)
    assert done.statuses["places"] == ["id_taken", "accepted"]
    assert names(store) == {"a": "Somewhere"}
    kept = store.require().rows(ibis.table(REJECTS_SCHEMA, name="rejects"))
    assert [(row["record"], row["reasons"]) for row in kept] == [(1, ["id_taken"])]


def test_committed_ids_are_those_of_the_file():
    assert "bamako" in committed_ids("places")
    assert committed_ids("no_such_table") == frozenset()


def test_the_import_and_its_rejects_are_kept_once(store):
    reject = Reject(NOTE.import_id, NOTE.file, 2, ("value_missing:says_en",), {"id": "x"})
    publish(store, {"places": [place("a")]}, [reject], NOTE)
    publish(store, {"places": [place("a"), place("b")]}, [reject], NOTE)
    snapshot = store.require()
    (note,) = snapshot.rows(ibis.table(IMPORTS_SCHEMA, name="imports"))
    assert (note["file"], note["source"]) == ("invented.csv", "An office")
    assert json.loads(note["report"]) == {
        "rows_read": 2, "tables": {"places": {"unchanged": 1, "accepted": 1}}}
    assert len(snapshot.rows(ibis.table(REJECTS_SCHEMA, name="rejects"))) == 1
    assert snapshot.meta()["imported"] == ["invented.csv"]


def test_new_rejects_of_rows_already_held_are_kept(store):
    publish(store, {"places": [place("a")]}, [], NOTE)
    other = Note("2" * 16, "evidence", "An office", "other.csv")
    reject = Reject(other.import_id, other.file, 2, ("value_missing:id",), {})
    assert publish(store, {"places": [place("a")]}, [reject], other).snapshot
    assert publish(store, {"places": [place("a")]}, [reject], other).snapshot is None


@pytest.mark.parametrize("rows", [{}, {"places": []}])
def test_nothing_is_published_for_nothing(store, rows):
    reject = Reject(NOTE.import_id, NOTE.file, 1, ("value_missing:id",), {})
    assert publish(store, rows, [reject], NOTE).snapshot is None
    assert store.current() is None


def test_a_dry_run_tells_and_leaves_the_store_alone(store):
    done = publish(store, {"places": [place("a")]}, [], NOTE, dry_run=True)
    assert (done.count("places"), done.snapshot) == ({"accepted": 1}, None)
    assert not store.folder.exists()


def test_the_demonstration_is_never_touched(demo_store):
    before = demo_store.current_id()
    with pytest.raises(StoreError, match="synthetic demonstration"):
        publish(demo_store, {"places": [place("a")]}, [], NOTE)
    assert demo_store.current_id() == before


def test_a_file_read_as_another_table_is_another_import(tmp_path):
    (tmp_path / "a.csv").write_text("id\n1\n")
    (tmp_path / "b.csv").write_text("id\n1\n")
    one = import_id(tmp_path / "a.csv", "levies")
    assert one == import_id(tmp_path / "b.csv", "levies")
    assert one != import_id(tmp_path / "a.csv", "sites") and len(one) == 16
