"""The search answers places, regions, actors and words; nothing of it is kept."""

from __future__ import annotations

import pytest

from callbacks import search
from callbacks.search import found


def groups(context, text, query=""):
    return {one["id"]: one["items"] for one in found(context, text, query, "en")["groups"]}


def test_a_place_a_region_and_words_are_found_apart(context):
    told = groups(context, "Gao")
    assert told["places"][0]["label"] == "Gao" and told["places"][0]["does"] == "place"
    assert told["units"][0]["id"] == "ML-7" and len(told["units"][0]["bounds"]) == 4
    assert told["words"][0]["does"] == "text"
    assert sum(map(len, told.values())) <= 20


def test_another_name_is_said_beside_the_own_one(context):
    assert groups(context, "Tombouctou")["units"][0]["label"] == "Timbuktu (Tombouctou)"


def test_an_actor_comes_with_its_incidents(context):
    one = groups(context, "armed")["actors"][0]
    assert one["does"] == "actor" and "incident" in one["says"]


def test_words_are_counted_within_the_filters(context):
    whole = groups(context, "herd")["words"][0]["says"]
    none = groups(context, "herd", "kind=kidnapping&from=1900&to=1901")["words"][0]["says"]
    assert whole != none == "0 incidents"


def test_notes_are_not_read_for_two_letters_or_a_large_store(context, monkeypatch):
    assert "press Enter" in groups(context, "he")["words"][0]["says"]
    monkeypatch.setattr(search, "COUNTED_AT_ONCE", 10)
    assert "press Enter" in groups(context, "herd")["words"][0]["says"]


def test_nothing_typed_finds_nothing(context):
    assert groups(context, "") == groups(context, " g ") == {}


def test_the_answer_is_not_kept_and_strangers_are_refused(client):
    asked = {"json": {"q": "Gao", "selection": "near=unknown:5"}}
    answer = client.post("/search?lang=en", headers={"X-Atlas": "1"}, **asked)
    assert answer.headers["Cache-Control"] == "no-store" and answer.get_json()["groups"]
    assert client.post("/search", **asked).status_code == 403


@pytest.mark.parametrize("given", [None, [], "x", {"q": 5}, {"q": "Gao", "selection": []}])
def test_a_request_of_another_form_does_no_harm(client, given):
    assert client.post("/search", json=given, headers={"X-Atlas": "1"}).status_code == 200
