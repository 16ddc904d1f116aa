"""What a whole export no longer lists is set aside, and comes back when it is listed again."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from data.errors import UndecidedError
from data.history import chain
from data.ingest.identity import incident_id
from data.queries.retired import retired
from data.selection import Selection
from tests.support import held, plain, ucdp

MAY, JUNE, JULY = (dt.date(2024, month, 1) for month in (5, 6, 7))
ALL = {"a": 1, "b": 2, "c": 3}


def current(store) -> set[str]:
    return {row["source_record_id"] for row in held(store)}


def aside(store) -> set[str]:
    return {row["source_record_id"] for row in store.require().rows(retired(Selection()))}


def test_missing_ones_are_retired_and_undo_restores(export, store):
    export(ALL, "1.csv")
    report = export({"a": 1, "b": 4}, "2.csv", full=True).report
    assert (report.retired, report.as_json()["retired"]) == (1, 1)
    assert (current(store), aside(store)) == ({"a", "b"}, {"c"})
    history = chain.of(store.require(), incident_id("An invented source", "c"))
    assert history.retired.file == "2.csv" and len(history.versions) == 1
    store.undo()
    assert (current(store), aside(store)) == ({"a", "b", "c"}, set())


def test_without_full_nothing_is(export, store):
    export(ALL, "1.csv")
    export({"a": 1, "b": 2}, "2.csv")
    assert current(store) == {"a", "b", "c"}


def test_what_is_listed_again_comes_back(export, store):
    export(ALL, "1.csv")
    export({"a": 1, "b": 2}, "2.csv", full=True)
    report = export({"a": 1, "c": 3}, "3.csv").report
    assert (report.returned, current(store), aside(store)) == (1, {"a", "b", "c"}, set())


@pytest.mark.parametrize("early_first", [True, False])
def test_an_older_export_does_not_bring_it_back(export, store, early_first):
    steps: list[tuple[dict[str, int], str, dict[str, Any]]] = [
        (ALL, "1.csv", {"as_of": MAY}),
        ({"a": 1, "b": 2}, "2.csv", {"as_of": JUNE, "full": True})]
    for said, name, options in steps if early_first else reversed(steps):
        export(said, name, **options)
    assert (current(store), aside(store)) == ({"a", "b"}, {"c"})


def test_a_later_sight_of_it_outlasts_an_older_whole_export(export, store):
    export(ALL, "1.csv", as_of=MAY)
    export(ALL, "3.csv", as_of=JULY)
    report = export({"a": 1, "b": 2}, "2.csv", as_of=JUNE, full=True).report
    assert (report.retired, current(store)) == (0, {"a", "b", "c"})


def test_other_sources_are_left_alone(export, bring, store):
    bring(ucdp({}), "ucdp.csv")
    export(ALL, "1.csv")
    export({"a": 1, "b": 2}, "2.csv", full=True)
    assert current(store) == {"a", "b", "1"}


def test_most_of_a_source_is_retired_only_when_agreed(export, store):
    export(ALL, "1.csv")
    before = store.current_id()
    with pytest.raises(UndecidedError, match=r"2 of its 3 incidents .* --yes"):
        export({"a": 1}, "2.csv", full=True)
    assert store.current_id() == before
    export({"a": 1}, "2.csv", full=True, yes=True)
    assert aside(store) == {"b", "c"}


def test_a_record_that_is_listed_but_unusable_is_not_retired(bring, store):
    said = {"source": "An invented source"}
    bring(plain({"id": "a"}, {"id": "b"}, {"id": "c"}, extra=["id"]), "1.csv", **said)
    bring(plain({"id": "a"}, {"id": "b"}, {"id": "c", "lat": "x"}, extra=["id"]), "2.csv",
          full=True, **said)
    assert current(store) == {"a", "b", "c"}


def test_a_damaged_file_is_no_whole_source(bring, store):
    whole = plain({"id": "a"}, {"id": "b"}, extra=["id"])
    bring(whole, "1.csv", source="x")
    with pytest.raises(UndecidedError, match="without --full"):
        bring(whole[:-4], "2.csv", source="x", full=True)
    assert current(store) == {"a", "b"}


def test_the_same_whole_export_again_is_no_news(export, store):
    export(ALL, "1.csv")
    export({"a": 1, "b": 2}, "2.csv", full=True)
    before = store.current_id()
    report = export({"a": 1, "b": 2}, "2.csv", full=True).report
    assert (report.snapshot, store.current_id()) == (None, before)
