"""Only our own pages change anything."""

from __future__ import annotations

import pytest
from flask import Flask, jsonify, request

from callbacks import guard
from callbacks.context import Context
from callbacks.guard import HEADER, sent_json

OWN = {HEADER: "1"}


@pytest.fixture
def client(settings, store):
    server = Flask("guarded")
    guard.register(server, Context(settings, store))
    server.add_url_rule("/thing", view_func=lambda: "done", methods=["GET", "POST", "DELETE"])
    server.add_url_rule("/json", "json", lambda: jsonify(sent_json(request)), methods=["POST"])
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


@pytest.mark.parametrize("host", [
    "elsewhere.example", "elsewhere.example:8050", "127.0.0.1.elsewhere.example", "10.0.0.1",
    "localhost.elsewhere.example", "0.0.0.0", "[::2]:8050", "[",
])
def test_a_name_that_others_can_point_at_this_machine_is_answered_nothing(client, host):
    for ask in (client.get, client.post):
        answer = ask("/thing", headers={**OWN, "Host": host, "Origin": f"http://{host}"})
        assert answer.status_code in (400, 421)
        assert b"done" not in answer.data


@pytest.mark.parametrize("host", [
    "localhost", "localhost:8050", "127.0.0.1:8050", "[::1]:8050", "127.0.0.2", "LOCALHOST.",
    "atlas.localhost:8050",
])
def test_every_name_of_this_machine_is_answered(client, host):
    assert client.get("/thing", headers={"Host": host}).status_code == 200


def test_no_other_page_may_hold_ours_in_a_frame(client):
    assert "frame-ancestors 'none'" in client.get("/thing").headers["Content-Security-Policy"]


def test_json_too_deep_to_be_ours_is_none(client):
    answer = client.post("/json", data="[" * 100_000, headers=OWN,
                         content_type="application/json")
    assert (answer.status_code, answer.get_json()) == (200, None)
