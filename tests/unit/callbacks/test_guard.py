"""Only our own pages change anything."""

from __future__ import annotations

import pytest
from flask import Flask

from callbacks import guard
from callbacks.context import Context
from callbacks.guard import HEADER

OWN = {HEADER: "1"}


@pytest.fixture
def client(settings, store):
    server = Flask("guarded")
    guard.register(server, Context(settings, store))
    server.add_url_rule("/thing", view_func=lambda: "done", methods=["GET", "POST", "DELETE"])
    return server.test_client()


@pytest.mark.parametrize("headers", [
    OWN, {**OWN, "Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"},
])
def test_our_own_pages_may_change_something(client, headers):
    assert client.post("/thing", headers=headers).status_code == 200
    assert client.delete("/thing", headers=headers).status_code == 200


@pytest.mark.parametrize("headers", [
    {}, {"Origin": "http://localhost"}, {**OWN, "Origin": "http://elsewhere.example"},
    {**OWN, "Origin": "null"}, {**OWN, "Origin": "http://localhost:81"},
    {**OWN, "Sec-Fetch-Site": "cross-site"}, {**OWN, "Sec-Fetch-Site": "same-site"},
])
def test_others_are_refused_with_a_sentence(client, headers):
    for change in (client.post, client.delete):
        answer = change("/thing", headers=headers)
        assert answer.status_code == 403
        assert answer.get_json()["message"].endswith("Use the page itself.")


def test_questions_are_free(client):
    assert client.get("/thing", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200
