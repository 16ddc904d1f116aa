"""Exports of one source, whole ones among them, end in one state in whatever order they come."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

import hypothesis
from hypothesis import strategies as st

from data import settings as configuration
from data.history import chain
from data.ingest.identity import incident_id
from data.ingest.options import Options
from data.ingest.run import import_files
from data.queries.retired import retired
from data.selection import Selection
from data.store import Store
from tests.support import held, plain

SOURCE = "An invented source"
IDS = ("a", "b", "c")
EXPORT = st.fixed_dictionaries({
    "deaths": st.dictionaries(st.sampled_from(IDS), st.integers(0, 3), min_size=1),
    "full": st.booleans(),
})


def state(folder: Path, exports: list[tuple[int, dict[str, Any]]], *, marked: bool) -> Any:
    """Import exports, each of its own day, in the order given; return all that is held."""
    settings = configuration.load({}, store=folder / "store", demo_store=folder / "demo",
                                  presets=folder / "presets", language="en")
    store = Store(settings.store)
    for position, export in exports:
        day = dt.date(2024, 1, 1 + position)
        rows = [{"id": id, "fatalities": n, "revised": day.isoformat()}
                for id, n in export["deaths"].items()]
        path = folder / f"{position}.csv"
        path.write_text(plain(*rows, extra=["id", "revised"]) if marked else plain(
            *({k: v for k, v in row.items() if k != "revised"} for row in rows), extra=["id"]))
        # Marks tell the order of records; that of whole exports is the day they are of.
        as_of = None if marked and not export["full"] else day
        import_files(store, [path], Options(source=SOURCE, as_of=as_of, full=export["full"],
                                            yes=True), settings)
    snapshot = store.require()
    said = {}
    for id in IDS:
        found = chain.of(snapshot, incident_id(SOURCE, id))
        said[id] = found and [(v.row["fatalities_best"], v.brought.file) for v in found.versions]
    current = {row["source_record_id"]: row["fatalities_best"] for row in held(store)}
    aside = {row["source_record_id"] for row in snapshot.rows(retired(Selection()))}
    return current, aside, said


def expected(exports: list[tuple[int, dict[str, Any]]]) -> Any:
    """Tell without a store what is in force, what is retired, and what was said in turn."""
    values: dict[str, list[int]] = {}
    current: dict[str, int] = {}
    for _, export in sorted(exports, key=lambda pair: pair[0]):
        for id, n in export["deaths"].items():
            if values.setdefault(id, [])[-1:] != [n]:
                values[id].append(n)
        current = ({} if export["full"] else current) | export["deaths"]
    return current, set(values) - set(current), values


@hypothesis.settings(max_examples=8)
@hypothesis.given(exports=st.lists(EXPORT, min_size=2, max_size=3), marked=st.booleans(),
                  data=st.data())
def test_any_order_of_imports_ends_in_the_state_that_the_exports_tell(exports, marked, data):
    numbered = list(enumerate(exports))
    shuffled = data.draw(st.permutations(numbered))
    with tempfile.TemporaryDirectory() as folder:
        current, aside, said = state(Path(folder), shuffled, marked=marked)
    wanted = expected(numbered)
    assert (current, aside) == wanted[:2]
    assert {id: [n for n, _ in versions] for id, versions in said.items() if versions} == wanted[2]
