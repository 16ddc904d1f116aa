"""The addresses that data comes from: right, cached by content, and clear when they refuse."""

from __future__ import annotations

import datetime as dt
import hashlib

import numpy as np
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from callbacks.content import Bodies, mark_of
from data.queries.hexes import hexes
from data.queries.stats import totals
from data.selection import Selection
from layers import wire
from layers.cells import APART
from layers.registry import LAYERS

EPOCH = dt.date(1970, 1, 1)
DAYS = st.dates(dt.date(2014, 12, 1), dt.date(2026, 2, 1))


def get(client, snapshot, name, query=""):
    answer = client.get(f"/data/{snapshot.id}/{name}.bin?{query}")
    if answer.status_code != 302:
        return answer
    return client.get(answer.headers["Location"].removeprefix("../.."))


@pytest.mark.parametrize("name", [layer.id for layer in LAYERS] + ["cells"])
def test_every_layer_answers(client, snapshot, name):
    answer = get(client, snapshot, name)
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    wire.decode(answer.get_data())


@pytest.mark.parametrize(("name", "query", "status"), [
    ("hexagons", "res=2", 400), ("hexagons", "res=x", 400), ("hexagons", "kind=nonsense", 400),
    ("hexagons", "from=2020-13", 400), ("unheard", "", 404), ("hexagons", "bbox=1,2", 400),
    ("hexagons", "admin1=Nowhere", 400),
])
def test_a_refusal_is_a_sentence(client, snapshot, name, query, status):
    answer = get(client, snapshot, name, query)
    assert answer.status_code == status
    assert answer.get_json()["message"].endswith(".")


def test_data_that_was_replaced_is_gone(client):
    assert client.get("/data/20200101T000000Z-000000/hexagons.bin").status_code == 410


def test_answers_are_compressed(client, snapshot):
    address = client.get(f"/data/{snapshot.id}/hexagons.bin").headers["Location"]
    answer = client.get(address.removeprefix("../.."), headers={"Accept-Encoding": "br"})
    assert answer.headers["Content-Encoding"] == "br"


@pytest.mark.parametrize("name", ["hexagons", "cells"])
def test_the_cube_and_its_outlines_are_called_by_their_content(client, snapshot, name):
    led = client.get(f"/data/{snapshot.id}/{name}.bin?res=4&kind=kidnapping")
    assert led.status_code == 302 and "immutable" in led.headers["Cache-Control"]
    address = led.headers["Location"].removeprefix("../..")
    assert address.startswith(f"/content/{name}.") and address.endswith("?res=4&kind=kidnapping")
    first = client.get(address)
    mark = hashlib.sha256(first.get_data()).hexdigest()
    assert f".{mark[:16]}." in address and "immutable" in first.headers["Cache-Control"]
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304 and not again.get_data()


def test_content_that_the_data_no_longer_gives_is_gone(client, snapshot):
    answer = client.get("/content/hexagons.0123456789abcdef.bin?res=4")
    assert answer.status_code == 410
    assert client.get("/content/incidents.0123456789abcdef.bin").status_code == 410


def test_an_answer_is_made_anew_where_it_is_no_longer_kept():
    bodies = Bodies()
    mark = bodies.keep(b"cube")
    for other in range(20):
        bodies.keep(bytes([other]))
    assert bodies.get(mark, lambda: b"cube") == b"cube"
    assert bodies.get(mark, lambda: b"other") == b"cube"
    assert bodies.get(mark_of(b"gone"), lambda: b"other") is None



@hypothesis_settings(max_examples=25, deadline=None,
                     suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=DAYS, last=DAYS, res=st.integers(3, 9))
def test_a_window_of_the_cube_equals_the_servers_query(client, snapshot, first, last, res):
    first, last = sorted((first, last))
    _, sent = wire.decode(get(client, snapshot, "hexagons", f"res={res}").get_data())
    _, table = wire.decode(get(client, snapshot, "cells", f"res={res}").get_data())
    inside = (sent["start"] <= (last - EPOCH).days) & (sent["end"] >= (first - EPOCH).days)
    placed = inside & (sent["cell"] != APART)
    counts = np.bincount(sent["cell"][placed], sent["n"][placed], len(table["lo"])).astype(int)
    ids = (table["hi"].astype(np.uint64) << np.uint64(32)) | table["lo"]

    selection = Selection(date_from=first, date_to=last)
    expected = {row["cell"]: row["incidents"] for row in snapshot.rows(hexes(selection, res))}
    found = {int(cell): int(n) for cell, n in zip(ids, counts, strict=True) if n}
    apart = int(sent["n"][inside & (sent["cell"] == APART)].sum())
    assert found == {cell: n for cell, n in expected.items() if cell is not None}
    assert apart == expected.get(None, 0)
    assert apart + sum(found.values()) == snapshot.rows(totals(selection))[0]["incidents"]
