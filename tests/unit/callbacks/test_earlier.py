"""The link of an old export: what changed since is told, and the page is shown as it was."""

from __future__ import annotations

import pytest

from callbacks.application import create
from data import settings as configuration
from data.ingest.options import Options
from data.ingest.run import import_files
from data.manifest.mark import Mark, dated
from data.store import Store
from tests.support import plain

EXTRA = ["id"]


@pytest.fixture
def settings(tmp_path):
    """Settings whose store is the test's own."""
    return configuration.load({}, store=tmp_path / "store", language="en")


@pytest.fixture
def states(settings, tmp_path):
    """Two states of a store; the later one has an incident more, and one that is revised."""
    def load(name, *rows, kept=5):
        (tmp_path / name).write_text(plain(*rows, extra=EXTRA))
        import_files(Store(settings.store, kept), [tmp_path / name], Options(source="S"), settings)
        return Mark.of(Store(settings.store).require())

    first = load("1.csv", {"id": "a"}, {"id": "b"})
    return first, lambda kept=5: load("2.csv", {"id": "a", "fatalities": 5}, {"id": "c"}, kept=kept)


@pytest.fixture
def ask(settings):
    client = create(settings, Store(settings.store)).server.test_client()

    def run(path, page=""):
        headers = {"Host": "localhost", "Referer": f"http://localhost/?{page}"}
        return client.get(path, headers=headers)

    return run


def test_a_mark_is_short_and_comes_back(states):
    mark = states[0]
    assert Mark.read(str(mark)) == mark and len(str(mark)) < 30
    assert dated("kind=kidnapping", mark) == f"kind=kidnapping&as={mark}"
    assert dated("", None) == "" and Mark.read("20260101") is None


def test_nothing_is_offered_while_the_data_is_the_same(states, ask):
    assert ask(f"/earlier.json?as={states[0]}").json == {"same": True}
    assert ask("/earlier.json?as=nonsense").json == {"same": True}


def test_the_difference_is_a_sentence(states, ask):
    first, later = states
    later()
    told = ask(f"/earlier.json?as={first}").json
    assert told["kept"] and told["says"] == "2 incidents then, 3 now: 1 added; 1 revised."
    told = ask(f"/earlier.json?as={first}&kind=cattle_theft&lang=fr").json
    assert "0" in told["says"]


def test_it_is_told_from_the_history_where_the_data_is_gone(states, ask):
    first, later = states
    later(kept=1)
    told = ask(f"/earlier.json?as={first}").json
    assert not told["kept"] and told["says"] == "2 incidents then, 3 now: 1 added; 1 revised."
    told = ask(f"/earlier.json?as={str(first)[:-1]}9").json
    assert "cannot be told" in told["says"]


def test_requests_of_a_page_as_it_was_are_answered_from_then(states, ask, settings):
    first, later = states
    old = Store(settings.store).current_id()
    later()
    new = Store(settings.store).current_id()
    assert ask(f"/data/{old}/incidents.bin").status_code == 410
    assert ask(f"/data/{old}/incidents.bin", f"was={first}").status_code == 200
    assert ask(f"/data/{new}/incidents.bin", f"was={first}").status_code == 410
    assert ask(f"/data/{new}/incidents.bin", f"as={first}").status_code == 200


def test_who_writes_goes_on_from_the_newest(states, settings):
    from callbacks.earlier import Pinned

    first, later = states
    later()
    store = Pinned.of(Store(settings.store))
    server = create(settings, store).server
    with server.test_request_context(f"/?was={first}"):
        assert store.current().id != store.current_id() == store.newest().id
        with store.building() as writer:
            assert writer._parent == store.current_id()
