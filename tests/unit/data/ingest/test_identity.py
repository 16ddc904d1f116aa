"""What makes a record itself."""

from __future__ import annotations

import hashlib

from data.ingest.identity import NOT_CONTENT, incident_id, incident_id_column
from data.model import SCHEMA
from tests.support import held, plain, ucdp


def ids(store) -> list[str]:
    return sorted(row["source_record_id"] for row in held(store))


def test_an_identity_is_a_hash_of_source_and_record(compute):
    expected = hashlib.sha256("Sourcé\x1f7".encode()).hexdigest()[:20]
    assert incident_id("Sourcé", "7") == expected
    import ibis

    assert compute(lambda t: incident_id_column(ibis.literal("Sourcé"), t), ["7"]) == [expected]


def test_source_and_record_do_not_run_into_each_other():
    assert incident_id("a", "bc") != incident_id("ab", "c")


def test_what_follows_from_boundaries_is_no_content():
    assert set(NOT_CONTENT) <= set(SCHEMA.names)
    assert not {"lat", "date_start", "notes", "licence", "named_admin0"} & NOT_CONTENT


def test_identical_rows_without_an_identifier_stay_apart(bring, store):
    row = {"notes": "the same"}
    report = bring(plain(row, row, {"notes": "another"}, row)).report.files[0]
    assert (report.accepted, report.merged) == (4, 0)
    assert sum(i.endswith("-3") for i in ids(store)) == 1
    again = bring(plain(row, row, {"notes": "another"}, row)).report.files[0]
    assert (again.unchanged, again.accepted) == (4, 0)


def test_order_does_not_change_identities(bring, store):
    one, two = {"notes": "one"}, {"notes": "two"}
    bring(plain(one, two, one))
    report = bring(plain(two, one, one)).report.files[0]
    assert (report.unchanged, report.accepted) == (3, 0)


def test_another_file_name_is_another_source(bring, store):
    bring(plain({}), name="a.csv")
    assert bring(plain({}), name="b.csv").report.files[0].accepted == 1
    assert bring(plain({}), name="c.csv", source="a.csv").report.files[0].unchanged == 1
    assert {row["source"] for row in held(store)} == {"a.csv", "b.csv"}


def test_a_sources_own_identifier_goes_before_the_file_name(bring, store):
    bring(ucdp({"id": "77"}), name="a.csv")
    assert bring(ucdp({"id": "77"}), name="b.csv").report.files[0].unchanged == 1
    assert ids(store) == ["77"]
