"""Exports kept by name from the page: listed, repeated with their dates moved on, deleted."""

from __future__ import annotations

import time

import pytest

from callbacks.guard import HEADER

OURS = {HEADER: "1"}
PAGE = "country=ML&window=2019-01-01,2019-01-31&lang=en"


@pytest.fixture
def keep(client):
    def kept(name, **given):
        return client.post("/export/kept", headers=OURS, json={
            "page": PAGE, "form": "csv", "name": name, **given})

    yield kept
    for one in client.get("/export/kept").get_json():
        client.delete(f"/export/kept/{one['name']}", headers=OURS)


def test_a_kept_export_is_made_for_the_last_month_that_the_data_holds_whole(client, keep):
    (told,) = keep("monthly-gao").get_json()
    assert told["says"].startswith("CSV · All kinds of incident · Mali")
    assert told["window"] == "Nov 2025"
    job = client.post("/export/kept/monthly-gao?lang=en", headers=OURS, json={}).get_json()
    for _ in range(200):
        if job["state"] == "done":
            break
        time.sleep(0.05)
        job = client.get(f"/export/jobs/{job['token']}").get_json()
    assert job["files"][0]["name"] == "monthly-gao-2025-11.zip"


def test_a_name_is_replaced_only_when_it_is_asked_twice(keep):
    keep("mine")
    again = keep("mine", form="pdf")
    assert again.status_code == 409 and again.get_json()["field"] == "name"
    (told,) = keep("mine", form="pdf", instead="1").get_json()
    assert told["says"].startswith("PDF")


@pytest.mark.parametrize("name", ["", "Été", "../x", "a" * 61, "con"])
def test_a_name_that_is_none_is_told_at_its_field(keep, name):
    refused = keep(name)
    assert refused.status_code == 400 and refused.get_json()["field"] == "name"


def test_what_is_deleted_is_gone(client, keep):
    keep("mine")
    assert client.delete("/export/kept/mine", headers=OURS).get_json() == []
    assert client.post("/export/kept/mine", headers=OURS, json={}).status_code == 400
    assert client.delete("/export/kept/mine").status_code == 403
