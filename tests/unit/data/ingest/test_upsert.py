"""New, revised, unchanged, merged, or the same identity twice."""

from __future__ import annotations

from tests.support import held, only, ucdp

COUNTS = ("accepted", "updated", "unchanged", "merged", "rejected")


def counts(outcome) -> dict[str, int]:
    report = outcome.report.files[0]
    assert report.rows_read == sum(getattr(report, name) for name in COUNTS)
    return {name: value for name in COUNTS if (value := getattr(report, name))}


def test_a_revision_replaces_what_was_said(bring, store):
    bring(ucdp({"best": 3}, {}))
    assert counts(bring(ucdp({"best": 5}, {}, {}))) == {
        "accepted": 1, "updated": 1, "unchanged": 1}
    assert [row["fatalities_best"] for row in held(store)] == [5, 2, 2]


def test_a_record_that_is_gone_stays(bring, store):
    bring(ucdp({}, {}))
    assert counts(bring(ucdp({}))) == {"unchanged": 1}
    assert len(held(store)) == 2


def test_the_same_again_is_merged_and_a_contradiction_rejected(bring, store):
    outcome = bring(ucdp({"id": 1}, {"id": 1}, {"id": 1, "best": 9}, {"id": 2}, {"id": 1}))
    assert counts(outcome) == {"accepted": 2, "merged": 2, "rejected": 1}
    (reject,) = outcome.rejects
    assert (reject.record, reject.reasons) == (3, ("duplicate_id",))
    assert held(store)[0]["fatalities_best"] == 2


def test_a_bad_first_record_leaves_its_identity_to_the_next(bring, store):
    outcome = bring(ucdp({"id": 1, "latitude": "x"}, {"id": 1, "best": 9}))
    assert counts(outcome) == {"accepted": 1, "rejected": 1}
    assert only(store)["fatalities_best"] == 9


def test_importing_twice_publishes_once(bring, store):
    bring(ucdp({}, {"latitude": "x"}))
    before = store.current_id()
    outcome = bring(ucdp({}, {"latitude": "x"}))
    assert counts(outcome) == {"unchanged": 1, "rejected": 1}
    assert store.current_id() == before
    assert outcome.report.snapshot is None
