"""The page of one incident asks plain addresses, which refuse other sites and explain why."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

import app
from callbacks.guard import HEADER
from data import settings as configuration
from data.ingest.entry.known import known
from data.ingest.identity import incident_id
from data.model import incidents
from data.store import Store
from tests.support import held, only, plain

SOURCE = "An invented source"
A = incident_id(SOURCE, "a")
HOSTILE = "</script><img src=x onerror=alert(1)>"
TEXTS = {"source": SOURCE, "source_record_id": "a", "date_start": "2019-03-07", "lat": "16.27",
         "lon": "-0.04", "country": "Mali", "where_precision": "1", "kind": "kidnapping"}


@pytest.fixture
def settings(tmp_path):
    """Settings whose folders are the test's own."""
    return configuration.load({}, store=tmp_path / "store", demo_store=tmp_path / "demo",
                              uploads=tmp_path / "uploads", language="en")


@pytest.fixture
def store(settings):
    """A store of the test's own, not the demonstration's."""
    return Store(settings.store)


@pytest.fixture
def client(settings, store):
    return app.create_app(settings, store).server.test_client()


def post(client, path, **sent):
    answer = client.post(f"/incident/{path}?lang=en", json=sent, headers={HEADER: "1"})
    return answer.status_code, answer.get_json()


def told(client, path):
    answer = client.get(f"/incident/{path}")
    found = re.search(r'id="told">(.*?)</script>', answer.get_data(as_text=True), re.S)
    return answer.status_code, json.loads(found[1])


def test_a_check_tells_in_words_and_writes_nothing(client, store):
    status, found = post(client, "check", texts=TEXTS, actors=[
        {"name": "Some men", "role": "perpetrator"}, {"name": " ", "role": "party"},
        {"name": "Nobody", "role": "no such role"}])
    assert (status, found["status"], found["heading"]) == (200, "accepted",
                                                           "Kidnapping for ransom")
    assert ["Actors", "Some men (perpetrator)"] in found["facts"]
    assert store.current_id() is None


def test_problems_stand_beside_their_fields(client):
    _, found = post(client, "check", texts=TEXTS | {"lat": "north", "date_start": ""})
    assert {one["field"] for one in found["problems"]} == {"lat", "date_start"}
    assert all(one["label"] and one["message"] for one in found["problems"])


def test_what_is_saved_has_a_page_with_its_history(client, store):
    status, found = post(client, "save", texts=TEXTS | {"notes": HOSTILE}, expected="")
    assert (status, found["saved"], found["id"]) == (200, True, A)
    page, said = told(client, A)
    assert (page, said["values"]["notes"], said["history"]["says"]) == (200, HOSTILE,
                                                                       "Never revised.")
    mark = said["known"]["mark"]
    post(client, "save", texts=said["values"] | {"victims": "2"}, expected=mark, reason="seen")
    _, said = told(client, A)
    assert said["history"]["versions"][1]["brought"].endswith(": seen")
    assert post(client, "save", texts=TEXTS, expected=mark)[0] == 409


def test_a_record_is_retired_and_brought_back(client, store):
    post(client, "save", texts=TEXTS, expected="")
    mark = known(store.current(), A).mark
    assert post(client, f"{A}/retire", expected=mark, reason="twice")[0] == 200
    assert held(store) == []
    _, said = told(client, A)
    assert said["known"]["withdrawn"] and said["history"]["retired"].endswith(": twice")
    assert post(client, f"{A}/restore", expected=said["known"]["mark"])[0] == 200
    assert only(store)["incident_id"] == A


def test_other_sites_and_odd_requests_are_refused(client, store):
    assert client.post("/incident/save", json={"texts": TEXTS}).status_code == 403
    assert client.post("/incident/save", json={"texts": TEXTS}, headers={
        HEADER: "1", "Origin": "http://elsewhere.example"}).status_code == 403
    odd: list[Any] = [[], {"texts": []}, {"texts": TEXTS, "actors": 5}]
    for sent in odd:
        answer = client.post("/incident/check", json=sent, headers={HEADER: "1"})
        assert (answer.status_code, bool(answer.get_json()["message"])) == (400, True)
    assert store.current_id() is None


def test_an_unknown_record_is_said_to_be(client):
    status, said = told(client, "0123")
    assert (status, said["gone"]) == (404, True)


def test_the_empty_form_takes_a_point_from_its_address(client):
    _, said = told(client, "new?lat=16.2&lon=-0.1&notes=no")
    assert (said["values"]["lat"], said["values"]["lon"]) == ("16.2", "-0.1")
    assert "notes" not in said["values"]


@pytest.mark.parametrize(("precision", "rings"), [(1, 0), (4, 1), (6, 1), (7, 0)])
def test_a_point_is_located_with_the_outline_of_what_is_known(client, precision, rings):
    said = client.get(f"/incident/where?lat=16.27&lon=-0.04&precision={precision}&named=Niger"
                      ).get_json()
    assert said["says"] == "Gao, Mali"
    assert said["conflict"] is True
    assert min(len(said["outline"]), 1) == rings
    assert client.get("/incident/where?lat=x&lon=1").status_code == 400


def test_places_are_found_by_name_within_a_country(client):
    found = client.get("/incident/places?name=Gao&country=Mali").get_json()["places"]
    assert (found[0]["name"], round(found[0]["lat"], 1)) == ("Gao", 16.3)
    assert client.get("/incident/places?name=Gao").get_json()["places"] is None
    assert client.get("/incident/places?name=Xyzzyqq&country=Mali").get_json()["places"] == []


def test_a_correction_in_the_form_shows_news_of_the_source(client, store, bring):
    bring(plain({"id": "a", "fatalities": 3}, extra=["id"]), source=SOURCE)
    values = known(store.current(), A).texts
    post(client, "save", texts=values | {"fatalities_best": "5"},
         expected=known(store.current(), A).mark)
    bring(plain({"id": "a", "fatalities": 4}, extra=["id"]), name="next.csv", source=SOURCE)
    _, said = told(client, A)
    assert said["history"]["unheeded"][0]["values"]["fatalities_best"] == "4"
    assert "revised this record" in said["known"]["flags"][0]["says"]


def test_beside_the_demonstration_an_entry_goes_into_a_store_of_ones_own(settings, demo_store):
    client = app.create_app(settings, demo_store).server.test_client()
    shown = demo_store.require().rows(incidents().limit(1))[0]["incident_id"]
    _, said = told(client, shown)
    assert (said["locked"], said["demonstration"]) == (True, True)
    assert post(client, f"{shown}/retire", expected=said["known"]["mark"])[0] == 400
    assert post(client, "save", texts=TEXTS, expected="")[1]["saved"] is True
    assert only(Store(settings.store))["incident_id"] == A
    assert told(client, A)[1]["demonstration"] is False
