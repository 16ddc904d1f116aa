"""Rows set against the store and against earlier files of the same import."""

from __future__ import annotations

import pytest

from data.evidence.pending import Pending
from data.evidence.stored import table_name
from data.store import Store


def place(id: str, name: str = "Somewhere") -> dict[str, str]:
    return {"id": id, "name_en": name, "flags": "[]"}


@pytest.fixture
def writer(tmp_path):
    store = Store(tmp_path / "store")
    with store.building() as first:
        pending = Pending(first)
        pending.add("places", [place("a"), place("b")])
        first.publish(pending.tables(), {})
    with store.rehearsing() as opened:
        yield opened


def names(writer, pending):
    found = writer.fetch(pending.tables()[table_name("places")]).to_pylist()
    return {row["id"]: row["name_en"] for row in found}


def test_rows_are_told_by_what_the_store_holds(writer):
    pending = Pending(writer)
    assert pending.add("places", [place("a"), place("b", "Elsewhere"), place("c")]) == [
        "unchanged", "updated", "accepted"]
    assert names(writer, pending) == {"a": "Somewhere", "b": "Elsewhere", "c": "Somewhere"}


def test_a_second_file_is_set_against_the_first(writer):
    pending = Pending(writer)
    pending.add("places", [place("c")])
    assert pending.add("places", [place("c"), place("a")]) == ["unchanged", "unchanged"]
    assert pending.add("places", [place("c", "Elsewhere")]) == ["updated"]
    assert names(writer, pending)["c"] == "Elsewhere"


def test_nothing_changed_is_no_news(writer):
    pending = Pending(writer)
    pending.add("places", [place("a")])
    assert not pending.news and pending.tables() == {}


def test_withdrawn_rows_leave_the_table(writer):
    pending = Pending(writer)
    pending.withdraw("places", ["a"])
    assert pending.news and names(writer, pending) == {"b": "Somewhere"}
    assert pending.ids("places") == {"b"}


def test_a_withdrawn_row_may_come_again(writer):
    pending = Pending(writer)
    pending.withdraw("places", ["a"])
    assert pending.add("places", [place("a")]) == ["accepted"]
    assert set(names(writer, pending)) == {"a", "b"}


def test_an_id_of_a_committed_record_is_taken(writer):
    pending = Pending(writer, lambda table: frozenset({"ours"}))
    assert pending.add("places", [place("ours")]) == ["id_taken"]
    assert not pending.news
