"""The kind of each imported record, and what decided it."""

from __future__ import annotations

import json

import ibis
import pytest

from data import settings
from data.classify.rules import COLUMNS, read
from data.exports import export_file
from data.ingest import classified
from data.ingest.options import Options
from data.ingest.run import import_files
from data.selection import Selection
from data.store import IMPORTS_SCHEMA, Store
from tests.support import held, only, plain, table, ucdp

STOLEN = "Unidentified gunmen stole forty cattle from a camp."
TAKEN = {"kind": "", "notes": STOLEN}


def decided(row: dict) -> tuple:
    return row["kind"], row["kind_rule"], row["kind_confidence"]


@pytest.fixture
def own(tmp_path):
    """A researcher's own table, which calls every theft a seizure."""
    path = tmp_path / "mine.csv"
    path.write_text(table([{"rule": "mine", "language": "en", "pattern": "stole", "priority": "60",
                            "kind": "seizure.other", "confidence": "0.25"}], COLUMNS))
    return read(path)


def test_a_stated_kind_stays_whatever_the_notes_say(bring, store):
    bring(plain({"kind": "violence.battle", "notes": STOLEN}))
    assert decided(only(store)) == ("violence.battle", "stated", 1.0)


def test_notes_decide_where_no_kind_is_stated(bring, store):
    report = bring(plain(TAKEN)).report.files[0]
    kind, rule, confidence = decided(only(store))
    assert (kind, confidence) == ("cattle_theft", 0.9)
    assert report.by_rule == {rule: 1} and report.rules.startswith("rules.csv (sha256 ")


def test_a_kind_that_is_not_known_is_decided_too_and_its_word_kept(bring, store):
    bring(plain({**TAKEN, "kind": "incident 7b"}))
    row = only(store)
    assert row["kind"] == "cattle_theft"
    assert ("kind_unknown", "incident 7b") in {(f["reason"], f["named"]) for f in row["flags"]}


def test_what_nothing_tells_has_neither_rule_nor_confidence(bring, store):
    bring(plain({"kind": "", "notes": ""}))
    assert decided(only(store)) == ("unclassified", None, None)


def test_a_sources_code_is_named_as_such_and_refined_by_what_was_taken(bring, store):
    bring(ucdp({"source_headline": "Clashes near a village"}, {"source_headline": STOLEN}))
    battle, theft = held(store)
    assert decided(battle) == ("violence.battle", "source", 1.0)
    assert theft["kind"] == "cattle_theft" and theft["kind_rule"] not in ("source", "stated")


def test_a_table_of_ones_own_replaces_ours(bring, store, own):
    bring(plain(TAKEN))
    again = bring(plain(TAKEN), rules=own).report
    assert again.total("unchanged") == 0
    assert {decided(row) for row in held(store)} >= {("seizure.other", "mine", 0.25)}


def test_the_import_notes_the_table_and_its_hash(bring, store, own):
    bring(plain(TAKEN))
    bring(plain(TAKEN), rules=own)
    notes = store.require().rows(ibis.table(IMPORTS_SCHEMA, name="imports").order_by("at"))
    said = [json.loads(note["report"])["rules"] for note in notes]
    assert said[0].startswith("rules.csv (sha256 ") and said[1] == own.said
    assert own.said == f"mine.csv (sha256 {own.digest})"


def test_importing_again_by_the_same_rules_changes_nothing(bring, store):
    bring(plain({**TAKEN, "id": "a"}, extra=["id"]))
    before = store.current_id()
    assert bring(plain({**TAKEN, "id": "a"}, extra=["id"])).report.total("unchanged") == 1
    assert store.current_id() == before


def test_records_beyond_one_batch_are_each_decided(bring, store, monkeypatch):
    monkeypatch.setattr(classified, "SIZE", 3)
    bring(plain(*({**TAKEN, "fatalities": i} if i % 2 else {"fatalities": i} for i in range(10))))
    assert [row["kind"] for row in sorted(held(store), key=lambda r: r["fatalities_best"])] == [
        "kidnapping", "cattle_theft"] * 5


def test_an_export_that_is_read_again_keeps_what_decided(bring, store, tmp_path, own):
    bring(plain(TAKEN, {}, {"kind": "", "notes": ""}), rules=own, licence="cc-by-4.0")
    export_file(store.require(), Selection(), "csv", tmp_path / "out.csv")
    again = Store(tmp_path / "again")
    import_files(again, [tmp_path / "out.csv"], Options(), settings.load({}))
    assert {decided(row) for row in held(again)} == {decided(row) for row in held(store)}
    assert ("seizure.other", "mine", 0.25) in {decided(row) for row in held(again)}
