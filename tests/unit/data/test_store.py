"""Snapshots: immutable, swapped whole, kept for a rollback."""

from __future__ import annotations

import threading
from pathlib import Path

import duckdb
import ibis
import pyarrow as pa
import pytest

from data.errors import StoreError
from data.model import SCHEMA, TABLE, incidents
from data.store import FORMAT, Snapshot, Store, Writer, tables


def fill(writer: Writer, ids: list[str], **about: object) -> None:
    rows = pa.Table.from_pylist([{"incident_id": i} for i in ids], SCHEMA.to_pyarrow())
    tables = {name: writer.previous(name) for name in ("imports", "rejects")}
    writer.publish({TABLE: ibis.table(SCHEMA, name=writer.stage(rows)), **tables}, about=about)


def publish(store: Store, *ids: str, **about: object) -> None:
    with store.building() as writer:
        fill(writer, list(ids), **about)


def ids(store: Store) -> list[str]:
    rows = store.require().fetch(incidents().select("incident_id").order_by("incident_id"))
    return rows["incident_id"].to_pylist()


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_an_empty_store_says_how_to_fill_it(store):
    assert store.current() is None
    assert store.snapshots() == []
    with pytest.raises(StoreError, match=r"holds no data yet; import a file with `app.py import"):
        store.require()
    assert not store.folder.exists()


def test_a_publish_is_seen_by_a_store_that_was_open(store):
    reader = Store(store.folder)
    publish(store, "a")
    assert ids(reader) == ["a"]
    publish(store, "a", "b")
    assert ids(reader) == ["a", "b"]


def test_an_open_snapshot_stays_as_it_was(store):
    publish(store, "a")
    before = store.require()
    publish(store, "b")
    assert before.rows(incidents())[0]["incident_id"] == "a"
    assert before.id != store.require().id


def test_a_snapshot_tells_its_format_and_parent(store):
    publish(store, "a")
    first = store.current_id()
    publish(store, "b", note="x")
    assert store.require().meta() == {"format": FORMAT, "parent": first, "note": "x"}


@pytest.mark.parametrize("stop", [RuntimeError, KeyboardInterrupt])
def test_building_that_dies_leaves_the_store_as_before(store, stop):
    publish(store, "a")
    before = files(store.folder)
    with pytest.raises(stop), store.building() as writer:
        fill(writer, ["b"])
        raise stop
    assert files(store.folder) == before
    assert ids(store) == ["a"]


def test_building_without_publishing_changes_nothing(store):
    publish(store, "a")
    before = files(store.folder)
    with store.building() as writer:
        writer.stage(pa.table({"x": [1]}))
    assert files(store.folder) == before


def test_rehearsing_sees_the_snapshot_and_never_touches_the_store(store):
    with store.rehearsing() as writer:
        assert writer.fetch(writer.previous()).num_rows == 0
    assert not store.folder.exists()
    publish(store, "a")
    before = files(store.folder)
    with store.rehearsing() as writer:
        assert writer.fetch(writer.previous()).num_rows == 1
        fill(writer, ["b"])
    assert files(store.folder) == before


def test_a_second_import_is_refused_while_one_builds(store):
    with store.building(), pytest.raises(StoreError, match="Another import is writing"):
        publish(Store(store.folder), "b")
    publish(store, "a")
    assert ids(store) == ["a"]


def test_what_an_import_that_was_killed_left_is_swept(store):
    publish(store, "a")
    (store.folder / "x.building").write_text("half")
    (store.folder / "x.building.wal").write_text("half")
    (store.folder / "x.building.tmp").mkdir()
    (store.folder / "x.building.tmp" / "spilt").write_text("half")
    publish(store, "b")
    assert [p.name for p in store.folder.iterdir() if "building" in p.name] == []


def test_older_snapshots_are_pruned_and_the_current_one_stays(settings):
    store = Store(settings.store, kept=2)
    for name in "abc":
        publish(store, name)
    kept = store.snapshots()
    assert [s.current for s in kept] == [False, True]
    assert Snapshot(kept[0].path).rows(incidents())[0]["incident_id"] == "b"


def test_a_reader_that_meets_a_swap_reads_the_next_snapshot(settings, monkeypatch):
    store = Store(settings.store, kept=1)
    publish(store, "a")
    stale = store.current_id()
    publish(store, "b")
    reader, names = Store(settings.store), iter([stale])
    real = Store.current_id
    monkeypatch.setattr(Store, "current_id", lambda self: next(names, None) or real(self))
    assert ids(reader) == ["b"]


@pytest.mark.parametrize("content", [b"../elsewhere\n", b"\xff\xfe", b"a b", b"nowhere\n"])
def test_a_damaged_pointer_gets_a_sentence(store, content):
    publish(store, "a")
    (store.folder / "current").write_bytes(content)
    with pytest.raises(StoreError):
        store.require()


@pytest.mark.parametrize("damage", ["cut", "text", "empty", "gone"])
def test_a_damaged_snapshot_gets_a_sentence(store, damage):
    publish(store, "a")
    path = store.snapshots()[0].path
    whole = path.read_bytes()
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes({"cut": whole[:5000], "text": b"date,lat,lon\n", "empty": b""}[damage])
    with pytest.raises(StoreError):
        ids(Store(store.folder))


def test_another_layout_is_refused_with_a_sentence(store, monkeypatch):
    publish(store, "a")
    monkeypatch.setattr(tables, "READABLE", (FORMAT + 1,))
    with pytest.raises(StoreError, match="another version"):
        store.require()


@pytest.mark.parametrize("name", ["it's", "with space", "accentué", 'q"uote', "a;b", "x{y}"])
def test_any_folder_name_will_do(tmp_path, name):
    store = Store(tmp_path / name)
    publish(store, "a")
    publish(store, "b")
    assert ids(store) == ["b"]


def test_a_relative_folder_stays_where_it_was(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    store = Store(Path("md:x"))
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    publish(store, "a")
    assert (tmp_path / "md:x" / "current").exists()
    assert ids(store) == ["a"]


def test_a_folder_that_cannot_be_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be written"):
        publish(Store(tmp_path / "file"), "a")


def test_a_full_disk_is_a_sentence_and_the_store_as_before(store, monkeypatch):
    publish(store, "a")

    def full(*_: object, **__: object) -> None:
        raise duckdb.IOException("No space left on device\nmore")

    monkeypatch.setattr(Writer, "publish", full)
    with pytest.raises(StoreError, match=r"cannot be written: No space left on device\.$"):
        publish(store, "b")
    assert ids(store) == ["a"]


def test_threads_read_one_snapshot_at_once(store):
    publish(store, *(f"{i:04}" for i in range(500)))
    snapshot, counts = store.require(), []
    readers = [threading.Thread(target=lambda: counts.append(snapshot.fetch(incidents()).num_rows))
               for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert counts == [500] * 8


def test_batches_hand_rows_on(store):
    publish(store, *(f"{i:04}" for i in range(5000)))
    batches = list(store.require().batches(incidents(), size=2048))
    assert sum(batch.num_rows for batch in batches) == 5000
    assert len(batches) > 1


def test_the_pointer_is_the_name_of_a_snapshot(store):
    publish(store, "a")
    name = (store.folder / "current").read_text().strip()
    assert [s.path.name for s in store.snapshots()] == [f"{name}.duckdb"]


def test_undo_goes_back_to_the_snapshot_that_the_current_one_was_built_on(store):
    publish(store, "a")
    first = store.current_id()
    publish(store, "a", "b")
    reader = Store(store.folder)
    assert ids(reader) == ["a", "b"]
    assert store.undo() == first
    assert ids(reader) == ids(store) == ["a"]
    publish(store, "a", "c")
    assert store.require().meta()["parent"] == first


def test_undo_changes_nothing_where_there_is_nothing_to_go_back_to(store):
    with pytest.raises(StoreError, match="holds no data yet"):
        store.undo()
    publish(store, "a")
    with pytest.raises(StoreError, match="was built on nothing"):
        store.undo()
    assert ids(store) == ["a"]


def test_undo_says_that_the_snapshot_before_is_no_longer_kept(store):
    few = Store(store.folder, kept=1)
    publish(few, "a")
    publish(few, "b")
    with pytest.raises(StoreError, match="no longer kept"):
        few.undo()
    assert ids(few) == ["b"]


def test_what_an_import_was_built_on_is_kept_though_what_was_undone_is_younger(store):
    few = Store(store.folder, kept=2)
    publish(few, "a")
    publish(few, "b")
    few.undo()
    publish(few, "a", "c")
    few.undo()
    assert ids(few) == ["a"]


def test_undo_takes_back_what_is_in_force_when_its_turn_has_come(store, monkeypatch):
    publish(store, "a")
    publish(store, "b")
    other, locked = Store(store.folder), Store._locked

    def late(own):
        """Let another import end between the question and the lock."""
        monkeypatch.setattr(Store, "_locked", locked)
        publish(other, "c")
        return locked(own)

    monkeypatch.setattr(Store, "_locked", late)
    store.undo()
    assert ids(store) == ["b"]


def test_undo_waits_for_no_import_and_breaks_none(store):
    publish(store, "a")
    publish(store, "b")
    with store.building(), pytest.raises(StoreError, match="Another import"):
        Store(store.folder).undo()
    assert ids(store) == ["b"]


def test_a_snapshot_tells_which_tables_it_holds(store, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(tables, "TABLES", {
            name: tables.TABLES[name] for name in (TABLE, "imports", "rejects")})
        publish(store, "a")
    assert store.require().holds(TABLE) and not store.require().holds("evidence_levies")
    publish(store, "a", "b")
    assert store.require().holds("evidence_levies") and not store.require().holds("nothing")


ROWS = pa.table({"n": pa.array(range(10), pa.int64()), "text": ["é'\x00"] * 5 + [None] * 5})


def test_what_is_put_aside_reads_as_it_was(store):
    with store.building() as writer:
        name = writer.stage_batches(ROWS.to_batches(max_chunksize=3), ROWS.schema)
        kept = ibis.table(ibis.schema(ROWS.schema), name=name)
        again = writer.aside(kept.mutate(list=ibis.array([kept.text])))
        assert writer.fetch(kept.order_by("n")).equals(ROWS)
        assert writer.fetch(again.order_by("n"))["list"].to_pylist() == [
            [text] for text in ROWS["text"].to_pylist()]


def test_a_view_is_read_when_it_is_asked(store):
    with store.building() as writer:
        kept = writer.keep(ibis.table(ibis.schema(ROWS.schema), name=writer.stage(ROWS)))
        doubled = writer.view(kept.mutate(twice=kept.n * 2))
        assert writer.fetch(doubled.agg(sum=doubled.twice.sum()))["sum"].to_pylist() == [90]


def test_what_is_put_aside_is_read_by_another_thread_while_more_is_written(store):
    found: list[int] = []
    with store.building() as writer:
        name = writer.stage_batches(ROWS.to_batches(), ROWS.schema)
        kept = ibis.table(ibis.schema(ROWS.schema), name=name)
        batches = writer.batches(kept.filter(kept.n > 3), 2)
        reader = threading.Thread(target=lambda: found.extend(
            n for batch in batches for n in batch["n"].to_pylist()))
        reader.start()
        writer.aside(kept.mutate(more=kept.n + 1))
        reader.join()
    assert sorted(found) == [4, 5, 6, 7, 8, 9]


def test_nothing_that_was_put_aside_is_left(store):
    with store.building() as writer:
        writer.stage_batches(ROWS.to_batches(), ROWS.schema)
        assert list(store.folder.glob("*.aside/*"))
    assert not list(store.folder.glob("*.aside"))


def test_a_disk_that_fills_while_rows_are_put_aside_is_a_sentence(store, monkeypatch):
    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("pyarrow.parquet.ParquetWriter.write_table", full)
    with pytest.raises(StoreError, match="cannot be written"), store.building() as writer:
        writer.stage_batches(ROWS.to_batches(), ROWS.schema)
    assert store.current() is None


def test_texts_that_are_told_by_number_are_published_as_texts(store):
    names = ["it's", None, "Kayes", "Kayes"]
    rows = pa.Table.from_pylist([{"incident_id": str(i), "admin1": name, "notes": name}
                                 for i, name in enumerate(names)], SCHEMA.to_pyarrow())
    with store.building() as writer:
        coded = writer.keep_coded(ibis.table(SCHEMA, name=writer.stage(rows)),
                                  ("admin1", "admin2"))
        assert writer.fetch(coded).equals(rows)
        assert writer.fetch(writer.aside(coded)).equals(rows)
        writer.publish({TABLE: coded}, about={})
    assert store.require().fetch(incidents().order_by("incident_id")).select(
        ["admin1", "notes"]).to_pylist() == [{"admin1": n, "notes": n} for n in names]
    path = store.require().path
    store.require().close()
    with duckdb.connect(str(path), read_only=True) as held:
        kinds = dict(held.execute("SELECT column_name, data_type FROM duckdb_columns() "
                                  "WHERE table_name = 'incidents'").fetchall())
    assert kinds["admin1"] == kinds["admin2"] == "VARCHAR"
