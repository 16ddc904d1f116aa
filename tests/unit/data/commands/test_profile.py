"""`app.py profile`: the same numbers as elsewhere, in words and as JSON."""

from __future__ import annotations

import json

from tests.support import plain


def a_store(bring):
    bring(plain({"date": "2018-03-01"}, {"date": "2019-05-01", "lat": 16.3}, {"date": "2020-06-01"},
                {"lat": "", "lon": "", "where_precision": 6}, {"lat": 18.4, "lon": 1.4}))


def test_a_unit_is_told_in_words(bring, run_cli):
    a_store(bring)
    told = run_cli("profile", "Gao", "--lang", "en")
    assert told.status == 0
    assert "Gao (first-level unit, Mali)" in told.out
    assert "3 incidents are recorded here" in told.out
    assert "1 more is known to the country alone" in told.out
    assert run_cli("profile", "Gao", "--lang", "fr").out != told.out


def test_json_holds_what_stats_counts(bring, run_cli):
    a_store(bring)
    own = json.loads(run_cli("profile", "ML-7", "--json", "--from", "2019").out)
    counted = json.loads(run_cli("stats", "--admin1", "Gao", "--from", "2019", "--json").out)
    assert own["happened"]["incidents"] == counted["incidents"] == 2
    assert own["selection"] == "from=2019-01-01"


def test_a_drawn_area_is_told_without_a_unit(bring, run_cli):
    a_store(bring)
    told = json.loads(run_cli("profile", "--area", "circle:-0.04,16.27,50", "--json").out)
    assert (told["area"]["level"], told["happened"]["incidents"]) == (None, 3)


def test_what_means_no_unit_is_refused(bring, run_cli):
    a_store(bring)
    told = run_cli("profile", "Nowhere")
    assert told.status == 2
    assert "Nowhere" in told.err
    told = run_cli("profile")
    assert told.status == 2 and told.err.startswith("Name a unit, or draw an area with --area.")


def test_what_may_not_leave_is_told_as_withheld_alone(bring, run_cli):
    extra = ("licence", "sensitivity")
    bring(plain({"date": "2018-03-01", "licence": "acled"}, {"date": "2019-05-01", "lat": 16.3},
                {"date": "2020-06-01", "sensitivity": "restricted"}, extra=extra))
    told = json.loads(run_cli("profile", "Gao", "--json").out)
    assert told["happened"]["incidents"] == 1
    assert told["withheld"] == {"licence": 1, "sensitivity": 1}
    said = run_cli("profile", "Gao", "--lang", "en").out
    assert "may not be passed on: licence" in said and "may not be passed on: restricted" in said
