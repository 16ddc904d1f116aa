"""The page's packages: what is shown, as an archive."""

from __future__ import annotations

import io
import json
import zipfile

import pyogrio
import pytest

from callbacks.application import create
from data.packages.order import FORMS
from data.queries.stats import totals
from data.selection import Selection


@pytest.fixture(scope="module")
def client(settings, store):
    return create(settings, store).server.test_client()


def fetched(client, address):
    with client.get(address) as answer:
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return answer.headers, zipfile.ZipFile(io.BytesIO(answer.get_data()))


def test_a_package_holds_the_selection_and_the_window(client, store):
    wanted = Selection.of(kind=["kidnapping"], from_="2018", to="2021")
    shown = store.require().rows(totals(wanted))[0]["incidents"]
    headers, archive = fetched(
        client, "/download/package/csv?kind=kidnapping&window=2018-01-01,2021-12-31&lang=fr")
    assert headers["Content-Disposition"].endswith("incidents-csv.zip")
    assert int(headers["X-Incidents-Written"]) == shown > 0
    told = json.loads(archive.read("metadata.json"))["atlas"]
    assert told["selection"] == wanted.to_query() and told["language"] == "fr"
    assert "SYNTH" in archive.read("README.md").decode().upper()


def test_a_map_holds_the_layers_that_are_on_at_the_size_chosen(client, tmp_path):
    _, archive = fetched(client, "/download/package/gpkg?layers=hexagons:85,corridors&res=3")
    path = tmp_path / "x.gpkg"
    path.write_bytes(archive.read("incidents.gpkg"))
    names = [name for name, _ in pyogrio.list_layers(path)]
    assert {"hexagons_areas", "corridors_lines"} <= set(names)
    assert not any(name.startswith("coarse") for name in names)
    cells = pyogrio.read_dataframe(path, layer="hexagons_areas")["cell"]
    assert {cell[1] for cell in cells} == {"3"}


def test_the_page_offers_every_form(client):
    layout = client.get("/_dash-layout").get_data(as_text=True)
    assert [form for form in FORMS if f'"package-{form}"' not in layout] == []


def test_what_cannot_be_is_a_sentence(client):
    assert client.get("/download/package/doc").status_code == 404
    answer = client.get("/download/package/csv?kind=nonsense")
    assert answer.status_code == 400 and answer.get_data(as_text=True).endswith(".")
