"""`snapshots`: what the store has held, and when."""

from __future__ import annotations

import datetime as dt
import json

from tests.support import plain


def test_snapshots_are_listed_with_what_each_holds(run_cli, bring, store):
    bring(plain({}), name="a.csv")
    bring(plain({"notes": "b"}, {"notes": "c"}), name="b.csv")
    first, second = json.loads(run_cli("snapshots", "--json").out)
    assert (first["incidents"], second["incidents"]) == (1, 3)
    assert (first["imported"], second["imported"]) == (["a.csv"], ["b.csv"])
    assert (first["current"], second["current"]) == (False, True)
    assert second["id"] == store.current_id()
    age = dt.datetime.now(dt.UTC) - dt.datetime.fromisoformat(second["made"])
    assert dt.timedelta(0) <= age < dt.timedelta(minutes=10)


def test_the_current_one_is_marked(run_cli, bring, store):
    bring(plain({}), name="a.csv")
    bring(plain({}, {"notes": "b"}), name="b.csv")
    run_cli("undo")
    first, second = run_cli("snapshots").out.splitlines()
    assert first.startswith(f"* {store.current_id()}") and "files: a.csv" in first
    assert second.startswith("  ")


def test_a_snapshot_that_cannot_be_read_is_told_among_the_others(run_cli, bring, store):
    bring(plain({}))
    (store.folder / "snapshots" / "damaged.duckdb").write_bytes(b"no snapshot")
    ran = run_cli("snapshots", "--json")
    assert ran.status == 1
    assert [row["readable"] for row in json.loads(ran.out)] == [True, False]
    assert "cannot be opened" in run_cli("snapshots").out


def test_an_empty_store_has_none(run_cli, store):
    assert run_cli("snapshots", "--json").out.strip() == "[]"
    assert run_cli("snapshots").status == 0
    assert not store.folder.exists()
