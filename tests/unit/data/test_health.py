"""What `check` finds wrong, each by a store that is wrong in that way."""

from __future__ import annotations

import datetime as dt

import ibis
import pyarrow as pa
import pytest

from data.health import examine
from data.hexes import number
from data.model import SCHEMA, TABLE

GOOD = {"incident_id": "a", "kind": "kidnapping", "licence": "cc-by-4.0", "sensitivity": "public",
        "date_start": dt.date(2019, 1, 1), "date_end": dt.date(2019, 1, 2), "lat": 16.27,
        "lon": -0.04, "where_precision": 2, "cell": number("8458c49ffffffff")}


def publish(store, *rows):
    with store.building() as writer:
        name = writer.stage(pa.Table.from_pylist([{**GOOD, **r} for r in rows],
                                                 SCHEMA.to_pyarrow()))
        tables = {n: writer.previous(n) for n in ("imports", "rejects")}
        writer.publish({TABLE: ibis.table(SCHEMA, name=name), **tables}, about={})


def bad(store) -> set[str]:
    return {finding.name for finding in examine(store) if not finding.good}


@pytest.fixture(autouse=True)
def _right_cell():
    import h3

    GOOD["cell"] = number(h3.latlng_to_cell(GOOD["lat"], GOOD["lon"], 4))


def test_a_good_store_passes_every_check(store):
    pointless = {"lat": None, "lon": None, "cell": None, "where_precision": 6}
    publish(store, {}, {"incident_id": "b", **pointless})
    assert bad(store) == set()
    assert len(examine(store)) == 19


def test_the_demonstration_passes_every_check(demo_store):
    assert bad(demo_store) == set()


def test_an_empty_store_fails_with_a_sentence(store):
    (finding,) = examine(store)
    assert (finding.name, finding.good) == ("opens", False)
    assert "import a file" in finding.says.render("en")


@pytest.mark.parametrize(("change", "names"), [
    ({"kind": "piracy"}, {"kinds"}),
    ({"kind": None}, {"kinds"}),
    ({"licence": "wtfpl"}, {"licences"}),
    ({"sensitivity": "secret"}, {"sensitivity"}),
    ({"date_end": dt.date(2018, 1, 1)}, {"dates"}),
    ({"date_start": None}, {"dates"}),
    ({"lon": None, "cell": None}, {"coordinates"}),
    ({"lat": 91.0, "where_precision": 5, "cell": None}, {"coordinates"}),
    ({"where_precision": 8, "cell": None}, {"precision"}),
    ({"where_precision": 3}, {"coarse", "cells"}),
    ({"where_precision": 1}, {"cells"}),
    ({"lat": 15.0}, {"cells"}),
    ({"cell": None}, {"cells"}),
])
def test_a_wrong_row_fails_its_check(store, change, names):
    publish(store, {}, {"incident_id": "b", **change})
    assert bad(store) == names


def test_a_repeated_identity_is_found(store):
    publish(store, {}, {})
    assert bad(store) == {"identity"}


def test_a_file_that_is_no_snapshot_is_a_finding(store):
    publish(store, {})
    store.snapshots()[0].path.write_bytes(b"not a snapshot" * 1000)
    assert bad(store) == {"opens"}
