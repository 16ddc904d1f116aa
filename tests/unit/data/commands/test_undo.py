"""`undo`: back to what the store held, for incidents and evidence alike."""

from __future__ import annotations

import json

from tests.support import held, plain
from tests.unit.data.evidence.conftest import levies


def test_the_last_import_is_undone_and_what_is_in_force_is_told(run_cli, bring, store, tmp_path):
    bring(plain({}))
    before = store.current_id()
    (tmp_path / "l.csv").write_text(levies({}))
    run_cli("evidence", tmp_path / "l.csv", "--table", "levies")
    after = store.current_id()
    told = json.loads(run_cli("undo", "--json").out)
    assert (told["left"], told["id"]) == (after, before)
    assert (told["incidents"], told["evidence"]) == (1, 0)
    assert store.current_id() == before and len(held(store)) == 1
    assert {file.id for file in store.snapshots()} == {before, after}


def test_a_person_gets_words(run_cli, bring, store):
    bring(plain({}))
    bring(plain({}, {"notes": "b"}), name="b.csv")
    said = run_cli("undo").out
    assert f"Snapshot {store.current_id()} is in force: incidents: 1" in said


def test_there_must_be_something_to_go_back_to(run_cli, bring):
    assert "holds no data yet" in run_cli("undo").err
    bring(plain({}))
    ran = run_cli("undo")
    assert (ran.status, "nothing to go back to" in ran.err) == (1, True)


def test_the_demonstration_is_never_undone(run_cli, demo_store):
    before = demo_store.current_id()
    ran = run_cli("undo", "--store", demo_store.folder)
    assert (ran.status, "synthetic demonstration" in ran.err) == (1, True)
    assert demo_store.current_id() == before
