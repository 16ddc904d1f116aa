"""`links` and `link`: pairs side by side, and a person's verdict."""

from __future__ import annotations

import json

import pytest

from tests.support import plain

ACTORS = {"actors": "Group of the test (perpetrator)"}


@pytest.fixture
def twice(bring):
    """Two offices that tell of one event, and one event of the second's own."""
    bring(plain({**ACTORS, "fatalities": 5}, extra=["actors"]), "a.csv", source="Office A")
    bring(plain({**ACTORS, "lat": 16.28, "fatalities": 5}, {**ACTORS, "date": "2020-01-01"},
                extra=["actors"]), "b.csv", source="Office B")


@pytest.fixture
def pair(twice, run_cli):
    (one,) = json.loads(run_cli("links", "--json").out)["candidates"]
    return one["a"]["incident_id"], one["b"]["incident_id"]


@pytest.mark.usefixtures("twice")
def test_json_holds_both_records_the_score_and_its_parts(run_cli):
    found = json.loads(run_cli("links", "--json").out)
    (one,) = found["candidates"]
    assert (found["count"], found["min_score"], one["placed"], one["days"]) == (1, 0.5, "near", 0)
    assert 0.9 < one["score"] < 1 and 1 < one["km"] < 1.3
    assert {one["a"]["source"], one["b"]["source"]} == {"Office A", "Office B"}
    assert one["components"]["deaths"]["level"] == "agree"
    assert set(one["components"]) == {"time", "place", "kind", "deaths", "goods", "actors"}


@pytest.mark.usefixtures("twice")
def test_a_person_sees_both_side_by_side(run_cli, monkeypatch):
    told = run_cli("links").out
    line = next(line for line in told.splitlines() if line.strip().startswith("Source"))
    assert "Office A" in line and "Office B" in line
    assert "the actors agree" in told and "Nothing is joined by itself" in told
    monkeypatch.setenv("ATLAS_LANGUAGE", "fr")
    assert "Enlèvement contre rançon" in run_cli("links").out


@pytest.mark.usefixtures("twice")
@pytest.mark.parametrize(("words", "count"), [
    (["--source", "Office A"], 1), (["--from", "2020"], 0), (["--min-score", "1"], 0),
    (["--kind", "cattle_theft"], 0), (["--country", "ML"], 1),
])
def test_filters_and_the_least_score_choose(run_cli, words, count):
    assert json.loads(run_cli("links", "--json", *words).out)["count"] == count


@pytest.mark.parametrize("words", [["--min-score", "2"], ["--min-score", "high"],
                                   ["--limit", "-1"], ["--min-score", "nan"]])
@pytest.mark.usefixtures("twice")
def test_a_wrong_value_is_refused(run_cli, words):
    ran = run_cli("links", *words)
    assert ran.status == 2 and words[0] in ran.err


def test_a_verdict_is_kept_listed_and_taken_back(run_cli, pair):
    said = run_cli("link", *pair, "--by", "analyst", "--note", "same village")
    assert said.status == 0 and "the same event" in said.out
    assert json.loads(run_cli("links", "--json").out)["count"] == 0
    kept = json.loads(run_cli("links", "--decided", "--json").out)
    assert kept["events"] == [sorted(pair)]
    assert "analyst · same village" in run_cli("links", "--decided").out
    assert json.loads(run_cli("stats", "--json").out)["told_twice"]["events_joined"] == 1
    assert json.loads(run_cli("stats", "--json").out)["incidents"] == 3
    run_cli("undo")
    assert json.loads(run_cli("links", "--json").out)["count"] == 1
    assert json.loads(run_cli("links", "--decided", "--json").out) == {"links": [], "events": []}


def test_different_events_are_not_offered_again(run_cli, pair):
    found = json.loads(run_cli("link", *pair, "--different", "--json").out)
    assert found["verdict"] == "different"
    assert json.loads(run_cli("links", "--json").out)["count"] == 0
    assert "different events" in run_cli("links", "--decided").out


@pytest.mark.usefixtures("twice")
def test_an_unknown_record_is_refused_with_a_hint(run_cli):
    ran = run_cli("link", "nobody", "nothing")
    assert ran.status == 2 and "app.py links" in ran.err


def test_the_demonstration_is_never_written(run_cli, demo_store):
    ran = run_cli("link", "a", "b", "--store", demo_store.folder)
    assert ran.status == 1 and "demonstration" in ran.err
