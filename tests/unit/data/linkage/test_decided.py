"""Verdicts: joined by a person alone, sound together, and taken back by undo."""

from __future__ import annotations

import datetime as dt

import ibis
import pyarrow as pa
import pytest

from data.errors import UsageError
from data.linkage.candidates import of_incident, of_selection
from data.linkage.decide import Verdict, decide
from data.linkage.decided import decided, events
from data.linkage.health import checks
from data.linkage.schema import LINKS, LINKS_TABLE
from data.selection import Selection
from data.store import Store
from tests.unit.data.linkage.conftest import record, twin


@pytest.fixture
def three(keep, tmp_path):
    """A store with one event told by three sources."""
    keep(record("a"), twin("b"), record("c", source="C"))
    return Store(tmp_path / "kept")


def offered(store):
    return {(one.a, one.b) for one in of_selection(store.require(), Selection())}


def test_nothing_is_joined_by_itself(three):
    assert offered(three) == {("a", "b"), ("a", "c"), ("b", "c")}
    assert decided(three.require()).clusters() == []


@pytest.mark.parametrize("same", [True, False])
def test_a_decided_pair_is_not_offered_again(three, same):
    decide(three, Verdict("b", "a", same, by="analyst", note="why"))
    assert offered(three) == {("a", "c"), ("b", "c")}
    assert ("a", "b") not in {(c.a, c.b) for c in of_incident(three.require(), "a")}
    (row,) = decided(three.require()).links.values()
    assert (row["incident_id_a"], row["incident_id_b"]) == ("a", "b")
    assert (row["by"], row["note"]) == ("analyst", "why")


def test_pairs_that_are_one_event_make_a_cluster_and_settle_the_third(three):
    decide(three, Verdict("a", "b"))
    decide(three, Verdict("b", "c"))
    assert decided(three.require()).clusters() == [frozenset("abc")]
    assert offered(three) == set()


def test_a_later_verdict_replaces_an_earlier_one_and_undo_takes_it_back(three):
    decide(three, Verdict("a", "b"))
    decide(three, Verdict("a", "b", same=False))
    assert decided(three.require()).clusters() == []
    three.undo()
    assert decided(three.require()).clusters() == [frozenset("ab")]


@pytest.mark.parametrize("last", [Verdict("a", "c", same=False), Verdict("c", "a", same=False)])
def test_verdicts_that_contradict_others_are_refused(three, last):
    decide(three, Verdict("a", "b"))
    decide(three, Verdict("b", "c"))
    before = three.current_id()
    with pytest.raises(UsageError, match="both the same event and different"):
        decide(three, last)
    assert three.current_id() == before


def test_joining_what_was_held_apart_by_a_chain_is_refused(three):
    decide(three, Verdict("a", "c", same=False))
    decide(three, Verdict("a", "b"))
    with pytest.raises(UsageError, match="decided"):
        decide(three, Verdict("b", "c"))


@pytest.mark.parametrize(("one", "other"), [("a", "nobody"), ("a", "a")])
def test_a_verdict_is_on_two_incidents_that_there_are(three, one, other):
    with pytest.raises(UsageError):
        decide(three, Verdict(one, other))


def test_verdicts_outlive_the_next_snapshot(three):
    decide(three, Verdict("a", "b"))
    with three.building() as writer:
        writer.publish({}, about={})
    assert decided(three.require()).joined("a", "b")


def test_chains_join_whatever_their_order():
    found = events([("a", "b"), ("c", "d"), ("b", "c"), ("x", "y")])
    assert found["a"] == found["d"] == frozenset("abcd")
    assert found["x"] == frozenset("xy")


def test_a_store_whose_verdicts_contradict_fails_its_check(three):
    at = {"by": None, "note": None, "at": dt.datetime(2024, 1, 1)}
    rows = [("a", "b", "same"), ("b", "c", "same"), ("a", "c", "different"), ("z", "y", "perhaps")]
    table = pa.Table.from_pylist(
        [{"incident_id_a": a, "incident_id_b": b, "verdict": said, **at} for a, b, said in rows],
        LINKS.to_pyarrow())
    with three.building() as writer:
        writer.publish({LINKS_TABLE: ibis.table(LINKS, name=writer.stage(table))}, about={})
    assert {name: bad for name, _, bad in checks(three.require())} == {
        "verdicts": 1, "contradictions": 1}


def test_sound_verdicts_pass(three):
    assert list(checks(three.require())) == []
    decide(three, Verdict("a", "b"))
    assert [bad for *_, bad in checks(three.require())] == [0, 0]
