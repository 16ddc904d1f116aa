"""The page of a region's profile: what it says, where it leads, and what a bad address gets."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from callbacks.application import create
from callbacks.context import ground_of
from data.evidence.base import committed
from data.ingest.options import Options
from data.ingest.run import import_files
from data.profile import told
from data.profile.area import find
from data.profile.build import build
from data.selection import Selection
from data.store import Store
from tests.support import plain

SECTIONS = ["happened", "trend", "taxation", "corridors", "factors", "relations", "interventions",
            "answers", "sources", "records"]


def read(client, address):
    answer = client.get(address)
    return answer.status_code, answer.get_data(as_text=True)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("unit", ["ML", "ML-7", "BF-12", "KZ"])
def test_every_section_stands_on_the_page_and_in_its_contents(client, unit, language):
    status, page = read(client, f"/region/{unit}?lang={language}")
    assert status == 200
    assert f'<html lang="{language}"' in page
    sections = re.findall(r'<section[^>]* id="([a-z]+)"', page)
    assert [id for id in SECTIONS if id in sections] == [
        id for id in SECTIONS if id != "records" or unit != "KZ" or "records" in sections]
    assert set(re.findall(r'<li><a href="#([a-z]+)">', page)) == set(sections)


def test_every_mark_of_a_claim_leads_to_its_record(client):
    _, page = read(client, "/region/ML-5?lang=en")
    marks = set(re.findall(r'href="#(record-\d+)"', page))
    records = re.findall(r'id="(record-\d+)"', page)
    assert len(records) > 30
    assert marks == set(records)
    assert len(records) == len(set(records))


def test_every_record_names_its_document(client):
    _, page = read(client, "/region/ML-5?lang=en")
    titles = [html.escape(one.title) for one in committed().documents.values()]
    records = re.findall(r'<li id="record-\d+">(.*?)</li>', page, re.DOTALL)
    assert all(any(title in record for title in titles) for record in records)


def test_numbers_on_the_page_are_those_of_the_profile(client, store):
    snapshot = store.require()
    ground = ground_of(snapshot)
    own = build(find(ground, "ML-7"), Selection.of(kind=["kidnapping"]), snapshot, ground).happened
    _, page = read(client, "/region/ML-7?lang=en&kind=kidnapping")
    assert f"{own.incidents} incidents are recorded here" in page
    assert told.apart(own.apart[0], "en").render("en") in page
    for one in own.deaths:
        assert f'<span class="n">{one.best}</span>' in page


def test_what_is_invented_says_so(client):
    _, page = read(client, "/region/ML-7?lang=en")
    assert "it is invented" in page
    _, empty = read(client, "/region/KZ?lang=en")
    assert "it is invented" not in empty


def test_other_units_are_reached_under_the_same_filters(client):
    _, page = read(client, "/region/ML?lang=fr&kind=kidnapping")
    assert 'href="ML-7?kind=kidnapping&amp;lang=fr"' in page
    assert 'href="../?kind=kidnapping&amp;country=ML&amp;lang=fr"' in page


def test_a_filter_by_place_is_said_to_be_left_out(client):
    _, page = read(client, "/region/ML-7?lang=en&country=NE")
    assert "Filters by place are left out" in page
    assert "Filters by place are left out" not in read(client, "/region/ML-7?lang=en")[1]


def test_a_drawn_area_has_a_profile(client):
    status, page = read(client, "/region/area?lang=en&area=circle:-0.04,16.27,60")
    assert status == 200
    assert "within 60 km of" in page
    assert 'href="../?area=circle' in page


@pytest.mark.parametrize("address", ["/region/ML-99", "/region/<script>x",
                                     "/region/ML-7?kind=nonsense", "/region/area"])
def test_an_address_that_means_nothing_gets_a_sentence_and_the_list(client, address):
    status, page = read(client, address + ("&" if "?" in address else "?") + "lang=en")
    assert status == 404
    assert 'role="alert"' in page
    assert "<script>x" not in page
    assert '/region/ML-7?lang=en"' in page


def test_all_units_are_listed(client):
    status, page = read(client, "/region/?lang=fr")
    assert status == 200
    assert '/region/ML-6?lang=fr">Tombouctou</a>' in page
    assert "alert" not in page
    # Accents do not send a name behind all others.
    names = [page.index(f">{name}</a>") for name in ("Danemark", "Égypte", "Espagne", "Zambie")]
    assert names == sorted(names)


@pytest.mark.parametrize(("rules", "listed"), [
    ({}, {"OPEN", "SILENT"}),
    ({"export_unstated": False}, {"OPEN"}),
    ({"export_sensitivity": "confidential"}, {"OPEN", "SILENT", "SECRET"}),
])
def test_what_may_not_be_passed_on_is_counted_and_not_listed(settings, tmp_path, rules, listed):
    path, store = tmp_path / "rows.csv", Store(tmp_path / "store")
    kinds = {"OPEN": ("CC-BY-4.0", "public"), "SILENT": ("", "public"),
             "CLOSED": ("ACLED", "public"), "SECRET": ("CC-BY-4.0", "confidential")}
    path.write_text(plain(*(
        {"place": place, "licence": licence, "sensitivity": sensitivity}
        for place, (licence, sensitivity) in kinds.items()),
        extra=("place", "licence", "sensitivity")), encoding="utf-8")
    import_files(store, [path], Options(), settings)
    client = create(replace(settings, **rules), store).server.test_client()
    _, page = read(client, "/region/ML-7?lang=en")
    assert {place for place in kinds if place in page} == listed
    assert "4 incidents are recorded here" in page
    kept = len(kinds) - len(listed)
    counted = "1 incident that is" if kept == 1 else f"{kept} incidents that are"
    assert f"{counted} counted here may not be passed on" in page
    assert ("it is restricted or confidential" in page) == ("SECRET" not in listed)
    assert "known to the country alone" not in page
