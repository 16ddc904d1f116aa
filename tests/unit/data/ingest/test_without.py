"""Fields that a person leaves unread, and what a whole export would retire."""

from __future__ import annotations

from data.ingest.keep import to_saved
from tests.support import only, plain, ucdp
from tests.unit.data.ingest.presets import files


def test_a_field_is_left_unread_though_a_column_is_recognised(bring, store):
    outcome = bring(plain({}), without=["fatalities_best", "notes"])
    assert only(store)["fatalities_best"] is None and only(store)["notes"] is None
    assert "fatalities_best" not in outcome.plans[0].names


def test_so_is_a_field_that_is_made_of_columns(bring, store):
    bring(files.acled({}), without=["where_precision"])
    assert only(store)["where_precision"] == 2


def test_so_are_actors_of_a_role(bring, store):
    bring(plain({"perpetrator": "Synthetic Group A", "victim": "Somebody invented"},
                extra=["perpetrator", "victim"]), without=["victim"])
    assert [actor["role"] for actor in only(store)["actors"]] == ["perpetrator"]


def test_a_preset_that_is_saved_leaves_them_unread_too(bring):
    outcome = bring(plain({}), without=["notes"])
    saved = to_saved("mine", outcome.plans[0], source=None, licence=None, order=None)
    assert "notes" not in saved.columns


def test_a_dry_run_names_what_would_be_retired_and_what_was_before_is_not_named(bring, store):
    bring(ucdp({"id": 1}, {"id": 2}, {"id": 3}, {"id": 4}, {"id": 5}))
    bring(ucdp({"id": 1}, {"id": 2}, {"id": 3}, {"id": 4}), name="b.csv", full=True)
    dry = bring(ucdp({"id": 1}, {"id": 2}, {"id": 3}), name="c.csv", full=True, dry_run=True)
    assert dry.leaving["source_record_id"].to_pylist() == ["4"]
    assert dry.report.retired == 1
    assert bring(plain({}), name="d.csv", dry_run=True).leaving is None or not bring(
        plain({}), name="d.csv", dry_run=True).leaving.num_rows
