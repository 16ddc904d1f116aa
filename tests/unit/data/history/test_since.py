"""What changed between two states of the data; an earlier state put together from history."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from data.history.earlier import Earlier
from data.history.since import since
from data.ingest.options import Options
from data.ingest.run import import_files
from data.manifest.numbers import imports, numbers
from data.selection import Selection
from data.store import Store
from tests.support import plain

EVERY = Selection()


@pytest.fixture(scope="module")
def states(tmp_path_factory):
    """Three states of a source: the second revises, adds and moves, the third is a whole export
    that lacks one."""
    from data import settings as configuration

    folder = tmp_path_factory.mktemp("states")
    settings = configuration.load({}, store=folder / "store", language="en")
    store = Store(settings.store, kept=9)

    def load(name: str, *rows: dict[str, Any], **options: Any) -> Any:
        (folder / name).write_text(plain(*rows, extra=["id"]), encoding="utf-8")
        import_files(store, [folder / name], Options(source="S", **options), settings)
        return Store(settings.store).require()

    first = load("1.csv", {"id": "a"}, {"id": "b"}, {"id": "c", "country": "Niger", "lat": 14.5,
                                                    "lon": 2.0})
    second = load("2.csv", {"id": "a", "fatalities": 7}, {"id": "d", "kind": "cattle_theft"},
                  {"id": "b", "kind": "cattle_theft"})
    third = load("3.csv", {"id": "a", "fatalities": 7}, {"id": "d", "kind": "cattle_theft"},
                 {"id": "c", "country": "Niger", "lat": 14.5, "lon": 2.0}, full=True, yes=True)
    return first, second, third


def test_ways_are_told_by_kind(states):
    first, second, third = states
    found = since(first, second, EVERY)
    assert (found.then, found.now) == (3, 4)
    assert found.changes == {"cattle_theft": Counter(added=1, revised=1),
                             "kidnapping": Counter(revised=1)}
    assert since(second, third, EVERY).total == Counter(retired=1)
    assert since(third, third, EVERY).changes == {}


def test_what_leaves_a_selection_is_told_from_what_is_retired(states):
    first, second, third = states
    kidnapping = Selection(kinds=("kidnapping",))
    assert since(first, second, kidnapping).total == Counter(revised=1, left=1)
    assert since(first, third, kidnapping).total == Counter(revised=1, retired=1)
    assert since(first, second, Selection(kinds=("cattle_theft",))).total == Counter(
        added=1, entered=1)


@pytest.mark.parametrize("selection", [EVERY, Selection(kinds=("kidnapping",)),
                                       Selection(countries=("NE",))])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_history_gives_the_very_data_of_an_earlier_state(states, place, selection):
    then, now = states[place], states[-1]
    view = Earlier(now, imports(then), then.id)
    assert numbers(view, selection) == numbers(then, selection)
    assert imports(view) == imports(then)


def test_without_any_import_nothing_was_there(states):
    assert numbers(Earlier(states[-1], (), "none"), EVERY).incidents == 0
