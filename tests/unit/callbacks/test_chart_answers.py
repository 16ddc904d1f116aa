"""Charts' addresses: right, kept for good, and clear when they refuse."""

from __future__ import annotations

import pytest

from data.queries.charts import DIMENSIONS
from data.queries.stats import totals
from data.selection import Selection


def get(client, snapshot, name, query=""):
    return client.get(f"/data/{snapshot.id}/chart/{name}.json?{query}")


@pytest.mark.parametrize("name", [one.name for one in DIMENSIONS])
def test_every_incident_is_in_a_chart_or_told_apart(client, snapshot, name):
    answer = get(client, snapshot, name, "country=ML")
    assert "immutable" in answer.headers["Cache-Control"]
    told = answer.get_json()
    held = sum(row["n"] for row in told["rows"]) + told["unknown"]
    held += told["others"]["n"] if told["others"] else 0
    total = snapshot.rows(totals(Selection(countries=("ML",))))[0]["incidents"]
    assert held >= total if name == "actor" else held == total


def test_all_values_come_when_they_are_asked_for(client, snapshot):
    some, every = (get(client, snapshot, "kind", query).get_json() for query in ("", "all=1"))
    assert some["others"]["values"] == len(every["rows"]) - len(some["rows"])
    assert every["others"] is None


def test_a_region_is_named_for_the_filter_and_for_a_person(client, snapshot):
    rows = get(client, snapshot, "unit", "lang=en").get_json()["rows"]
    french = get(client, snapshot, "unit", "lang=fr").get_json()["rows"]
    assert all(row["key"].endswith(")") and "(" not in row["label"] for row in rows)
    assert {row["label"] for row in rows} != {row["label"] for row in french}
    assert [row["key"] for row in rows] == [row["key"] for row in french]


def test_what_is_chosen_keeps_its_bar(client, snapshot):
    every = get(client, snapshot, "kind", "all=1").get_json()["rows"]
    rare = every[-1]["key"]
    shown = get(client, snapshot, "kind", f"kind={rare}").get_json()["rows"]
    assert rare in {row["key"] for row in shown} and len(shown) > 1


def test_only_sources_state_deaths(client, snapshot):
    assert all("deaths" in row for row in get(client, snapshot, "source").get_json()["rows"])
    assert not any("deaths" in row for row in get(client, snapshot, "kind").get_json()["rows"])


@pytest.mark.parametrize(("name", "query", "status"), [
    ("unheard", "", 404), ("kind", "weekday=8", 400), ("kind", "month=0", 400),
    ("actor", "month=March", 400)])
def test_a_refusal_is_a_sentence(client, snapshot, name, query, status):
    answer = get(client, snapshot, name, query)
    assert answer.status_code == status
    assert answer.get_json()["message"].endswith(".")


def test_charts_of_data_that_was_replaced_are_gone(client):
    assert client.get("/data/20200101T000000Z-000000/chart/kind.json").status_code == 410
