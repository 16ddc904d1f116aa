"""The first answer: its language, its headers, and what it costs."""

from __future__ import annotations

import gzip
import io
import json
from dataclasses import replace

import pytest

from callbacks import bundle
from callbacks.application import create
from data.ingest.options import Options
from data.ingest.run import import_files
from data.store import Store
from tests.support import plain


def test_language_of_the_first_answer(client):
    def lang(**headers):
        return client.get("/", headers=headers).get_data(as_text=True)

    assert '<html lang="en">' in lang()
    assert '<html lang="fr">' in lang(**{"Accept-Language": "fr-ML,fr;q=0.9"})
    assert '<html lang="fr">' in client.get("/?lang=fr").get_data(as_text=True)


def test_the_layout_follows_the_pages_address(client):
    answer = client.get("/_dash-layout", headers={"Referer": "http://localhost/?country=ML&lang=fr"})
    boot = answer.get_json()["props"]["children"][0]["props"]["data"]
    assert boot["lang"] == "fr" and boot["selection"] == "country=ML"


def test_headers(client):
    answer = client.get("/")
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_nothing_is_fetched_from_elsewhere(client):
    page = client.get("/").get_data(as_text=True)
    sources = [part.split('"')[0] for part in page.split('src="')[1:] + page.split('href="')[1:]]
    assert sources and all(source.startswith(("/", "data:")) for source in sources)


def test_own_scripts_and_styles_are_kept_for_good(client):
    for kind in ("js", "css"):
        answer = client.get("/" + bundle.address(kind))
        assert answer.status_code == 200 and "immutable" in answer.headers["Cache-Control"]
    assert client.get("/page/atlas.0.exe").status_code == 404
    assert client.get("/basemap/secrets.0.json").status_code == 404


def test_the_basemap_comes_compressed(client):
    answer = client.get(f"/basemap/labels.{bundle.mark('labels')}.json",
                        headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "labels" in json.loads(gzip.decompress(answer.get_data()))


def test_downloads_hold_the_selection(client, snapshot):
    with client.get("/download/incidents.csv?kind=kidnapping") as answer:
        rows = answer.get_data(as_text=True).splitlines()
        assert "attachment" in answer.headers["Content-Disposition"]
        assert len(rows) - 1 == int(answer.headers["X-Incidents-Written"]) > 0
    with client.get("/download/incidents.geojson?kind=kidnapping") as answer:
        shapes = answer.get_json(force=True)
    assert len(shapes["features"]) == len(rows) - 1
    assert "ynthetic" in shapes["notice"]


@pytest.mark.parametrize(("rules", "left"), [
    ({}, {"open", "silent"}),
    ({"export_unstated": False}, {"open"}),
    ({"export_sensitivity": "restricted"}, {"open", "silent", "secret"}),
])
def test_settings_say_what_leaves_by_a_download(settings, tmp_path, rules, left):
    path, store = tmp_path / "rows.csv", Store(tmp_path / "store")
    path.write_text(plain(
        {"notes": "open", "licence": "CC-BY-4.0"}, {"notes": "silent", "licence": ""},
        {"notes": "secret", "licence": "CC-BY-4.0", "sensitivity": "restricted"},
        extra=("licence", "sensitivity")), encoding="utf-8")
    import_files(store, [path], Options(), settings)
    client = create(replace(settings, **rules), store).server.test_client()
    for form in ("incidents", "table"):
        with client.get(f"/download/{form}.csv?lang=en") as answer:
            text = answer.get_data(as_text=True)
        assert {note for note in ("open", "silent", "secret") if note in text} == left


def test_a_download_that_cannot_be_is_a_sentence(client):
    assert client.get("/download/incidents.xls").status_code == 404
    answer = client.get("/download/incidents.csv?kind=nonsense")
    assert answer.status_code == 400 and answer.get_data(as_text=True).endswith(".")


def test_a_store_without_data_has_a_page_that_says_so(settings, tmp_path):
    client = create(settings, Store(tmp_path)).server.test_client()
    assert client.get("/").status_code == 200
    layout = io.StringIO(client.get("/_dash-layout").get_data(as_text=True)).read()
    assert "There is no data yet" in layout
    assert client.get("/data/none/hexagons.bin").status_code == 410
